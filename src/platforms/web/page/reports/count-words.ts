import { MOST_COUNTED } from '../../../../domain/list-filter.ts';
import type { Say } from '../say.ts';

/** How many reports there are; nobody counts further than the server does. */
export function countWords(total: number, say: Say): string {
  if (total >= MOST_COUNTED) return say('page.count_most', { count: MOST_COUNTED });
  return say('page.count', { count: total });
}
