import { expect, test } from 'vitest';
import { aConversation } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

export function conversationCases(given: Given): void {
  test('a person who never wrote has no conversation, also after a look at it', async () => {
    const { store } = given();
    expect(await store.work.transact((tx) => tx.conversations.lock('p-new'))).toBeNull();
    expect(await store.work.transact((tx) => tx.conversations.placeOf('p-new'))).toBeNull();
    expect(await store.inbox.conversationOf('p-new')).toBeNull();
  });

  test('a conversation comes back with where the person was last heard', async () => {
    const { store } = given();
    const stored = { state: aConversation(7), platform: 'web', place: 'dm-001' };
    await store.work.transact((tx) => tx.conversations.save('p-001', stored));
    expect(await store.inbox.conversationOf('p-001')).toEqual(stored);
    expect(await store.work.transact((tx) => tx.conversations.placeOf('p-001'))).toEqual({
      platform: 'web',
      place: 'dm-001',
    });
  });

  test('turns taken at the same time, the very first included, follow one another', async () => {
    const { store } = given();
    const takeTurn = (): Promise<void> =>
      store.work.transact(async (tx) => {
        const before = await tx.conversations.lock('p-001');
        const turn = (before?.state.turn ?? 0) + 1;
        await tx.conversations.save('p-001', {
          state: aConversation(turn),
          platform: 'web',
          place: 'dm-001',
        });
      });
    await Promise.all(Array.from({ length: 8 }, takeTurn));
    expect((await store.inbox.conversationOf('p-001'))?.state.turn).toBe(8);
  });

  test('counters count by name and day', async () => {
    const { store, database } = given();
    const days = ['2026-11-20', '2026-11-20', '2026-11-21'];
    for (const day of days)
      await store.work.transact((tx) => tx.counters.increment('compliance_stopped', day));
    const counted = await database.prisma.counter.findMany({ orderBy: { day: 'asc' } });
    expect(counted.map(({ day, value }) => [day, value])).toEqual([
      ['2026-11-20', 2],
      ['2026-11-21', 1],
    ]);
  });
}
