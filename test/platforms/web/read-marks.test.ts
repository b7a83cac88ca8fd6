import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewWebMessage } from '../../../src/application/ports/web-chat.ts';
import { SHOWN_NUMBER } from '../../support/echo-edge.ts';
import { cardView, questionView } from '../../support/sample-views.ts';
import { REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../../support/small-organization.ts';
import { bodyOf, signedInClient, startWebWorld, webClient } from '../../support/web-world.ts';
import type { WebClient } from '../../support/web-world.ts';

const world = await startWebWorld();
afterAll(() => world.stop());

let handler: WebClient;
beforeEach(async () => {
  handler = await signedInClient(world.address, RISK_HANDLER);
  world.edge.readers.clear();
  await read(RISK_CHANNEL, await world.webChat.revision(RISK_CHANNEL));
});

function read(place: string, revision: unknown, client = handler): Promise<Response> {
  return client.post(`/places/${encodeURIComponent(place)}/read`, { revision });
}

async function channel(client = handler): Promise<Record<string, unknown>> {
  const places = (await (await client.get('/places')).json()) as Record<string, unknown>[];
  return places.find(({ place }) => place === RISK_CHANNEL) ?? {};
}

function post(over: Partial<NewWebMessage> = {}) {
  return world.webChat.post({
    key: randomUUID(),
    place: RISK_CHANNEL,
    author: 'bot',
    view: questionView(),
    text: null,
    card: null,
    mention: false,
    at: '2026-11-20T00:00:00.000Z',
    ...over,
  });
}

describe('what is unread', () => {
  test('is counted until it is marked read, and a mark can be sent again', async () => {
    expect(await channel()).toMatchObject({ unread: 0, mentioned: false });
    await post();
    await post();
    const { revision, unread } = await channel();
    expect(unread).toBe(2);
    for (const answer of [await read(RISK_CHANNEL, revision), await read(RISK_CHANNEL, revision)]) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({});
    }
    await read(RISK_CHANNEL, 0);
    expect(await channel()).toMatchObject({ unread: 0 });
  });

  test("is nothing of one's own, and stays another member's", async () => {
    const english = await signedInClient(world.address, 'p-english');
    const before = (await channel(english))['unread'];
    await handler.say(RISK_CHANNEL, '通知書を渡した');
    expect(await channel()).toMatchObject({ unread: 0 });
    expect(await channel(english)).toMatchObject({ unread: Number(before) + 1 });
  });

  test('is no card that was read and has changed since', async () => {
    const ref = await post({ view: cardView('received') });
    await read(RISK_CHANNEL, (await channel())['revision']);
    await world.webChat.update(ref, cardView('acknowledged'), '2026-11-20T01:00:00.000Z');
    expect(await channel()).toMatchObject({ unread: 0 });
  });

  test('calls whoever may see the report, and tells nobody else that there was a call', async () => {
    await post({ card: SHOWN_NUMBER, view: cardView('received'), mention: true });
    expect(await channel()).toMatchObject({ unread: 1, mentioned: false });
    world.edge.readers.add(RISK_HANDLER);
    expect(await channel()).toMatchObject({ unread: 1, mentioned: true });
    await read(RISK_CHANNEL, (await channel())['revision']);
    expect(await channel()).toMatchObject({ unread: 0, mentioned: false });
  });
});

describe('a mark', () => {
  test.each([-1, 1.5, '3', null, Number.MAX_SAFE_INTEGER * 4])('%s is unreadable', async (revision) => {
    const answer = await read(RISK_CHANNEL, revision);
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({
      message: '送られた内容を読み取れませんでした。画面を開き直してください。',
    });
  });

  test("in another person's place answers like one in a place that does not exist", async () => {
    const reporter = await signedInClient(world.address, REPORTER);
    const answersOf = async (place: string) => {
      const answer = await read(place, 1, reporter);
      return [answer.status, await answer.text()];
    };
    const nowhere = await answersOf('me:no-such-person');
    expect(nowhere[0]).toBe(404);
    for (const place of [RISK_CHANNEL, `me:${RISK_HANDLER}`]) expect(await answersOf(place)).toEqual(nowhere);
  });

  test('needs a session', async () => {
    expect((await read(RISK_CHANNEL, 1, webClient(world.address))).status).toBe(401);
  });
});
