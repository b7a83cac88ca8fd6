import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHOWN_NUMBER } from '../../support/echo-edge.ts';
import { cardView, questionView } from '../../support/sample-views.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../../support/small-organization.ts';
import { history, reporterAndHandler, signedInClient } from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let reporter: WebClient;
let handler: WebClient;
const home = `me:${REPORTER}`;

beforeAll(async () => void ({ world, reporter, handler } = await reporterAndHandler()));
afterAll(() => world.stop());

describe('reading', () => {
  test('a page back in time ends where the next one begins, without gaps or doubles', async () => {
    const client = await signedInClient(world.address, ENGLISH_HANDLER);
    const place = `me:${ENGLISH_HANDLER}`;
    for (let index = 0; index < 7; index += 1) await client.say(place, `message ${index}`);
    await expect.poll(async () => (await history(client, place)).messages.length).toBeGreaterThanOrEqual(14);
    const all = (await history(client, place, '?limit=100')).messages.map((message) => message['id']);
    const seen: unknown[] = [];
    let before = '';
    for (let more = true; more;) {
      const page = await client.get(`/places/${place}/messages?limit=3${before && `&before=${before}`}`);
      const body = (await page.json()) as { messages: { id: string }[]; more: boolean };
      seen.unshift(...body.messages.map((message) => message.id));
      before = body.messages[0]?.id ?? '';
      more = body.more;
    }
    expect(seen).toEqual(all);
  });

  test('catching up from any revision in small steps ends at the present', async () => {
    const place = `me:${ENGLISH_HANDLER}`;
    const client = await signedInClient(world.address, ENGLISH_HANDLER);
    const present = await world.webChat.revision(place);
    const seen = new Set<string>();
    let revision = 0;
    for (let more = true; more;) {
      const response = await client.get(`/places/${place}/messages?since=${revision}&limit=2`);
      const body = (await response.json()) as { messages: { id: string }[]; revision: number; more: boolean };
      body.messages.forEach((message) => seen.add(message.id));
      ({ revision, more } = body);
    }
    expect(revision).toBe(present);
    expect(seen.size).toBe((await history(client, place, '?limit=100')).messages.length);
  });

  test.each(['?limit=0', '?limit=101', '?limit=x', '?since=-1', '?other=1'])(
    '%s is unreadable',
    async (query) => {
      expect((await reporter.get(`/places/${home}/messages${query}`)).status).toBe(400);
    },
  );

  test('a card shows to whom the report may be seen; the others of the channel get its one neutral sentence', async () => {
    const post = { key: 'card', to: { platform: 'web', place: RISK_CHANNEL }, mention: false };
    await world.platform.send({ ...post, view: cardView('received'), card: SHOWN_NUMBER });
    const last = async () => (await history(handler, RISK_CHANNEL)).messages.at(-1);
    world.edge.readers.delete(RISK_HANDLER);
    expect(await last()).toMatchObject({ card: null, report: null, fallback: 'お知らせがあります。' });
    expect(JSON.stringify(await last())).not.toContain(SHOWN_NUMBER);
    world.edge.readers.add(RISK_HANDLER);
    expect(await last()).toMatchObject({ report: SHOWN_NUMBER, card: { type: 'AdaptiveCard' } });
  });

  test('sending again posts once, an update changes the message in its place', async () => {
    const post = {
      key: 'living',
      to: { platform: 'web', place: RISK_CHANNEL },
      view: cardView('received'),
      card: null,
      mention: true,
    };
    const first = await world.platform.send(post);
    const again = await world.platform.send(post);
    expect(again).toEqual(first);
    if (!first.ok) throw new Error('not sent');
    await world.platform.update(first.value, { ...post, view: cardView('acknowledged') });
    const { messages } = await history(handler, RISK_CHANNEL);
    const found = messages.filter((message) => message['id'] === first.value.id);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found[0])).toContain('受付確認済');
    expect(found[0]?.['editedAt']).not.toBeNull();
  });

  test('a place that does not exist takes no message', async () => {
    const to = { platform: 'web', place: 'channel-nowhere' };
    const sent = await world.platform.send({
      key: 'x',
      to,
      view: questionView(),
      card: null,
      mention: false,
    });
    expect(sent).toEqual({ ok: false, problem: { code: 'no_such_place', retryAfterMs: null } });
  });
});
