import type { LocalDate } from './business-time.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import type { Transition } from './workflow.ts';

/** What was decided: the state's own words, or words of its own where several outcomes lead to one state. */
export function outcomePhrase(
  { type }: Pick<Report, 'type'>,
  { outcome, to }: Pick<Transition, 'outcome' | 'to'>,
): Phrase {
  return outcome === to ? phrase(`state.${type}.${to}`) : phrase(`outcome.${type}.${outcome}`);
}

export function outcomeOf(
  report: Pick<Report, 'type'>,
  { state, facts }: Pick<StepRecord, 'state' | 'facts'>,
): Phrase {
  const to = state ?? '';
  return outcomePhrase(report, { outcome: typeof facts['outcome'] === 'string' ? facts['outcome'] : to, to });
}

/** By when what was decided is to be in practice; null where the decision says no day, or there is none. */
export function dueOfDecision({ steps }: Pick<Report, 'steps'>): LocalDate | null {
  const due = steps.findLast(({ kind }) => kind === 'decision_given')?.facts['due'];
  return typeof due === 'string' ? due : null;
}
