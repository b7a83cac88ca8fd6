import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { questionView } from '../../support/sample-views.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_HANDLER } from '../../support/small-organization.ts';
import { bodyOf, history, signedInClient, startWebWorld, webClient } from '../../support/web-world.ts';
import type { WebClient } from '../../support/web-world.ts';

const world = await startWebWorld();
afterAll(() => world.stop());

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const home = `me:${REPORTER}`;

let reporter: WebClient;
beforeEach(async () => {
  reporter = await signedInClient(world.address, REPORTER);
});

const choose = (client: WebClient, locale: unknown) => client.post('/session/language', { locale });
const jsonOf = async (answer: Promise<Response>) => JSON.stringify(await (await answer).json());

describe('the language of the session', () => {
  test('is the one of the directory until another is chosen', async () => {
    expect(await bodyOf(await reporter.get('/session'))).toMatchObject({ locale: 'ja', name: '森 みどり' });
    expect(await bodyOf(await choose(reporter, 'en'))).toMatchObject({
      locale: 'en',
      name: 'Midori Mori',
      unit: 'Midori Office',
    });
    expect(await bodyOf(await reporter.get('/session'))).toMatchObject({ locale: 'en' });
  });

  test('stays with the browser when one becomes somebody else', async () => {
    await choose(reporter, 'en');
    await reporter.signIn(RISK_HANDLER);
    expect(await bodyOf(await reporter.get('/session'))).toMatchObject({
      person: RISK_HANDLER,
      locale: 'en',
      name: 'Hajime Tanaka',
    });
    const other = await signedInClient(world.address, RISK_HANDLER);
    expect(await bodyOf(await other.get('/session'))).toMatchObject({ locale: 'ja' });
  });

  test('is chosen by somebody who is signed in, out of the two, and by nobody else', async () => {
    const stranger = webClient(world.address);
    expect((await choose(stranger, 'en')).status).toBe(401);
    for (const locale of ['fr', '', null, 1]) {
      const refused = await choose(reporter, locale);
      expect(refused.status).toBe(400);
      expect(refused.headers.getSetCookie()).toEqual([]);
    }
    reporter.cookie = `${reporter.cookie}; tsutae_language=en.Zm9yZ2Vk`;
    expect(await bodyOf(await reporter.get('/session'))).toMatchObject({ locale: 'ja' });
  });

  test('changes everything that stands there already, forth and back', async () => {
    await world.webChat.post({
      key: randomUUID(),
      place: home,
      author: 'bot',
      view: questionView(),
      text: null,
      card: null,
      mention: false,
      at: '2026-11-20T00:00:00.000Z',
    });
    const press = { action: 'answer', value: 'people:one', turn: 1 };
    await reporter.post('/presses', { eventId: randomUUID(), place: home, press });
    await expect.poll(() => world.webChat.revision(home)).toBeGreaterThanOrEqual(3);
    const before = await history(reporter, home);
    expect(JSON.stringify(before)).toContain('何人分');
    expect(before.messages.map(({ text }) => text)).toContain('1人');
    await choose(reporter, 'en');
    const after = await history(reporter, home);
    expect(after.messages.map(({ id }) => id)).toEqual(before.messages.map(({ id }) => id));
    expect(after.messages.map(({ text }) => text)).toContain('1');
    expect(after.messages[0]).toMatchObject({ notification: 'There is a question for you.' });
    // What the person themselves said is quoted as they said it.
    const words = JSON.stringify(after)
      .replaceAll('別の方の通知書', '')
      .replaceAll('窓口で別の方の通知書を渡した。回収済み。', '')
      .replaceAll('窓口でを渡した。回収済み。', '');
    expect(words).not.toMatch(JAPANESE);
    await choose(reporter, 'ja');
    expect(await history(reporter, home)).toEqual(before);
  });

  test('is that of places, sample people, lists, details, drafts, forms and problems', async () => {
    await reporter.say(home, '通知書を渡した');
    await expect.poll(async () => (await bodyOf(await reporter.get('/draft')))['draft']).not.toBeNull();
    const form = () =>
      reporter.post('/presses', {
        eventId: randomUUID(),
        place: home,
        press: { action: 'open_form', turn: 1 },
      });
    const asked = (): Promise<string>[] => [
      jsonOf(reporter.get('/places')),
      jsonOf(reporter.get('/identities')),
      jsonOf(reporter.get('/reports?list=all')),
      jsonOf(reporter.get('/reports/INC-26-7KQAM')),
      jsonOf(reporter.get('/draft')),
      jsonOf(form()),
      jsonOf(reporter.get('/reports/INC-26-00000')),
      jsonOf(reporter.get('/nowhere')),
      jsonOf(reporter.post('/messages', { text: 1 })),
    ];
    for (const answer of asked()) expect(await answer).toMatch(JAPANESE);
    await choose(reporter, 'en');
    for (const answer of asked()) {
      const words = (await answer).replaceAll(/窓口で別の方の通知書を渡した(（\d+件目）|。回収済み。)/g, '');
      expect(words.replaceAll('別の方の通知書', '')).not.toMatch(JAPANESE);
    }
  });
});

describe('an answer to an English message', () => {
  test('is English to a Japanese reader, until they choose', async () => {
    await world.webChat.post({
      key: randomUUID(),
      place: home,
      author: 'bot',
      view: { ...questionView(), language: 'en' },
      text: null,
      card: null,
      mention: false,
      at: '2026-11-20T00:00:00.000Z',
    });
    const last = async () => (await history(reporter, home)).messages.at(-1);
    expect(await last()).toMatchObject({ fallback: 'How many people’s data?' });
    await choose(reporter, 'ja');
    expect(await last()).toMatchObject({ fallback: '何人分ですか。' });
  });

  test('and a person of the other language reads Japanese once they ask for it', async () => {
    const english = await signedInClient(world.address, ENGLISH_HANDLER);
    expect(await jsonOf(english.get('/places'))).not.toMatch(JAPANESE);
    await choose(english, 'ja');
    expect(await jsonOf(english.get('/places'))).toContain('リスク・コンプライアンス部');
  });
});
