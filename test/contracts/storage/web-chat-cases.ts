import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { MOST_UNREAD, type NewWebMessage } from '../../../src/application/ports/web-chat.ts';
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
    expect(await store.webChat.page(PLACE, null, 10)).toEqual({
      revision: 1,
      messages: [{ ...shown, id: ref.id, revision: 1, editedAt: null }],
    });
  });

  test('a key posted many times at once is one message with one ref', async () => {
    const { store } = given();
    const refs = await Promise.all(Array.from({ length: 4 }, () => store.webChat.post(said())));
    expect(new Set(refs.map((ref) => ref.id)).size).toBe(1);
    expect((await store.webChat.page(PLACE, null, 10)).messages).toHaveLength(1);
  });

  test('an update is found by who catches up, in its old place on the page', async () => {
    const { store } = given();
    const first = await store.webChat.post(said({ key: 'a' }));
    await store.webChat.post(said({ key: 'b' }));
    const seen = await store.webChat.revision(PLACE);
    await store.webChat.update(first, aView('another.key'), LATER);
    expect(await store.webChat.since(PLACE, seen, 10)).toMatchObject({
      revision: seen + 1,
      messages: [{ id: first.id, revision: seen + 1, editedAt: LATER, view: aView('another.key') }],
    });
    expect((await store.webChat.page(PLACE, null, 10)).messages[0]?.id).toBe(first.id);
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
    expect(newest.messages.map((message) => message.id)).toEqual(ids.slice(3));
    const older = await store.webChat.page(PLACE, newest.messages[0]?.id ?? '', 10);
    expect(older.messages.map((message) => message.id)).toEqual(ids.slice(0, 3));
  });

  test('where the place stands is told with its messages, also when there are none to tell', async () => {
    const { webChat } = given().store;
    expect(await webChat.page(PLACE, null, 10)).toEqual({ revision: 0, messages: [] });
    expect(await webChat.since(PLACE, 0, 10)).toEqual({ revision: 0, messages: [] });
    for (const key of ['a', 'b', 'c']) await webChat.post(said({ key }));
    expect(await webChat.since(PLACE, 3, 10)).toEqual({ revision: 3, messages: [] });
    expect(await webChat.since(PLACE, 0, 2)).toMatchObject({
      revision: 3,
      messages: [{ revision: 1 }, { revision: 2 }],
    });
    expect(await webChat.page(PLACE, randomUUID(), 10)).toEqual({ revision: 3, messages: [] });
  });

  test('a reader who goes on from where the place stood misses nothing that is posted meanwhile', async () => {
    const { webChat } = given().store;
    const posting = Promise.all(
      Array.from({ length: 20 }, (_, i) => webChat.post(said({ key: `k-${String(i)}` }))),
    );
    const seen = new Set<string>();
    for (let revision = 0; seen.size < 20;) {
      const read = await webChat.since(PLACE, revision, 100);
      read.messages.forEach((message) => seen.add(message.id));
      expect(read.revision).toBe(read.messages.at(-1)?.revision ?? revision);
      revision = read.revision;
    }
    expect(seen).toEqual(new Set((await posting).map((posted) => posted.id)));
  });

  test('messages posted at the same time have revisions of their own without a gap', async () => {
    const { store } = given();
    await Promise.all(Array.from({ length: 10 }, (_, i) => store.webChat.post(said({ key: `k-${i}` }))));
    const revisions = (await store.webChat.since(PLACE, 0, 100)).messages.map((message) => message.revision);
    expect(revisions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('messages posted at the same time stand in the order in which they were said, in each place', async () => {
    const { webChat } = given().store;
    const places = [PLACE, 'channel-b', 'channel-0'];
    const posted = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        webChat.post(said({ key: `k-${String(99 - i)}`, place: places[i % 3] ?? PLACE })),
      ),
    );
    for (const [index, place] of places.entries()) {
      const { messages, revision } = await webChat.page(place, null, 100);
      const expected = posted.filter((_, i) => i % 3 === index);
      expect(messages.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(revision).toBe(20);
    }
  });

  test('listeners hear of the place and where it stands, until they stop', async () => {
    const { webChat } = given().store;
    const heard: [string, number | null][] = [];
    const stop = webChat.onChange((...change) => heard.push(change));
    const ref = await webChat.post(said({ key: 'a' }));
    await webChat.update(ref, aView('another.key'), LATER);
    stop();
    await webChat.post(said({ key: 'b' }));
    expect(heard).toEqual([
      [PLACE, 1],
      [PLACE, 2],
    ]);
  });

  const standing = async (person = 'p-001') =>
    (await given().store.webChat.standings(person, [PLACE])).get(PLACE);

  test('what others have posted is unread up to the mark, and an older mark takes nothing back', async () => {
    const { webChat } = given().store;
    for (const key of ['a', 'b', 'c']) await webChat.post(said({ key }));
    await webChat.post(said({ key: 'mine', author: { person: 'p-001' }, view: null, text: 'ことば' }));
    expect(await standing()).toEqual({ revision: 4, unread: 3, mentions: [] });
    await webChat.markRead('p-001', PLACE, 2);
    expect(await standing()).toMatchObject({ unread: 1 });
    await webChat.markRead('p-001', PLACE, 1);
    expect(await standing()).toMatchObject({ unread: 1 });
    expect(await standing('p-002')).toMatchObject({ unread: 4 });
  });

  test('a mark beyond the present does not hide what is still to come', async () => {
    const { webChat } = given().store;
    await webChat.post(said({ key: 'a' }));
    await webChat.markRead('p-001', PLACE, 1_000);
    await webChat.post(said({ key: 'b' }));
    expect(await standing()).toMatchObject({ unread: 1 });
  });

  test('what was read and then changed stays read; what was not read stays one message', async () => {
    const { webChat } = given().store;
    const read = await webChat.post(said({ key: 'a' }));
    await webChat.markRead('p-001', PLACE, 1);
    await webChat.update(read, aView('another.key'), LATER);
    expect(await standing()).toMatchObject({ revision: 2, unread: 0 });
    const unread = await webChat.post(said({ key: 'b' }));
    await webChat.update(unread, aView('another.key'), LATER);
    expect(await standing()).toMatchObject({ unread: 1 });
  });

  test('marks made at the same time leave the newest', async () => {
    const { webChat } = given().store;
    for (const key of ['a', 'b', 'c', 'd']) await webChat.post(said({ key }));
    await Promise.all([3, 1, 4, 2].map((revision) => webChat.markRead('p-001', PLACE, revision)));
    expect(await standing()).toMatchObject({ unread: 0 });
  });

  test('mentions among the unread are told with their reports, newest first', async () => {
    const { webChat } = given().store;
    await webChat.post(said({ key: 'a', mention: true, card: 'INC-26-A0001' }));
    await webChat.post(said({ key: 'b', mention: true }));
    await webChat.post(said({ key: 'c' }));
    expect(await standing()).toMatchObject({ mentions: [null, 'INC-26-A0001'] });
    await webChat.markRead('p-001', PLACE, 2);
    expect(await standing()).toMatchObject({ unread: 1, mentions: [] });
  });

  test('nobody counts further than a hundred, and a place where nothing was said stands nowhere', async () => {
    const { webChat } = given().store;
    for (let index = 0; index < MOST_UNREAD + 2; index += 1) await webChat.post(said({ key: `k-${index}` }));
    expect(await standing()).toMatchObject({ revision: MOST_UNREAD + 2, unread: MOST_UNREAD });
    expect((await webChat.standings('p-001', ['channel-silent'])).size).toBe(0);
    await webChat.markRead('p-001', 'channel-silent', 1);
    expect((await webChat.standings('p-001', ['channel-silent'])).size).toBe(0);
  });
}
