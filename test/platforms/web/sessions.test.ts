import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionView } from '../../support/sample-views.ts';
import { NO_SAMPLE, REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../../support/small-organization.ts';
import { bodyOf, reporterAndHandler, webClient } from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let reporter: WebClient;
let handler: WebClient;
const home = `me:${REPORTER}`;

beforeAll(async () => void ({ world, reporter, handler } = await reporterAndHandler()));
afterAll(() => world.stop());

describe('who one is', () => {
  test('the cookie is out of reach of scripts and other sites', async () => {
    const cookie = (await webClient(world.address).signIn(REPORTER)).headers.getSetCookie()[0];
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
  });

  test('the session says who one is, where, and in which language', async () => {
    expect(await bodyOf(await reporter.get('/session'))).toEqual({
      person: REPORTER,
      name: '森 みどり',
      unit: 'みどり年金事務所',
      locale: 'ja',
      home,
      handles: false,
      offsetMinutes: 540,
    });
  });

  test('the session says whether one handles reports', async () => {
    expect(await bodyOf(await handler.get('/session'))).toMatchObject({ handles: true });
  });

  test.each([NO_SAMPLE, 'nobody'])('%s gets no session', async (person) => {
    const response = await webClient(world.address).signIn(person);
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ['none', ''],
    ['one without a signature', `tsutae_person=${RISK_HANDLER}`],
    ['one with a made-up signature', `tsutae_person=${RISK_HANDLER}.c2lnbmF0dXJl`],
  ])('with a cookie that is %s nobody is signed in, and every route answers 401', async (_name, cookie) => {
    const client = webClient(world.address);
    client.cookie = cookie;
    const session = await client.get('/session');
    expect(session.status).toBe(200);
    expect(await session.json()).toBeNull();
    const answers = [
      await client.get('/places'),
      await client.get('/stream'),
      await client.get(`/places/${home}/messages`),
      await client.say(home, 'x'),
    ];
    for (const response of answers) {
      expect(response.status).toBe(401);
      expect(await bodyOf(response)).toMatchObject({ problem: 'no_session' });
    }
  });

  test("another person's signature does not fit", async () => {
    const client = webClient(world.address);
    client.cookie = reporter.cookie.replace(REPORTER, RISK_HANDLER);
    expect(await (await client.get('/session')).json()).toBeNull();
  });

  test('a person sees their own conversation and the channels they belong to', async () => {
    const placesOf = async (client: WebClient) => bodyOf(await client.get('/places'));
    expect(await placesOf(reporter)).toMatchObject([{ place: home, kind: 'personal' }]);
    expect(await placesOf(handler)).toMatchObject([
      { place: `me:${RISK_HANDLER}` },
      { place: RISK_CHANNEL, kind: 'channel', name: 'リスク・コンプライアンス部' },
      { place: 'channel-service' },
    ]);
  });
});

describe("what is not one's own", () => {
  test.each([`me:${RISK_HANDLER}`, RISK_CHANNEL])(
    '%s answers like a place that does not exist',
    async (place) => {
      await world.webChat.post({
        key: `secret ${place}`,
        place,
        author: 'bot',
        view: questionView(),
        text: null,
        card: null,
        mention: false,
        at: '2026-11-20T00:00:00.000Z',
      });
      const answersOf = async (at: string) => {
        const press = { action: 'mine' };
        const eventId = randomUUID();
        const answers = [
          await reporter.get(`/places/${encodeURIComponent(at)}/messages`),
          await reporter.get(`/places/${encodeURIComponent(at)}/messages?since=0`),
          await reporter.say(at, 'x'),
          await reporter.post('/presses', { eventId, place: at, press }),
          await reporter.post('/forms', { eventId, place: at, opener: null, press, values: {} }),
        ];
        return Promise.all(answers.map(async (one) => [one.status, await one.text()]));
      };
      expect(await answersOf(place)).toEqual(await answersOf('me:no-such-person'));
      expect((await answersOf(place)).map(([status]) => status)).toEqual([404, 404, 404, 404, 404]);
    },
  );
});

describe('what one has set for oneself', () => {
  test('is asked for and changed, and nothing else is taken', async () => {
    expect(await bodyOf(await reporter.get('/preferences'))).toEqual({ news: 'at_once' });
    expect((await reporter.post('/preferences', { news: 'daily' })).status).toBe(200);
    expect(await bodyOf(await reporter.get('/preferences'))).toEqual({ news: 'daily' });
    expect((await reporter.post('/preferences', { news: 'never' })).status).toBe(400);
    expect(await bodyOf(await handler.get('/preferences'))).toEqual({ news: 'at_once' });
    expect((await webClient(world.address).get('/preferences')).status).toBe(401);
  });
});
