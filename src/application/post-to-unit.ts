import type { Calling } from '../domain/ladder.ts';
import type { View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

export interface ToPost {
  unit: string;
  view: View;
  key: string;
  mention: boolean;
  /** Those with a role for whom it is, where it is not for the unit. */
  calls?: Calling | undefined;
}

/** Says something in every channel of a unit, beside the cards that stand there. `key` is unique for ever: said once. */
export async function postToUnit(
  deps: Pick<Surroundings, 'directory'>,
  tx: Transaction,
  { unit, view, key, mention, calls }: ToPost,
  isSaid: (to: Address) => boolean = () => true,
): Promise<void> {
  const channels = deps.directory.channels(unit).filter(isSaid);
  await tx.outbox.enqueue(
    channels.map((to) => ({
      key: `${key}:${to.platform}:${to.place}`,
      to,
      content: { kind: 'view' as const, view, person: null, ...(calls && { calls }) },
      mention,
      notBefore: null,
    })),
  );
  await tx.wake('outbox');
}
