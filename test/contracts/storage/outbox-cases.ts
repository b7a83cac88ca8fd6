import { expect, test } from 'vitest';
import type { OutboxEntry, OutgoingMessage } from '../../../src/application/ports/outgoing.ts';
import { CARD } from '../../../src/application/ports/postings.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { aCard, aMessage, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const REPORT = '00000000-0000-4000-8000-000000000001';
const LATER = '2026-11-20T03:01:00.000Z';
const MUCH_LATER = '2026-11-20T04:00:00.000Z';
const BUSY = { code: 'rate_limited', retryAfterMs: 1000 } as const;

const enqueue = (store: Store, ...messages: OutgoingMessage[]): Promise<void> =>
  store.work.transact((tx) => tx.outbox.enqueue(messages));
const claim = (store: Store, now = NOON): Promise<OutboxEntry[]> => store.outbox.claim(now, LATER, 100);
const keys = (entries: readonly OutboxEntry[]): string[] => entries.map((entry) => entry.key);
const cardIn = async (store: Store, place: string) =>
  (await store.postings.of(REPORT, CARD, at(place)))?.ref ?? null;
const at = (place: string): { platform: string; place: string } => ({ platform: 'web', place });

async function only(entries: Promise<OutboxEntry[]>): Promise<OutboxEntry> {
  const [entry, ...others] = await entries;
  if (!entry || others.length > 0) throw new Error('one entry was expected');
  return entry;
}

