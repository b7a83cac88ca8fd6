import type { View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Says something to one person where they were last heard. `key` is unique for ever: said once. */
export async function tellPerson(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  { person, view, key }: { person: string; view: View; key: string },
): Promise<void> {
  const to = await addressOf(deps, tx, person);
  await tx.outbox.enqueue([
    { key, to, content: { kind: 'view', view, person }, mention: false, notBefore: null },
  ]);
}

/** Where a person was last heard. */
export async function addressOf(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  person: string,
): Promise<Address> {
  return (await tx.conversations.placeOf(person)) ?? deps.directory.personal(person);
}
