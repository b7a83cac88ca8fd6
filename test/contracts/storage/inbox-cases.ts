import { expect, test } from 'vitest';
import { anEntry, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

export function inboxCases(given: Given): void {
  test('an event delivered four times at once is stored once', async () => {
    const { store } = given();
    const deliveries = [1, 2, 3, 4].map(() => anEntry({ eventId: 'evt-1' }));
    const stored = await Promise.all(
      deliveries.map((entry) => store.work.transact((tx) => tx.inbox.add(entry))),
    );
    expect(stored.filter(Boolean)).toHaveLength(1);
  });

  test('the same event id on another platform is another event', async () => {
    const { store } = given();
    await store.work.transact(async (tx) => {
      expect(await tx.inbox.add(anEntry({ platform: 'web', eventId: 'evt-1' }))).toBe(true);
      expect(await tx.inbox.add(anEntry({ platform: 'other', eventId: 'evt-1' }))).toBe(true);
    });
  });

  test('an entry comes back as it was put in', async () => {
    const { store } = given();
    const entry = anEntry({
      body: { kind: 'submitted', press: { action: 'send', turn: 3 }, values: { a: null }, hidden: [] },
    });
    await store.work.transact((tx) => tx.inbox.add(entry));
    expect(await store.work.transact((tx) => tx.inbox.nextFor(entry.person))).toEqual({ entry, more: false });
  });

  test('a person is worked on in the order of arrival, whatever the clock said', async () => {
    const { store } = given();
    const first = anEntry({ receivedAt: '2026-11-20T04:00:00.000Z' });
    const second = anEntry({ receivedAt: NOON });
    for (const entry of [first, second]) await store.work.transact((tx) => tx.inbox.add(entry));
    const next = () => store.work.transact((tx) => tx.inbox.nextFor('p-001'));
    expect(await next()).toEqual({ entry: first, more: true });
    await store.work.transact((tx) => tx.inbox.done(first.id, NOON));
    expect(await next()).toEqual({ entry: second, more: false });
  });

  test('what is done keeps its key and loses its words', async () => {
    const { store, database } = given();
    const entry = anEntry({ eventId: 'evt-1' });
    await store.work.transact((tx) => tx.inbox.add(entry));
    await store.work.transact((tx) => tx.inbox.done(entry.id, NOON));
    expect(await store.work.transact((tx) => tx.inbox.add(anEntry({ eventId: 'evt-1' })))).toBe(false);
    expect(await store.inbox.known(entry.platform, 'evt-1')).toEqual({ stopped: false });
    expect(await store.inbox.known(entry.platform, 'evt-2')).toBeNull();
    expect(await database.prisma.inboxEntry.findMany({ select: { body: true } })).toEqual([{ body: null }]);
  });

  test('of what was stopped it stays known that it was', async () => {
    const { store } = given();
    const body = { kind: 'stopped' as const, alsoIncident: false, harassment: false };
    const entry = anEntry({ eventId: 'evt-stopped', body });
    await store.work.transact((tx) => tx.inbox.add(entry));
    expect(await store.inbox.known(entry.platform, 'evt-stopped')).toEqual({ stopped: true });
    await store.work.transact((tx) => tx.inbox.done(entry.id, NOON));
    expect(await store.inbox.known(entry.platform, 'evt-stopped')).toEqual({ stopped: true });
  });

  test('people waiting are named once, who waits longest first', async () => {
    const { store } = given();
    for (const person of ['p-b', 'p-a', 'p-b', 'p-c'])
      await store.work.transact((tx) => tx.inbox.add(anEntry({ person })));
    expect(await store.inbox.peopleWaiting(10)).toEqual(['p-b', 'p-a', 'p-c']);
    expect(await store.inbox.peopleWaiting(1)).toEqual(['p-b']);
    expect(await store.inbox.waiting()).toBe(4);
  });

  test('an entry that keeps failing is given up, shown, and no longer in the way', async () => {
    const { store } = given();
    const [stuck, next] = [anEntry(), anEntry()];
    for (const entry of [stuck, next]) await store.work.transact((tx) => tx.inbox.add(entry));
    const outcomes: boolean[] = [];
    for (let i = 0; i < 5; i++) outcomes.push(await store.inbox.failed(stuck.id, 'unexpected', NOON));
    expect(outcomes).toEqual([false, false, false, false, true]);
    expect(await store.inbox.givenUp(10)).toEqual([
      { id: stuck.id, person: 'p-001', attempts: 5, failure: 'unexpected', at: NOON },
    ]);
    expect((await store.work.transact((tx) => tx.inbox.nextFor('p-001')))?.entry.id).toBe(next.id);
    expect(await store.inbox.waiting()).toBe(1);
  });

  test('nothing is kept of a transaction that fails', async () => {
    const { store } = given();
    const failing = store.work.transact(async (tx) => {
      await tx.inbox.add(anEntry());
      throw new Error('after the insert');
    });
    await expect(failing).rejects.toThrow('after the insert');
    expect(await store.inbox.peopleWaiting(10)).toEqual([]);
  });
}
