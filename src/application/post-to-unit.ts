import type { View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Says something in every channel of a unit, beside the cards that stand there. `key` is unique for ever: said once. */
export async function postToUnit(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  { unit, view, key, mention }: { unit: string; view: View; key: string; mention: boolean },
  isSaid: (to: Address) => boolean = () => true,
): Promise<void> {
  const channels = deps.directory.channels(unit).filter(isSaid);
  await tx.outbox.enqueue(
    channels.map((to) => ({
      key: `${key}:${to.platform}:${to.place}`,
      to,
      content: { kind: 'view' as const, view, person: null },
      mention,
      notBefore: null,
    })),
  );
  await tx.wake('outbox');
}
