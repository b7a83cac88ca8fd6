import type { Instant } from '../domain/business-time.ts';
import { saidIn, type View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Says something to one person where they were last heard, in the language that they have chosen. `key` is unique for
 * ever: said once.
 */
export async function tellPerson(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  {
    person,
    view,
    key,
    notBefore = null,
  }: { person: string; view: View; key: string; notBefore?: Instant | null },
): Promise<void> {
  const to = await addressOf(deps, tx, person);
  const { language } = await tx.preferences.of(person);
  await tx.outbox.enqueue([
    {
      key,
      to,
      content: { kind: 'view', view: saidIn(view, language), person },
      mention: false,
      notBefore,
    },
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
