import { PHASES } from '../../domain/workflow.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { CLOCK_MOMENTS } from '../fact-vocabulary.ts';
import type { ClockRow } from '../schema/clock-schema.ts';
import { LEVEL_NAMES } from '../schema/level-schema.ts';
import type { ReportTypeFile } from '../schema/report-type-schema.ts';
import type { Source } from '../source/source.ts';

/** Clocks run between moments that exist, say something for every level, and promises name them. */
export function checkClocks(source: Source, type: ReportTypeFile): CatalogueProblem[] {
  return [
    ...Object.entries(type.clocks).flatMap(([id, clock]) => [
      ...moments(source, type, id, clock),
      ...levels(source, type, id, clock),
    ]),
    ...type.promises.flatMap((clock, index) =>
      clock in type.clocks ? [] : [problemAt(source, ['promises', index], 'unknown_clock', { clock })],
    ),
  ];
}

function moments(source: Source, type: ReportTypeFile, id: string, clock: ClockRow): CatalogueProblem[] {
  const exists = (moment: string) =>
    CLOCK_MOMENTS.has(moment) || type.workflow.states.some((state) => state.id === moment);
  const ends = (moment: string) => exists(moment) || (PHASES as readonly string[]).includes(moment);
  return [
    ...(exists(clock.from)
      ? []
      : [problemAt(source, ['clocks', id, 'from'], 'unknown_moment', { moment: clock.from })]),
    ...clock.until
      .filter((moment) => !ends(moment))
      .map((moment) => problemAt(source, ['clocks', id, 'until'], 'unknown_moment', { moment })),
  ];
}

/** Types without severity rows have no levels, and need a row for all. */
function levels(source: Source, type: ReportTypeFile, id: string, clock: ClockRow): CatalogueProblem[] {
  if (clock.every !== undefined) return [];
  const needed = type.severity.rows.length === 0 ? ['every' as const] : LEVEL_NAMES;
  return needed
    .filter((level) => clock[level] === undefined)
    .map((level) => problemAt(source, ['clocks', id], 'clock_level_missing', { clock: id, level }));
}
