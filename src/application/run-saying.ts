import type { Errand } from '../domain/acts/act.ts';
import type { Report } from '../domain/report.ts';
import type { Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';
import { postToUnit } from './post-to-unit.ts';
import { tellPerson } from './tell-person.ts';

/** What is said about a report besides its card: to one person, or in the channels of one unit. */
export type Saying = Extract<Errand, { kind: 'tell' | 'post' }>;

/** Queued in the caller's transaction; the key makes it said once. */
export async function runSaying(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  { number }: Pick<Report, 'number'>,
  saying: Saying,
): Promise<void> {
  const key = `${number}:${saying.key}`;
  if (saying.kind === 'tell') return tellPerson(deps, tx, { person: saying.person, view: saying.view, key });
  const { unit, view, mention } = saying;
  return postToUnit(deps, tx, { unit, view, key, mention });
}