export function outboxCases(given: Given): void {
  test('a key written twice is sent once, also after it was sent', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'k-1' }), aMessage({ key: 'k-1' }));
    await store.outbox.sent(await only(claim(store)), { id: 'm-1' }, NOON);
    await enqueue(store, aMessage({ key: 'k-1' }));
    expect(await claim(store)).toEqual([]);
    expect(await store.outbox.waiting()).toBe(0);
  });

  test('an entry comes back as it was put in', async () => {
    const { store } = given();
    const message = aMessage({ key: 'k-1', mention: true });
    await enqueue(store, message);
    expect(await only(claim(store))).toMatchObject({ ...message, attempts: 1 });
  });

  test('each place has its own order, and one entry at a time', async () => {
    const { store } = given();
    await enqueue(store, ...['a1', 'a2', 'b1'].map((key) => aMessage({ key, to: at(key.charAt(0)) })));
    const first = await claim(store);
    expect(keys(first)).toEqual(['a1', 'b1']);
    expect(await claim(store)).toEqual([]);
    for (const entry of first) await store.outbox.sent(entry, { id: 'm' }, NOON);
    expect(keys(await claim(store))).toEqual(['a2']);
  });

  test('the same place on another platform is another place', async () => {
    const { store } = given();
    await enqueue(
      store,
      aMessage({ key: 'a' }),
      aMessage({ key: 'b', to: { platform: 'other', place: 'channel-a' } }),
    );
    expect(keys(await claim(store))).toEqual(['a', 'b']);
  });

  test('a place that rests is passed over, and due when its rest ends', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'a', to: at('a') }), aMessage({ key: 'b', to: at('b') }));
    const resting = [{ at: at('a'), until: LATER }];
    const first = await only(store.outbox.claim(NOON, LATER, 100, resting));
    expect(first.key).toBe('b');
    await store.outbox.sent(first, { id: 'm' }, NOON);
    expect(await store.outbox.nextDue(resting)).toBe(LATER);
    expect(keys(await claim(store))).toEqual(['a']);
  });

  test('what is said to somebody is claimed before cards that came earlier', async () => {
    const { store } = given();
    await enqueue(
      store,
      aCard(REPORT, { key: 'card', to: at('a') }),
      aMessage({ key: 'answer', to: at('b') }),
    );
    expect(keys(await store.outbox.claim(NOON, LATER, 1))).toEqual(['answer']);
    expect(keys(await claim(store))).toEqual(['card']);
  });

  test('a later entry does not overtake one that has to wait', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'first', notBefore: LATER }), aMessage({ key: 'second' }));
    expect(await claim(store)).toEqual([]);
    expect(keys(await claim(store, LATER))).toEqual(['first']);
  });

  test('a failed entry is tried again from its time on, still before the next', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'first' }), aMessage({ key: 'second' }));
    await store.outbox.retry(await only(claim(store)), BUSY, LATER);
    expect(await claim(store)).toEqual([]);
    expect(await only(claim(store, LATER))).toMatchObject({ key: 'first', attempts: 2 });
  });

  test('an entry that is given up is shown and lets the next one pass', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'first' }), aMessage({ key: 'second' }));
    const first = await only(claim(store));
    await store.outbox.giveUp(first, { code: 'no_such_place', retryAfterMs: null }, NOON);
    expect(await store.outbox.deadLetters(10)).toEqual([
      { id: first.id, key: 'first', to: at('channel-a'), attempts: 1, failure: 'no_such_place', at: NOON },
    ]);
    expect(keys(await claim(store))).toEqual(['second']);
  });

  test('an entry that is sent on keeps its claim, and remembers where it could not be brought', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'k-1' }), aMessage({ key: 'k-2' }));
    const first = await only(claim(store));
    expect(await store.outbox.redirect(first, at('channel-b'))).toBe(true);
    expect(keys(await claim(store))).toEqual(['k-2']);
    const again = await only(store.outbox.claim(LATER, MUCH_LATER, 1));
    expect(again).toMatchObject({ key: 'k-1', to: at('channel-b'), tried: [at('channel-a')] });
    expect(await store.outbox.redirect(first, at('channel-c'))).toBe(false);
  });

  test('a claim that ran out is claimed again, and its first holder can no longer put it back', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'k-1' }));
    const late = await only(claim(store));
    const second = await only(store.outbox.claim(LATER, MUCH_LATER, 100));
    expect(second.attempts).toBe(2);
    await store.outbox.retry(late, BUSY, NOON);
    await store.outbox.giveUp(late, BUSY, NOON);
    expect(await claim(store, LATER)).toEqual([]);
    expect(await store.outbox.deadLetters(10)).toEqual([]);
  });

  test('what is let go without having been sent or put back is claimed again at once', async () => {
    const { store } = given();
    await enqueue(store, aMessage({ key: 'k-1' }));
    const first = await only(claim(store));
    expect(await claim(store)).toEqual([]);
    store.outbox.letGo(first);
    const second = await only(claim(store));
    expect(second).toMatchObject({ key: 'k-1', attempts: 2 });
    await store.outbox.sent(second, { id: 'm-1' }, NOON);
    store.outbox.letGo(second);
    expect(await claim(store)).toEqual([]);
  });

  test('two workers never hold the same entry', async () => {
    const { store } = given();
    await enqueue(store, ...Array.from({ length: 20 }, (_, i) => aMessage({ to: at(`place-${i}`) })));
    const claimed = (
      await Promise.all(Array.from({ length: 5 }, () => store.outbox.claim(NOON, LATER, 7)))
    ).flat();
    expect(new Set(keys(claimed)).size).toBe(claimed.length);
  });

  test('a card that still waits is not queued twice, but asks for attention if the second does', async () => {
    const { store } = given();
    await enqueue(store, aCard(REPORT, { key: 'c-1' }), aCard(REPORT, { key: 'c-2', mention: true }));
    expect(await only(claim(store))).toMatchObject({ key: 'c-1', mention: true });
    expect(await store.outbox.waiting()).toBe(1);
  });

  test('a card that is being sent does not stand for a later change', async () => {
    const { store } = given();
    await enqueue(store, aCard(REPORT, { key: 'c-1' }));
    const first = await only(claim(store));
    await enqueue(store, aCard(REPORT, { key: 'c-2' }));
    await store.outbox.sent(first, { id: 'm-1' }, NOON);
    expect(keys(await claim(store))).toEqual(['c-2']);
  });

  test('cards of other reports and other places are queued', async () => {
    const { store } = given();
    const other = REPORT.replace(/1$/, '2');
    await enqueue(store, aCard(REPORT), aCard(other), aCard(REPORT, { to: at('channel-b') }));
    expect(await store.outbox.waiting()).toBe(3);
  });

  test('where a card stands is known once it was sent; of a card sent twice the first stays', async () => {
    const { store } = given();
    await enqueue(store, aCard(REPORT));
    expect(await cardIn(store, 'channel-a')).toBeNull();
    const entry = await only(claim(store));
    await store.outbox.sent(entry, { id: 'm-1' }, NOON);
    await store.outbox.sent(entry, { id: 'm-2' }, NOON);
    expect(await cardIn(store, 'channel-a')).toEqual({ id: 'm-1' });
  });

  test('a card posted anew moves', async () => {
    const { store } = given();
    for (const id of ['m-1', 'm-2']) {
      await enqueue(store, aCard(REPORT));
      await store.outbox.sent(await only(claim(store)), { id }, NOON);
    }
    expect(await cardIn(store, 'channel-a')).toEqual({ id: 'm-2' });
  });

  test('the next due time is that of the first entry in each place', async () => {
    const { store } = given();
    expect(await store.outbox.nextDue()).toBeNull();
    await enqueue(store, aMessage({ notBefore: MUCH_LATER }), aMessage());
    expect(await store.outbox.nextDue()).toBe(MUCH_LATER);
    await enqueue(store, aMessage({ to: at('channel-b'), notBefore: LATER }));
    expect(await store.outbox.nextDue()).toBe(LATER);
    await enqueue(store, aMessage({ to: at('channel-c') }));
    expect((await store.outbox.nextDue()) ?? MUCH_LATER).toSatisfy((due: string) => due <= NOON);
  });

  test('what was sent loses its words', async () => {
    const { store, database } = given();
    await enqueue(store, aMessage());
    await store.outbox.sent(await only(claim(store)), { id: 'm' }, NOON);
    expect(await database.prisma.outboxEntry.findMany({ select: { content: true } })).toEqual([
      { content: null },
    ]);
  });
}
