import { addMonths, type LocalDate } from './business-time.ts';
import type { Report, StepRecord } from './report.ts';

/** What a measure brings in a year; null where it was not said. */
export interface Effect {
  yen: number | null;
  hours: number | null;
}

/** Months after a proposal was put into practice at which its effect is looked at. */
const EFFECT_CHECKS = [3, 6] as const;

export function effectIn({ facts: { yen, hours } }: Pick<StepRecord, 'facts'>): Effect {
  return { yen: typeof yen === 'number' ? yen : null, hours: typeof hours === 'number' ? hours : null };
}

/** As facts of an event: what was not said is not there. */
export function effectFacts({ yen, hours }: Effect): Record<string, number> {
  return { ...(yen === null ? {} : { yen }), ...(hours === null ? {} : { hours }) };
}

/** What was expected when it was decided, else what was measured when it began. */
export function expectedEffect(report: Pick<Report, 'steps'>): Effect {
  const said = [...report.steps]
    .filter(({ kind }) => kind === 'decision_given' || kind === 'implemented')
    .map(effectIn);
  const first = (of: keyof Effect) => said.map((one) => one[of]).find((value) => value !== null) ?? null;
  return { yen: first('yen'), hours: first('hours') };
}

/** The day it was put into practice; null until then. */
function implementedOn({ steps }: Pick<Report, 'steps'>): LocalDate | null {
  const on = steps.findLast(({ kind }) => kind === 'implemented')?.facts['on'];
  return typeof on === 'string' ? on : null;
}

/** Which look at the effect comes next, and from when on it says something; null when both are done or none is due. */
export function nextEffectCheck({
  steps,
}: Pick<Report, 'steps'>): { months: number; from: LocalDate } | null {
  const on = implementedOn({ steps });
  const since = steps.findLastIndex(({ kind }) => kind === 'implemented');
  const done = steps.slice(since + 1).filter(({ kind }) => kind === 'effect_checked').length;
  const months = EFFECT_CHECKS[done];
  return on === null || months === undefined ? null : { months, from: addMonths(on, months) };
}
