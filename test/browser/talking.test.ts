import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { noticeView, questionView } from '../support/sample-views.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../support/small-organization.ts';

const HOME = `me:${REPORTER}`;

describe.skipIf(withoutBrowser())('talking with the bot', () => {
  const it = inBrowser();
  const log = () => it.page.locator('[role=log]:visible');
  const box = () => it.page.locator('main:visible textarea');
  const button = (name: string) => log().getByRole('button', { name, exact: true });
  const focused = () => it.page.locator(':focus');

  async function say(text: string): Promise<void> {
    await box().fill(text);
    await box().press('Enter');
  }

  function post(place: string, key: string, view = noticeView()) {
    return it.world.platform.send({ key, to: { platform: 'web', place }, view, card: null, mention: false });
  }

  const withPreferences = (preferences: object) => async (page: Page) => {
    await page.addInitScript(
      `localStorage.setItem('preferences ${REPORTER}', '${JSON.stringify(preferences)}')`,
    );
  };

  test('an answered question keeps its words and loses its buttons, and the focus goes on to the next one', async () => {
    await it.open(REPORTER);
    await say('通知書');
    await button('1人').press('Enter');
    await button('送信').waitFor();
    await expect.poll(() => button('送信').and(focused()).count()).toBe(1);
    await expect.poll(() => button('1人').count()).toBe(0);
    await log().getByText('何人分ですか。').waitFor();
    await log().getByText('1人', { exact: true }).waitFor();
  });

  test('the buttons of a question are one group with its name', async () => {
    await it.open(REPORTER);
    await say('通知書');
    const group = log().getByRole('group', { name: '何人分ですか。' });
    await group.getByRole('button', { name: '1人', exact: true }).waitFor();
  });

  test('who is typing stays in the box, whatever comes', async () => {
    await it.open(REPORTER);
    await say('通知書');
    await button('1人').waitFor();
    await box().fill('まだ途中');
    await post(HOME, 'next', questionView());
    await expect.poll(() => button('1人').count()).toBe(1);
    await expect.poll(() => box().and(focused()).count()).toBe(1);
    await expect.poll(() => box().inputValue()).toBe('まだ途中');
  });

  test('Enter in an empty box says what to do', async () => {
    await it.open(REPORTER);
    await box().press('Enter');
    await it.page.getByText('まだ空です。ひとこと書いてから、送信してください。').waitFor();
    expect(it.world.edge.received).toEqual([]);
  });

  test('what was not received can be sent again from where it says so', async () => {
    await it.open(REPORTER);
    it.world.edge.failNext({ kind: 'try_again' });
    await say('大事な文');
    await it.page.getByRole('button', { name: 'もう一度送る' }).press('Enter');
    await button('1人').waitFor();
    await expect.poll(() => it.page.getByRole('button', { name: 'もう一度送る' }).count()).toBe(0);
    await expect.poll(() => box().and(focused()).count()).toBe(1);
    expect(it.world.edge.received).toHaveLength(1);
  });

  test('what a server says that is just stopping is for nobody here', async () => {
    const stopping = { error: 'Service Unavailable', message: 'Service Unavailable', statusCode: 503 };
    await it.open(REPORTER);
    await it.page.route('**/api/v1/messages', (route) => route.fulfill({ status: 503, json: stopping }));
    await say('大事な文');
    await it.page.getByRole('alert').getByText('送れませんでした。もう一度送ってください。').waitFor();
  });

  test('once the connection is back, what was not sent is offered again', async () => {
    await it.open(REPORTER);
    await it.world.stop();
    await say('大事な文');
    await it.page.getByRole('alert').getByText('送れませんでした').waitFor();
    await it.world.startAgain();
    await it.page.getByText('つながりました。さっきの文は、まだ送れていません。').waitFor();
    await it.page.getByRole('button', { name: 'もう一度送る' }).press('Enter');
    await log().getByText('大事な文').waitFor();
  });

  test('the end of the box is told before it comes, and what is longer is not sent', async () => {
    await it.open(REPORTER);
    await box().fill('あ'.repeat(39_500));
    await it.page.getByText('あと500字').waitFor();
    await box().fill('あ'.repeat(40_001));
    await box().press('Enter');
    await it.page.getByText('1字多いです。短くしてください。').first().waitFor();
    expect(it.world.edge.received).toEqual([]);
  });

  test('a long text shows its beginning, and the rest when it is asked for', async () => {
    await it.open(REPORTER);
    await say(Array.from({ length: 40 }, (_, index) => `${index}行目`).join('\n'));
    const more = button('全部見る');
    const folded = (await log().getByRole('article').first().boundingBox())?.height ?? 0;
    await more.press('Enter');
    await button('たたむ').waitFor();
    const open = (await log().getByRole('article').first().boundingBox())?.height ?? 0;
    expect(open).toBeGreaterThan(folded * 2);
  });

  test('what has to be read before it is answered is never folded', async () => {
    await it.open(REPORTER);
    const long = questionView();
    const [line] = long.lines;
    const lines = line ? Array.from({ length: 30 }, () => line) : [];
    await post(HOME, 'long', { ...long, lines });
    await button('1人').waitFor();
    await expect.poll(() => button('全部見る').count()).toBe(0);
    await button('1人').press('Enter');
    await button('全部見る').waitFor();
  });

  test('a number is a link to its report, read sign by sign', async () => {
    await it.open(REPORTER);
    await post(HOME, 'done');
    const link = log().getByRole('link', { name: 'INC 26 7 K Q 4 M' });
    await expect.poll(() => link.getAttribute('href')).toBe('#/reports/INC-26-7KQ4M');
    const wrap = await it.page.evaluate<string>(
      `getComputedStyle(document.querySelector('a.number')).whiteSpace`,
    );
    expect(wrap).toBe('nowrap');
  });

  test('whoever handles reports is led to where all of them are', async () => {
    await post(RISK_CHANNEL, 'done');
    await it.open(RISK_HANDLER, { at: `#/channels/${RISK_CHANNEL}` });
    await log().getByRole('link', { name: 'INC 26 7 K Q 4 M' }).press('Enter');
    await it.page.getByRole('heading', { name: 'すべての報告' }).waitFor();
    expect(it.page.url()).toContain('#/all/INC-26-7KQ4M');
  });

  test('a place opens at what was not seen yet, and says where that begins', async () => {
    for (let index = 0; index < 10; index += 1) await post(RISK_CHANNEL, `seen ${index}`);
    await it.world.webChat.markRead(
      RISK_HANDLER,
      RISK_CHANNEL,
      await it.world.webChat.revision(RISK_CHANNEL),
    );
    for (let index = 0; index < 20; index += 1) await post(RISK_CHANNEL, `new ${index}`);
    await it.open(RISK_HANDLER, { at: `#/channels/${RISK_CHANNEL}` });
    const divider = log().getByText('ここから新しい発言');
    await divider.waitFor();
    const before = await divider.locator('xpath=preceding-sibling::article').count();
    expect(before).toBe(10);
    const [frame, mark] = await Promise.all([log().boundingBox(), divider.boundingBox()]);
    expect(Math.abs((mark?.y ?? 0) - (frame?.y ?? 0))).toBeLessThan(60);
  });

  /** Messages of every height, one's own among them, and the log scrolled up to the first that is shown. */
  async function readFromTheTop(): Promise<void> {
    for (let index = 0; index < 40; index += 1) {
      const text = Array.from({ length: index }, (_, line) => `${index}の${line}`).join('\n');
      for (const person of [RISK_HANDLER, ENGLISH_HANDLER]) {
        await it.world.webChat.post({
          key: `${person} ${index}`,
          place: RISK_CHANNEL,
          author: { person },
          view: null,
          text: `最初\n${text}`,
          card: null,
          mention: false,
          at: new Date().toISOString(),
        });
      }
    }
    for (let index = 0; index < 49; index += 1) await post(RISK_CHANNEL, `newer ${index}`);
    await it.open(RISK_HANDLER, { at: `#/channels/${RISK_CHANNEL}` });
    await log().getByRole('article').first().waitFor();
    await log().hover();
    await it.page.mouse.wheel(0, -100_000);
    await button('前の発言を見る').waitFor();
  }

  test('older messages come in above without moving what is read', async () => {
    await readFromTheTop();
    const count = () => log().getByRole('article').count();
    await expect.poll(() => count()).toBe(50);
    const oldest = log().locator(`[id="${await log().getByRole('article').first().getAttribute('id')}"]`);
    const before = (await oldest.boundingBox())?.y ?? 0;
    await button('前の発言を見る').press('Enter');
    await expect.poll(count).toBe(100);
    // Those that are long fold once they are there.
    await button('全部見る').first().waitFor({ state: 'attached' });
    await it.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    expect(Math.abs(((await oldest.boundingBox())?.y ?? 0) - before)).toBeLessThanOrEqual(1);
  });

  test('who looks elsewhere and comes back reads on where they were', async () => {
    for (let index = 0; index < 30; index += 1) await post(HOME, `said ${index}`);
    await it.world.webChat.markRead(REPORTER, HOME, await it.world.webChat.revision(HOME));
    await it.open(REPORTER);
    const tenth = log().getByRole('article').nth(10);
    await tenth.scrollIntoViewIfNeeded();
    await it.page.getByRole('button', { name: 'いちばん新しい発言へ' }).waitFor();
    const before = (await tenth.boundingBox())?.y;
    await it.page.getByRole('link', { name: 'わたしの報告' }).click();
    await tenth.waitFor({ state: 'hidden' });
    await it.page.goBack();
    await tenth.waitFor();
    await it.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    expect((await tenth.boundingBox())?.y).toBe(before);
  });

  test('who would rather fill in a form gets it with the first question, once', async () => {
    await it.open(REPORTER, { before: withPreferences({ asking: 'form' }) });
    await say('通知書');
    const dialog = it.page.getByRole('dialog', { name: '事件・事故・事務処理誤り' });
    await dialog.waitFor();
    await it.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await it.page.reload();
    await button('1人').waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
  });

  test('beside the conversation stands what is being written, as it grows', async () => {
    await it.open(REPORTER);
    const panel = it.page.getByRole('complementary', { name: '内容確認' });
    await panel.getByText(/^書きかけの報告はありません。/).waitFor();
    await say('通知書');
    await panel.getByText('まだのこと').waitFor();
    await panel.getByText('見る人').waitFor();
    for (const name of ['修正', '戻る', 'やめる']) await panel.getByRole('button', { name }).waitFor();
    await button('1人').press('Enter');
    await panel.getByText('まだのこと').waitFor({ state: 'hidden' });
  });

  test('a summary is sent from the conversation, and the panel beside it does not say so again', async () => {
    await it.open(REPORTER);
    const panel = it.page.getByRole('complementary', { name: '内容確認' });
    await say('通知書');
    await button('1人').press('Enter');
    await button('送信').waitFor();
    await panel.getByText('まだのこと').waitFor({ state: 'hidden' });
    await expect.poll(() => panel.getByRole('button').allTextContents()).toEqual(['戻る', '修正', 'やめる']);
    await button('送信').press('Enter');
    await log()
      .getByText(/^受け付けました。/)
      .waitFor();
  });

  test('where there is no room it is a bar, and a sheet from below that Esc closes', async () => {
    await it.open(REPORTER, { viewport: { width: 380, height: 760 } });
    await say('通知書');
    const opener = it.page.getByRole('button', { name: '内容', exact: true });
    await it.page.getByText(/^書きかけ：誤送付/).waitFor();
    await opener.press('Enter');
    const sheet = it.page.getByRole('dialog', { name: '内容確認' });
    await sheet.getByText('見る人').waitFor();
    await it.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await expect.poll(() => opener.and(focused()).count()).toBe(1);
  });

  test('the sheet covers the summary, and so it can be sent from there', async () => {
    await it.open(REPORTER, { viewport: { width: 380, height: 760 } });
    await say('通知書');
    await button('1人').press('Enter');
    await button('送信').waitFor();
    await it.page.getByRole('button', { name: '内容', exact: true }).press('Enter');
    const sheet = it.page.getByRole('dialog', { name: '内容確認' });
    const send = sheet.getByRole('button', { name: '送信', exact: true });
    const stop = sheet.getByRole('button', { name: 'やめる' });
    const [first, last] = await Promise.all([send.boundingBox(), stop.boundingBox()]);
    expect(first?.y).toBe(last?.y);
    await send.press('Enter');
    await sheet.waitFor({ state: 'hidden' });
    await log()
      .getByText(/^受け付けました。/)
      .waitFor();
  });

  test('who reports in a channel is told, alone, where the answer is', async () => {
    await it.open(RISK_HANDLER, { at: `#/channels/${RISK_CHANNEL}` });
    await it.page.getByText(/^「つたえ」と呼びかけると/).waitFor();
    await say('つたえ、通知書を渡しました');
    await it.page.getByText('つたえの答えは、あなたとの会話に届いています。').waitFor();
    await it.page.getByRole('link', { name: '会話を開く' }).press('Enter');
    await button('1人').waitFor();
  });
});
