import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STOPPING_WORD } from '../../support/echo-edge.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_HANDLER } from '../../support/small-organization.ts';
import { bodyOf, history, reporterAndHandler, signedInClient } from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let reporter: WebClient;
let handler: WebClient;
const home = `me:${REPORTER}`;

beforeAll(async () => void ({ world, reporter, handler } = await reporterAndHandler()));
afterAll(() => world.stop());

describe('saying something', () => {
  test('the masked words stand in the place, in the order of the talk', async () => {
    const response = await reporter.say(home, '番号 1234567890 の方の通知書');
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({
      shown: '番号 〔番号〕 の方の通知書',
      hidden: ['basic_pension_number'],
      repeated: false,
    });
    await expect.poll(async () => (await history(reporter, home)).messages.length).toBe(2);
    const { messages } = await history(reporter, home);
    expect(messages[0]).toMatchObject({
      author: { kind: 'person', me: true },
      text: '番号 〔番号〕 の方の通知書',
    });
    expect(messages[1]).toMatchObject({ author: { kind: 'bot' }, fallback: '何人分ですか。' });
    expect(JSON.stringify(messages)).not.toContain('1234567890');
  });

  test('the same event twice is one message and one event', async () => {
    const before = (await history(reporter, home)).messages.length;
    const body = { eventId: randomUUID(), place: home, text: '二度おした' };
    const first = await reporter.post('/messages', body);
    const second = await reporter.post('/messages', body);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(await bodyOf(second)).toMatchObject({ repeated: true, shown: '二度おした' });
    await expect.poll(async () => (await history(reporter, home)).messages.length).toBe(before + 2);
  });

  test("an event id taken from another person is not that person's event", async () => {
    const eventId = randomUUID();
    await reporter.post('/messages', { eventId, place: home, text: 'わたしの文' });
    const answer = await handler.post('/messages', {
      eventId,
      place: `me:${RISK_HANDLER}`,
      text: '別の人の文',
    });
    expect(await bodyOf(answer)).toMatchObject({ repeated: false, shown: '別の人の文' });
  });

  test('what was stopped is shown nowhere', async () => {
    const response = await reporter.say(home, `${STOPPING_WORD}の話`);
    expect(await bodyOf(response)).toMatchObject({ shown: null });
    const { messages } = await history(reporter, home);
    expect(JSON.stringify(messages)).not.toContain(STOPPING_WORD);
  });

  test('40,000 characters fit, however a client writes them', async () => {
    expect((await reporter.say(home, '報'.repeat(40_000))).status).toBe(202);
    const escaped = `{"eventId":"${randomUUID()}","place":"${home}","text":"${'\\u5831'.repeat(40_000)}"}`;
    const headers = { 'content-type': 'application/json', cookie: reporter.cookie };
    const url = `${world.address}/api/v1/messages`;
    expect((await fetch(url, { method: 'POST', headers, body: escaped })).status).toBe(202);
  });

  test('a body beyond every message gets 413 and words', async () => {
    const response = await reporter.say(home, '報'.repeat(400_000));
    expect(response.status).toBe(413);
    expect(await bodyOf(response)).toEqual({
      problem: 'too_large',
      message: '長すぎて受け取れません。短くして、もう一度送ってください。',
    });
  });

  test.each([
    ['empty_message', 422],
    ['try_again', 503],
    ['old_button', 409],
    ['not_found', 404],
  ] as const)('the problem %s is said as %d in the language of the person', async (kind, status) => {
    const english = await signedInClient(world.address, ENGLISH_HANDLER);
    world.edge.failNext({ kind });
    const ja = await reporter.say(home, 'x');
    world.edge.failNext({ kind });
    const en = await english.say(`me:${ENGLISH_HANDLER}`, 'x');
    expect([ja.status, en.status]).toEqual([status, status]);
    const words = [await bodyOf(ja), await bodyOf(en)];
    expect(words.map((body) => body['problem'])).toEqual([kind, kind]);
    expect(words[0]?.['message']).toMatch(/[ぁ-ん]/);
    expect(words[1]?.['message']).toMatch(/^[A-Z][^ぁ-ん]*$/);
  });

  test.each([
    ['an event id that is none', { eventId: 'x', place: home, text: 'x' }],
    ['a missing text', { eventId: randomUUID(), place: home }],
    ['something extra', { eventId: randomUUID(), place: home, text: 'x', attachments: 1 }],
    ['a list', []],
    ['nothing', null],
  ])('%s is unreadable', async (_name, body) => {
    const response = await reporter.post('/messages', body);
    expect(response.status).toBe(400);
    expect(await bodyOf(response)).toMatchObject({ problem: 'unreadable' });
  });

  test('broken JSON is unreadable and its text is logged nowhere', async () => {
    const headers = { 'content-type': 'application/json', cookie: reporter.cookie };
    const response = await fetch(`${world.address}/api/v1/messages`, {
      method: 'POST',
      headers,
      body: '{"text":"秘密',
    });
    expect(response.status).toBe(400);
    expect(world.logged.join()).not.toContain('秘密');
  });
});
