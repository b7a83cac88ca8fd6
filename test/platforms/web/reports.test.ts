import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SHOWN_NUMBER } from '../../support/echo-edge.ts';
import { SAMPLE_REPORTS } from '../../support/sample-reports.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_HANDLER } from '../../support/small-organization.ts';
import { bodyOf, history, signedInClient, startWebWorld, webClient } from '../../support/web-world.ts';
import type { WebClient } from '../../support/web-world.ts';

const world = await startWebWorld();
afterAll(() => world.stop());

let handler: WebClient;
beforeEach(async () => {
  handler = await signedInClient(world.address, RISK_HANDLER);
});

interface Page {
  reports: Record<string, unknown>[];
  next: string | null;
}

async function page(query: string, client = handler): Promise<Page> {
  const answer = await client.get(`/reports?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
}

describe('lists of reports', () => {
  test('a row says in words what it is, where it stands, who has it and what is next', async () => {
    const { reports } = await page('list=mine');
    expect(reports[0]).toEqual({
      number: SAMPLE_REPORTS[0]?.number,
      type: '事件・事故・事務処理誤り',
      title: '窓口で別の方の通知書を渡した（1件目）',
      severity: '【S3 重要】',
      level: 'S3 重要',
      serious: true,
      state: '受付確認待ち',
      office: 'みどり年金事務所',
      unit: 'リスク・コンプライアンス部',
      holder: '田中 一',
      next: '受付確認は正午まででした',
      due: '2026-11-20T03:00:00.000Z',
      overdue: true,
      drill: false,
      filedAt: '2026-11-20T00:30:00.000Z',
    });
    expect(reports[1]).toMatchObject({ holder: null, next: '11/21(土) 正午までに受付確認', overdue: false });
    const english = await page('list=mine', await signedInClient(world.address, ENGLISH_HANDLER));
    expect(english.reports[0]).toMatchObject({
      severity: '[S3 serious]',
      next: 'Was due noon: acknowledgement',
      holder: 'Hajime Tanaka',
    });
  });

  test.each(['all', 'tasks'])('the pages of %s, one after the other, are everything once', async (list) => {
    const seen: unknown[] = [];
    let after = '';
    for (let next: string | null = ''; next !== null;) {
      const found: Page = await page(`list=${list}${after && `&after=${encodeURIComponent(after)}`}`);
      expect(found.reports.length).toBeLessThanOrEqual(20);
      seen.push(...found.reports.map(({ number }) => number));
      ({ next } = found);
      after = next ?? '';
    }
    const all = SAMPLE_REPORTS.filter(({ due }) => list === 'all' || due !== null);
    expect(seen).toEqual(all.map(({ number }) => number));
  });

  test('words narrow a list', async () => {
    const { reports, next } = await page(`list=all&words=${encodeURIComponent('（12件目）')}`);
    expect(reports.map(({ number }) => number)).toEqual([SAMPLE_REPORTS[11]?.number]);
    expect(next).toBeNull();
    expect((await page(`list=mine&words=${encodeURIComponent('（12件目）')}`)).reports).toEqual([]);
  });

  test.each([
    '',
    'list=everybody',
    'list=mine&other=1',
    'list=mine&after=nonsense',
    'list=mine&after=INC-26-7KQ4M@2026-99-99T00:00:00.000Z',
    `list=mine&words=${'a'.repeat(201)}`,
    'list=mine&list=all',
    'list=all&level=5',
    'list=all&due=yesterday',
    'list=all&type=everything',
    'list=all&from=2026-02-30',
    'list=all&drill=1',
    'list=board',
    'list=board&board=risk&by=colour',
    'list=board&board=risk&by=due&column=new',
    'list=mine&board=risk',
  ])('%s is unreadable', async (query) => {
    const answer = await handler.get(`/reports?${query}`);
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({
      problem: 'unreadable',
      message: '送られた内容を読み取れませんでした。画面を開き直してください。',
    });
  });
});

describe('one report', () => {
  test('has a title, its card, and the buttons of what can be done', async () => {
    world.edge.readers.add(RISK_HANDLER);
    const body = await bodyOf(await handler.get(`/reports/${SHOWN_NUMBER}`));
    expect(body).toMatchObject({ number: SHOWN_NUMBER, card: { type: 'AdaptiveCard' } });
    expect(body['title']).toContain(SHOWN_NUMBER);
    expect(JSON.stringify(body['card'])).toContain('"action":"acknowledge"');
  });

  test('that is hidden answers as one that was never given, in the language of the reader', async () => {
    world.edge.readers.clear();
    const answersOf = async (number: string, client: WebClient) => {
      const answer = await client.get(`/reports/${encodeURIComponent(number)}`);
      return [answer.status, await answer.text()];
    };
    const english = await signedInClient(world.address, ENGLISH_HANDLER);
    for (const client of [handler, english]) {
      const hidden = await answersOf(SHOWN_NUMBER, client);
      expect(hidden[0]).toBe(404);
      for (const number of ['INC-26-00000', 'x', '../session', '%00'])
        expect(await answersOf(number, client)).toEqual(hidden);
    }
    expect(await answersOf('x', handler)).not.toEqual(await answersOf('x', english));
  });
});

describe('the draft', () => {
  const home = `me:${REPORTER}`;

  test('is there while something is being written, with the buttons of the turn that stands', async () => {
    const reporter = await signedInClient(world.address, REPORTER);
    const draft = async () => JSON.stringify((await bodyOf(await reporter.get('/draft')))['draft']);
    const press = (action: string, turn: number) =>
      reporter.post('/presses', { eventId: randomUUID(), place: home, press: { action, turn } });
    expect(await draft()).toBe('null');
    await reporter.say(home, '通知書を渡した');
    await expect.poll(draft).toContain('まだのこと');
    expect(await draft()).toContain('影響人数');
    expect(await draft()).not.toContain('"action":"send"');
    await reporter.post('/presses', {
      eventId: randomUUID(),
      place: home,
      press: { action: 'answer', value: 'people:one', turn: 1 },
    });
    await expect.poll(draft).toContain('"action":"send"');
    expect((await bodyOf(await handler.get('/draft')))['draft']).toBeNull();
    await press('stop', 2);
    await expect.poll(draft).toBe('null');
  });

  test('lends its words to a press that stands in no message', async () => {
    const reporter = await signedInClient(world.address, REPORTER);
    await reporter.say(home, '通知書を渡した');
    await expect.poll(async () => (await bodyOf(await reporter.get('/draft')))['draft']).not.toBeNull();
    const press = { action: 'back', turn: 1 };
    await reporter.post('/presses', { eventId: randomUUID(), place: home, press });
    const own = (await history(reporter, home)).messages.filter(({ text }) => text !== null);
    expect(own.at(-1)).toMatchObject({ text: '戻る', author: { me: true }, notification: null });
  });
});

test('nobody reads lists, reports or drafts without a session', async () => {
  const stranger = webClient(world.address);
  for (const path of ['/reports?list=all', `/reports/${SHOWN_NUMBER}`, '/draft'])
    expect((await stranger.get(path)).status).toBe(401);
});
