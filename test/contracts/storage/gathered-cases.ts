import { expect, test } from 'vitest';
import type { NewWebMessage } from '../../../src/application/ports/web-chat.ts';
import { aCard, aMessage, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const REPORT = '00000000-0000-4000-8000-000000000001';
const LATER = '2026-11-20T03:01:00.000Z';
/** No database takes it. */
const BAD = 'bad\u0000text';

/** Writes that come at the same moment share a statement, and know nothing of one another. */
export function gatheredCases(given: Given): void {
  test('a message that cannot be stored harms none that is posted with it', async () => {
    const { webChat } = given().store;
    const message = (text: string): NewWebMessage => ({
      key: `key of ${text.replace('\u0000', '')}`,
      place: 'channel-a',
      author: { person: 'p-001' },
      at: NOON,
      view: null,
      text,
      card: null,
      mention: false,
    });
    const posted = await Promise.allSettled(['a', BAD, 'c'].map((text) => webChat.post(message(text))));
    expect(posted.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const { messages } = await webChat.page('channel-a', null, 10);
    expect(messages.map(({ text, revision }) => [text, revision])).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
  });

  test('an entry that cannot be marked as sent harms none that is marked with it', async () => {
    const { outbox, work } = given().store;
    const places = ['channel-a', 'channel-b', 'channel-c'];
    await work.transact((tx) =>
      tx.outbox.enqueue(places.map((place) => aCard(REPORT, { key: place, to: { platform: 'web', place } }))),
    );
    const claimed = await outbox.claim(NOON, LATER, 10);
    const refs = ['m-a', BAD, 'm-c'];
    const marked = await Promise.allSettled(
      claimed.map((entry, index) => outbox.sent(entry, { id: refs[index] ?? '' }, NOON)),
    );
    expect(marked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await outbox.waiting()).toBe(1);
    const stands = await Promise.all(
      places.map((place) => outbox.cardRef(REPORT, { platform: 'web', place })),
    );
    expect(stands).toEqual([{ id: 'm-a' }, null, { id: 'm-c' }]);
  });

  test('an entry that is marked twice at once stays as it was marked first', async () => {
    const { outbox, work } = given().store;
    await work.transact((tx) => tx.outbox.enqueue([aCard(REPORT), aMessage()]));
    const [entry] = await outbox.claim(NOON, LATER, 10);
    if (!entry) throw new Error('nothing to send');
    await Promise.all(['m-1', 'm-2'].map((id) => outbox.sent(entry, { id }, NOON)));
    expect(await outbox.cardRef(REPORT, entry.to)).toEqual({ id: 'm-1' });
    expect(await outbox.waiting()).toBe(1);
  });
}
