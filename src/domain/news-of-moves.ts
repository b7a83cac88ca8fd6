import type { News } from './news-of-steps.ts';
import { phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';

/** A change of state that has no words of its own is told as what it is. */
export const MOVED: News = {
  head: ({ number, type }, { state }) =>
    phrase('acted.updated', { number, state: phrase(`state.${type}.${String(state)}`) }),
};

export function hasMoved({ steps }: Pick<Report, 'steps'>, { seq, state }: StepRecord): boolean {
  const before = steps.findLast((one) => one.seq < seq && one.state !== null);
  return state !== null && state !== before?.state;
}
