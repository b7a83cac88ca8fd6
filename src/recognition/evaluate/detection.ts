import type { Share } from './measures.ts';
import { share } from './measures.ts';

/** How well one yes-or-no question is answered. */
export interface Detection {
  recall: Share;
  precision: Share;
  /** Of those without it, how many are taken to have it. */
  falseAlarms: Share;
}

export function detection(rows: readonly (readonly [there: boolean, found: boolean])[]): Detection {
  const count = (there: boolean, found: boolean) =>
    rows.filter((row) => row[0] === there && row[1] === found).length;
  const hits = count(true, true);
  const alarms = count(false, true);
  return {
    recall: share(hits, hits + count(true, false)),
    precision: share(hits, hits + alarms),
    falseAlarms: share(alarms, alarms + count(false, false)),
  };
}
