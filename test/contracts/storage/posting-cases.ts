import { expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../src/application/ports/outgoing.ts';
import { CARD, type Posting } from '../../../src/application/ports/postings.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { aCard, aReport, extended, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const REPORT = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const LATER = '2026-11-20T03:01:00.000Z';
const AT = { platform: 'web', place: 'channel-a' };

const native = (over: Partial<Posting> = {}): Posting => ({
  report: REPORT,
  step: 3,
  at: AT,
  ref: { id: 'm-3' },
  native: true,
  ...over,
});
const keep = (store: Store, ...postings: Posting[]) =>
  store.work.transact(async (tx) => {
    for (const posting of postings) await tx.postings.keep(posting);
  });
const aStep = (step: number, over: Partial<OutgoingMessage> = {}): OutgoingMessage =>
  aCard(REPORT, { ...over, content: { kind: 'step', report: REPORT, step } });
const enqueue = (store: Store, ...messages: OutgoingMessage[]) =>
  store.work.transact((tx) => tx.outbox.enqueue(messages));

async function sendAll(store: Store, ids: readonly (string | null)[]): Promise<void> {
  for (const id of ids) {
    const [entry] = await store.outbox.claim(NOON, LATER, 1);
    if (!entry) throw new Error('nothing to send');
    await store.outbox.sent(entry, id === null ? null : { id }, NOON);
  }
}

export function postingCases(given: Given): void {
  test('what stands in a place is found by its report and step, and by its message', async () => {
    const { store } = given();
    await keep(store, native());
    expect(await store.postings.of(REPORT, 3, AT)).toEqual(native());
    expect(await store.postings.by(AT, { id: 'm-3' })).toEqual(native());
    expect(await store.postings.of(REPORT, 4, AT)).toBeNull();
    expect(await store.postings.of(OTHER, 3, AT)).toBeNull();
    expect(await store.postings.by({ ...AT, place: 'channel-b' }, { id: 'm-3' })).toBeNull();
    expect(await store.postings.by({ ...AT, platform: 'other' }, { id: 'm-3' })).toBeNull();
  });

  test('of what is written down twice the first stays', async () => {
    const { store } = given();
    await keep(store, native(), native({ ref: { id: 'm-4' } }));
    expect(await store.postings.of(REPORT, 3, AT)).toEqual(native());
  });

  test('the cards of a report are found wherever they stand', async () => {
    const { store } = given();
    const elsewhere = { platform: 'web', place: 'channel-b' };
    await enqueue(store, aCard(REPORT), aStep(2), aCard(REPORT, { to: elsewhere }), aCard(OTHER));
    await sendAll(store, ['m-1', 'm-2', 'm-3', 'm-4']);
    expect((await store.postings.cards(REPORT)).map(({ at }) => at)).toEqual([AT, elsewhere]);
  });

  test('a card and its steps are different messages of one report', async () => {
    const { store } = given();
    await enqueue(store, aCard(REPORT), aStep(2), aStep(3));
    await sendAll(store, ['m-1', 'm-2', 'm-3']);
    expect((await store.postings.of(REPORT, CARD, AT))?.ref).toEqual({ id: 'm-1' });
    expect(await store.postings.steps(REPORT)).toEqual([
      native({ step: 2, ref: { id: 'm-2' }, native: false }),
      native({ step: 3, native: false }),
    ]);
    expect(await store.postings.steps(OTHER)).toEqual([]);
  });

  test('a step that still waits is not queued twice, nor for its card', async () => {
    const { store } = given();
    await enqueue(store, aCard(REPORT, { key: 'c' }), aStep(2, { key: 's-1' }));
    await enqueue(store, aStep(2, { key: 's-2' }), aStep(3, { key: 's-3' }));
    expect(await store.outbox.waiting()).toBe(3);
  });

  test('where there was nothing to say any more, nothing stands', async () => {
    const { store } = given();
    await enqueue(store, aStep(2));
    await sendAll(store, [null]);
    expect(await store.postings.steps(REPORT)).toEqual([]);
    expect(await store.outbox.waiting()).toBe(0);
  });

  test('purged words are in no table; their event and its commitment stay', async () => {
    const { store, database } = given();
    const { report, linked } = extended(aReport(), [{}, { content: '{"text":"たからもの"}' }]);
    await store.work.transact((tx) => tx.reports.create(report, linked, []));
    const before = linked[1]?.event.commitment;
    await store.work.transact((tx) => tx.reports.purge(report.id, [2], NOON));
    await store.work.transact((tx) => tx.reports.purge(report.id, [2], LATER));
    const contents = await database.prisma.ledgerContent.findMany({ orderBy: { position: 'asc' } });
    expect(contents.map(({ body, salt }) => [body === null, salt === null])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(contents[1]?.purgedAt).toEqual(new Date(NOON));
    const events = await database.prisma.ledgerEvent.findMany({ orderBy: { seq: 'asc' } });
    expect(events[1]?.commitment).toBe(before);
  });
}
