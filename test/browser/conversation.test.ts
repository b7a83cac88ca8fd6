import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { STOPPING_WORD } from '../support/echo-edge.ts';
import { openPage } from '../support/open-page.ts';
import { REPORTER, RISK_HANDLER } from '../support/small-organization.ts';
import { startWebWorld } from '../support/web-world.ts';
import type { WebWorld } from '../support/web-world.ts';

/** Runs in the page. */
const PASTE_PICTURE = `
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(paste);
`;

describe.skipIf(withoutBrowser())('the conversation in a browser', () => {
  let browser: Browser;
  let pageFolder: string;
  let world: WebWorld;
  let page: Page;
  let complaints: string[];
  let strayed: string[];

  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(pageFolder, { recursive: true });
  });
  beforeEach(async () => {
    world = await startWebWorld({ pageFolder });
    world.edge.readers.add(RISK_HANDLER);
    ({ page, complaints, strayed } = await openPage(browser, world, REPORTER));
  });
  afterEach(async () => {
    await page.context().close();
    await world.stop();
  });

  const box = () => page.getByRole('textbox', { name: 'ひとことで書いてください' });
  const log = () => page.getByRole('log', { name: 'つたえとの会話' });
  const button = (name: string) => log().getByRole('button', { name, exact: true });

  test('one sentence and two presses by keyboard become a card in the channel of the department', async () => {
    await page.getByRole('button', { name: /^昨日、窓口で/ }).press('Enter');
    await box().press('Enter');
    await button('1人').press('Enter');
    await button('送信').press('Enter');
    await log().getByText('受け付けました。番号は INC-26-7KQ4M です。').waitFor();
    await page.getByRole('combobox', { name: '使う人' }).selectOption(RISK_HANDLER);
    await page.getByRole('link', { name: /^リスク・コンプライアンス部/ }).press('Enter');
    await page
      .getByRole('log', { name: /リスク・コンプライアンス部/ })
      .getByText('INC-26-7KQ4M')
      .waitFor();
    expect(complaints).toEqual([]);
    expect(strayed).toEqual([]);
  });

  test('Enter that ends a kana conversion sends nothing, and Shift+Enter breaks the line', async () => {
    await box().fill('つうちしょ');
    await box().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await box().dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    await box().press('Shift+Enter');
    await expect.poll(() => box().inputValue()).toBe('つうちしょ\n');
    expect(world.edge.received).toEqual([]);
  });

  test('every message says first who speaks', async () => {
    await box().fill('通知書');
    await box().press('Enter');
    await button('1人').waitFor();
    const spoken = await log().getByRole('article').allTextContents();
    expect(spoken.map((text) => text.slice(0, 3))).toEqual(['あなた', 'つたえ']);
  });

  test('words that were not received stay in the box, and sent again they are one event', async () => {
    world.edge.failNext({ kind: 'try_again' });
    await box().fill('大事な文');
    await box().press('Enter');
    await page.getByRole('alert').getByText('今は受け付けられません').waitFor();
    await expect.poll(() => box().inputValue()).toBe('大事な文');
    await box().press('Enter');
    await button('1人').waitFor();
    await expect.poll(() => box().inputValue()).toBe('');
    expect(world.edge.received).toHaveLength(1);
  });

  test('a draft outlives a reload', async () => {
    await box().fill('書きかけ');
    await page.reload();
    await expect.poll(() => box().inputValue()).toBe('書きかけ');
  });

  test('stopped words stand nowhere, and come back when it was no violation', async () => {
    const words = `上司の${STOPPING_WORD}`;
    await box().fill(words);
    await box().press('Enter');
    await page.getByText('今の文は、どこにも残していません。').waitFor();
    const kept = () => page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
    expect(await kept()).not.toContain(STOPPING_WORD);
    expect(await page.content()).not.toContain(STOPPING_WORD);
    await button('違反ではない').press('Enter');
    await expect.poll(() => box().inputValue()).toBe(words);
    await box().press('End');
    await box().pressSequentially('。');
    expect(await kept()).not.toContain(STOPPING_WORD);
  });

  test('a pasted picture is refused in words', async () => {
    await box().focus();
    await page.evaluate(PASTE_PICTURE);
    await page.getByRole('alert').getByText('画像は受け取れません。文字で書いてください。').waitFor();
  });

  test('what a person writes is text, whatever it looks like', async () => {
    await box().fill('<img src=x onerror=alert(1)> **太字** {x}');
    await box().press('Enter');
    await log().getByText('<img src=x onerror=alert(1)> **太字** {x}').waitFor();
    await expect.poll(() => log().locator('img').count()).toBe(0);
  });
});
