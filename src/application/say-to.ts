import type { Locale } from '../domain/organization.ts';
import { saidIn, type View } from '../domain/view.ts';
import type { Address, Transaction } from './ports.ts';

/** Queues what is said to one person, in order. `key` is unique for what it answers, so that it is said once. */
export async function sayTo(
  tx: Transaction,
  to: Address,
  key: string,
  views: readonly View[],
  language: Locale | null,
): Promise<void> {
  await tx.outbox.enqueue(
    views.map((view, index) => ({
      key: `say:${key}:${index}`,
      to,
      content: { kind: 'view', view: saidIn(view, language), person: null },
      mention: false,
      notBefore: null,
    })),
  );
  if (views.length > 0) await tx.wake('outbox');
}
