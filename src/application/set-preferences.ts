import type { Preferences } from '../domain/preferences.ts';
import type { Transaction } from './ports.ts';
import { tellHeldNews } from './send-news-digests.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * From now on it is as the person wants it. Whoever wants their news at once again gets what was held back.
 * @param key what brought it about, unique for ever
 */
export async function setPreferences(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  change: Partial<Preferences>,
  key: string,
): Promise<void> {
  await tx.preferences.set(person, change);
  if (change.news !== 'at_once') return;
  await tellHeldNews(deps, tx, person, null, `preference:news:${key}`);
}
