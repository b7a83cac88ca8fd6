import { JUDGEMENTS } from '../../domain/clock-facts.ts';
import { PAUSING_UNITS } from '../../domain/pause.ts';
import { PHASES } from '../../domain/workflow.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { CLOCK_MOMENTS, type FactVocabulary } from '../fact-vocabulary.ts';
import { clockRules, type ClockRow } from '../schema/clock-schema.ts';
import { LEVEL_NAMES } from '../schema/level-schema.ts';
import type { ReportTypeFile } from '../schema/report-type-schema.ts';
import type { Source } from '../source/source.ts';
import { checkCondition } from './check-condition.ts';

/** Clocks run between moments that exist, say something for every level, and promises name them. */
export function checkClocks(source: Source, type: ReportTypeFile, facts: FactVocabulary): CatalogueProblem[] {
  const known = clockVocabulary(facts);
  return [
    ...Object.entries(type.clocks).flatMap(([id, clock]) => [
      ...moments(source, type, id, clock),
      ...levels(source, type, id, clock),
      ...standstill(source, id, clock),
      ...checkCondition(source, ['clocks', id, 'when'], clock.when, known),
      ...clock.cases.flatMap(({ when }, index) =>
        checkCondition(source, ['clocks', id, 'cases', index, 'when'], when, known),
      ),
    ]),
    ...type.promises.flatMap((clock, index) =>
      clock in type.clocks ? [] : [problemAt(source, ['promises', index], 'unknown_clock', { clock })],
    ),
  ];
}

/** What a clock may ask besides the facts of the matter (domain/clock-facts.ts). */
function clockVocabulary(facts: FactVocabulary): FactVocabulary {
  return new Map([
    ...facts,
    ['phase', { values: PHASES, counted: false }],
    ['judged', { values: JUDGEMENTS, counted: false }],
  ]);
}

const OVERDUE = /^(.+)_overdue$/;

function moments(source: Source, type: ReportTypeFile, id: string, clock: ClockRow): CatalogueProblem[] {
  const exists = (moment: string) =>
    CLOCK_MOMENTS.has(moment) || type.workflow.states.some((state) => state.id === moment);
  const ends = (moment: string) => exists(moment) || (PHASES as readonly string[]).includes(moment);
  const unknown = (side: 'from' | 'until', moment: string) =>
    problemAt(source, ['clocks', id, side], 'unknown_moment', { moment });
  const starts = clock.from.flatMap((moment) => {
    const [, other] = OVERDUE.exec(moment) ?? [];
    if (other === undefined) return exists(moment) ? [] : [unknown('from', moment)];
    if (!(other in type.clocks))
      return [problemAt(source, ['clocks', id, 'from'], 'unknown_clock', { clock: other })];
    return clock.from.length === 1 && !waitsForItself(type, id)
      ? []
      : [problemAt(source, ['clocks', id, 'from'], 'clock_start_mixed', { clock: id })];
  });
  return [
    ...starts,
    ...clock.until.filter((moment) => !ends(moment)).map((moment) => unknown('until', moment)),
  ];
}

/** A clock that starts when another has run out, which starts when this one has, would never start. */
function waitsForItself(type: ReportTypeFile, id: string): boolean {
  const met = new Set<string>();
  for (let next: string | undefined = id; next !== undefined;) {
    if (met.has(next)) return true;
    met.add(next);
    next = OVERDUE.exec(type.clocks[next]?.from[0] ?? '')?.[1];
  }
  return false;
}

/** Types without severity rows have no levels, and need a row for all. */
function levels(source: Source, type: ReportTypeFile, id: string, clock: ClockRow): CatalogueProblem[] {
  if (clock.every !== undefined) return [];
  const needed = type.severity.rows.length === 0 ? ['every' as const] : LEVEL_NAMES;
  return needed
    .filter((level) => clock[level] === undefined)
    .map((level) => problemAt(source, ['clocks', id], 'clock_level_missing', { clock: id, level }));
}

/** The end of a month stays where it is, and what begins again by itself is not waited with. */
function standstill(source: Source, id: string, clock: ClockRow): CatalogueProblem[] {
  const counted = clockRules(clock).every(
    ({ duration, whenPassed }) =>
      PAUSING_UNITS.has(duration.unit) && (whenPassed === null || PAUSING_UNITS.has(whenPassed.unit)),
  );
  if (!clock.pauses || (counted && !clock.repeats)) return [];
  return [problemAt(source, ['clocks', id, 'pauses'], 'clock_cannot_pause', { clock: id })];
}
