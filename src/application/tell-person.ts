import type { Instant } from '../domain/business-time.ts';
import type { Preferences } from '../domain/preferences.ts';
import { saidIn, type View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Somebody who is told something: where they were last heard, and what they have set for themselves. */
export interface Recipient {
  person: string;
  to: Address;
  preferences: Preferences;
}

/** What is said to a person; `key` is unique for ever: said once. */
export interface ToSay {
  view: View;
  key: string;
  /** Not sent earlier; at once when it is left out. */
  notBefore?: Instant | null;
}

export async function recipientOf(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  person: string,
): Promise<Recipient> {
  const to = (await tx.conversations.placeOf(person)) ?? deps.directory.personal(person);
  return { person, to, preferences: await tx.preferences.of(person) };
}

/** In the language that they have chosen. */
export async function tell(
  tx: Transaction,
  { person, to, preferences }: Recipient,
  { view, key, notBefore = null }: ToSay,
): Promise<void> {
  const content = { kind: 'view' as const, view: saidIn(view, preferences.language), person };
  await tx.outbox.enqueue([{ key, to, content, mention: false, notBefore }]);
}

/** Says something to one person where they were last heard, in the language that they have chosen. */
export async function tellPerson(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  { person, ...said }: ToSay & { person: string },
): Promise<void> {
  await tell(tx, await recipientOf(deps, tx, person), said);
}
