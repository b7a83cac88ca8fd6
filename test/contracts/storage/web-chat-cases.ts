import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { NewWebMessage } from '../../../src/application/ports/web-chat.ts';
import { aView, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const PLACE = 'channel-a';
const LATER = '2026-11-20T03:01:00.000Z';

function said(over: Partial<NewWebMessage> = {}): NewWebMessage {
  const message = {
    key: 'k',
    place: PLACE,
    author: 'bot',
    view: aView(),
    text: null,
    card: null,
    mention: false,
    at: NOON,
  } as const;
  return { ...message, ...over };
}

export function webChatCases(given: Given): void {
  test('a message comes back as it was posted', async () => {
    const { store } = given();
    const mine = said({ author: { person: 'p-001' }, view: null, text: 'ことば' });
    const ref = await store.webChat.post(mine);
    const shown = { ...mine, key: undefined };
    expect(await store.webChat.page(PLACE, null, 10)).toEqual([
      { ...shown, id: ref.id, revision: 1, editedAt: null },
    ]);
  });

  test('a key posted many times at once is one message with one ref', async () => {
    const { store } = given();
    const refs = await Promise.all(Array.from({ length: 4 }, () => store.webChat.post(said())));
    expect(new Set(refs.map((ref) => ref.id)).size).toBe(1);
    expect(await store.webChat.page(PLACE, null, 10)).toHaveLength(1);
  });

  test('an update is found by who catches up, in its old place on the page', async () => {
    const { store } = given();
    const first = await store.webChat.post(said({ key: 'a' }));
    await store.webChat.post(said({ key: 'b' }));
    const seen = await store.webChat.revision(PLACE);
    await store.webChat.update(first, aView('another.key'), LATER);
    expect(await store.webChat.since(PLACE, seen, 10)).toMatchObject([
      { id: first.id, revision: seen + 1, editedAt: LATER, view: aView('another.key') },
    ]);
    expect((await store.webChat.page(PLACE, null, 10)).map((message) => message.id).indexOf(first.id)).toBe(
      0,
    );
  });

  test('updating a message that is not there does nothing', async () => {
    const { store } = given();
    await store.webChat.update({ id: randomUUID() }, aView(), NOON);
    expect(await store.webChat.revision(PLACE)).toBe(0);
  });

  test('pages go back from the newest, each oldest first', async () => {
    const { store } = given();
    const ids: string[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e']) ids.push((await store.webChat.post(said({ key }))).id);
    const newest = await store.webChat.page(PLACE, null, 2);
    expect(newest.map((message) => message.id)).toEqual(ids.slice(3));
    expect((await store.webChat.page(PLACE, newest[0]?.id ?? '', 10)).map((message) => message.id)).toEqual(
      ids.slice(0, 3),
    );
  });

  test('messages posted at the same time have revisions of their own without a gap', async () => {
    const { store } = given();
    await Promise.all(Array.from({ length: 10 }, (_, i) => store.webChat.post(said({ key: `k-${i}` }))));
    const revisions = (await store.webChat.since(PLACE, 0, 100)).map((message) => message.revision);
    expect(revisions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('listeners hear of the place until they stop', async () => {
    const { store } = given();
    const heard: string[] = [];
    const stop = store.webChat.onChange((place) => heard.push(place));
    await store.webChat.post(said({ key: 'a' }));
    stop();
    await store.webChat.post(said({ key: 'b' }));
    expect(heard).toEqual([PLACE]);
  });
}
