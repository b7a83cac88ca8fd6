import { describe, expect, it } from 'vitest';
import type { Message, PlaceSummary } from '../../../../src/platforms/web/api.ts';
import { createNotifier } from '../../../../src/platforms/web/page/live/notifier.ts';

const PLACE = 'channel-risk';

function summary(over: Partial<PlaceSummary> = {}): PlaceSummary {
  return {
    place: PLACE,
    kind: 'channel',
    name: 'リスク部',
    revision: 1,
    unread: 0,
    mentioned: false,
    ...over,
  };
}

function message(over: Partial<Message>): Message {
  return {
    id: 'm',
    revision: 2,
    at: '2026-11-20T00:00:00.000Z',
    editedAt: null,
    author: { kind: 'bot' },
    text: null,
    card: null,
    fallback: '中身',
    report: null,
    mention: false,
    notification: 'お知らせがあります。',
    turn: null,
    ...over,
  };
}

function listening(messages: Message[]) {
  const told: string[] = [];
  const api = {
    history: () => Promise.resolve({ ok: true as const, value: { messages, revision: 9, more: false } }),
  };
  const board = {
    show: ({ place, text }: { place: string; text: string }) => void told.push(`${place}: ${text}`),
    takeBack: (place: string) => void told.push(`${place} taken back`),
  };
  return { told, notifier: createNotifier(api, board, [summary()]) };
}

describe('a notification', () => {
  it('says what the message lets it say, and nothing else', async () => {
    const { told, notifier } = listening([message({})]);
    await notifier.consider([summary({ revision: 2, unread: 1 })], true);
    expect(told).toEqual([`${PLACE}: お知らせがあります。`]);
  });

  it('is shown once for one change', async () => {
    const { told, notifier } = listening([message({})]);
    await notifier.consider([summary({ revision: 2, unread: 1 })], true);
    await notifier.consider([summary({ revision: 2, unread: 1 })], true);
    expect(told).toHaveLength(1);
  });

  it('is not shown for what is read already, and is taken back once it is read', async () => {
    const { told, notifier } = listening([message({})]);
    await notifier.consider([summary({ revision: 2 })], true);
    expect(told).toEqual([`${PLACE} taken back`]);
  });

  it('is not made up for later: what came while it was not wanted is no news any more', async () => {
    const { told, notifier } = listening([message({})]);
    await notifier.consider([summary({ revision: 2, unread: 1 })], false);
    await notifier.consider([summary({ revision: 2, unread: 1 })], true);
    expect(told).toEqual([]);
  });

  it.each([
    ['a change in an old card', { editedAt: '2026-11-20T00:01:00.000Z' }],
    ['one’s own words', { author: { kind: 'person' as const, name: '森', me: true } }],
    ['what gives no words for outside the page', { notification: null }],
    ['what was known before', { revision: 1 }],
  ])('is not shown for %s', async (_what, over) => {
    const { told, notifier } = listening([message(over)]);
    await notifier.consider([summary({ revision: 2, unread: 1 })], true);
    expect(told).toEqual([]);
  });
});
