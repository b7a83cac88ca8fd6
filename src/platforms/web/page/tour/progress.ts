import type { Identity } from '../../api.ts';
import type { Kept } from '../live/kept.ts';
import { STEPS } from './steps.ts';
import type { Standing } from './steps.ts';

/** How far one has come in the tour; kept in the browser, whoever one is at the moment. */
export interface TourProgress {
  shown: boolean;
  /** 0 to the number of steps - 1. */
  step: number;
  /** How the reports of the step stood when it began; null until they have been read. */
  before: Standing | null;
  done: boolean;
}

export const NOT_BEGUN: TourProgress = { shown: false, step: 0, before: null, done: false };

export const KEY = 'tour';

export function readProgress(storage: Pick<Kept, 'getItem'>): TourProgress {
  try {
    const kept = { ...NOT_BEGUN, ...(JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<TourProgress>) };
    return STEPS[kept.step] ? kept : NOT_BEGUN;
  } catch {
    return NOT_BEGUN;
  }
}

/** Who one has to be to go on; null where that is as well as done, or nobody plays the part. */
export function playerOf({ step, done }: TourProgress, identities: readonly Identity[]): string | null {
  const plays = done ? undefined : STEPS[step]?.plays;
  return identities.find((identity) => identity.plays === plays)?.person ?? null;
}
