import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { fileMishanded, filled } from '../scenes/steps.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { axeFindings } from '../support/axe.ts';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { keyboardUser } from '../support/keyboard-user.ts';

const BOX = 'コメント';
const THREAD = 'やりとり（部内）';

describe.skipIf(withoutBrowser())('the thread on the page of a report', () => {
  let browser: Browser;
  let pageFolder: string;
  let world: World;
  let address: string;
  let report: Report;

  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
    world = await aWorld({ pageFolder });
    const listening = await world.house.start();
    if (!listening.ok) throw new Error(listening.problem.kind);
    address = listening.value.address;
    report = await fileMishanded(world, 'yamada');
    await world.pressCard('tanaka', report.number, 'take');
    const question = { text: filled.text('通知書は封筒に入っていましたか') };
    await world.submit('tanaka', { action: 'ask_form', report: report.number }, question);
    await world.press('yamada', '答える');
    await world.say('yamada', '入っていました');
  }, WORLD_READY_MS);
  afterAll(async () => {
    await browser.close();
    await world.close();
    await rm(pageFolder, { recursive: true });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  async function at(person: string) {
    const user = await keyboardUser(browser, address, person);
    await user.page.goto(`${address}/#/all/${report.number}`);
    await user.page.getByRole('heading', { level: 2 }).first().waitFor();
    return user;
  }
  const thread = (page: Page) => page.getByRole('region', { name: THREAD });
  const messages = async (page: Page) =>
    (await thread(page).locator('.thread-message').allTextContents()).map((text) =>
      text.replaceAll(/\s+/g, ' '),
    );

  test('takes a comment by keyboard, which another reads, changed and deleted', async () => {
    const tanaka = await at('tanaka');
    await tanaka.walkTo('textbox', BOX);
    await tanaka.type('手順書の第3章を調べます');
    await tanaka.key('Enter');
    await thread(tanaka.page).getByText('手順書の第3章を調べます').waitFor();
    await expect.poll(() => thread(tanaka.page).getByRole('textbox', { name: BOX }).inputValue()).toBe('');
    const yoshida = await at('yoshida');
    await expect.poll(() => messages(yoshida.page)).toHaveLength(3);
    const [asked, replied, commented] = await messages(yoshida.page);
    expect(asked).toMatch(/^報告者に届いた文報告者に質問（田中）.*通知書は封筒に入っていましたか$/);
    expect(replied).toMatch(/^報告者から報告者の答え.*入っていました$/);
    expect(commented).toMatch(/^部内だけコメント（田中）.*手順書の第3章を調べます$/);
    expect(await thread(yoshida.page).getByRole('button', { name: '直す' }).count()).toBe(0);

    await tanaka.walkTo('button', '直す');
    await tanaka.key('Enter');
    await tanaka.isAt('textbox', /コメント/);
    await tanaka.key('Control+A');
    await tanaka.type('手順書の第4章を調べます');
    await tanaka.walkTo('button', '送信');
    await tanaka.key('Enter');
    await thread(tanaka.page).getByText('手順書の第4章を調べます').waitFor();
    await thread(tanaka.page)
      .getByText(/^編集済み/)
      .click();
    await thread(tanaka.page).getByText('手順書の第3章を調べます').waitFor();
    expect(await axeFindings(tanaka.page)).toEqual([]);

    await tanaka.walkTo('button', '消す');
    await tanaka.key('Enter');
    await tanaka.page.getByRole('dialog').getByText('元には戻せません').waitFor();
    await tanaka.page.getByRole('dialog').getByRole('button', { name: '消す' }).press('Enter');
    await thread(tanaka.page)
      .getByText(/^田中さんが .* に消しました。$/)
      .waitFor();
    expect((await messages(tanaka.page)).join()).not.toContain('手順書');
  });

  test('keeps what was typed when it is refused, and over a reload', async () => {
    const { page } = await at('yoshida');
    const box = thread(page).getByRole('textbox', { name: BOX });
    await box.fill('あ'.repeat(3001));
    await box.press('Enter');
    await thread(page).getByText('1字多いです。短くしてください。').first().waitFor();
    expect(await box.inputValue()).toHaveLength(3001);
    await box.fill('あとで書きます');
    await page.reload();
    await expect
      .poll(() => thread(page).getByRole('textbox', { name: BOX }).inputValue())
      .toBe('あとで書きます');
    await page.setViewportSize({ width: 380, height: 760 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('leaves what may not be kept in the box, and nowhere else', async () => {
    const { page } = await at('yoshida');
    const box = thread(page).getByRole('textbox', { name: BOX });
    const words = '課長が書類を偽造して処理した件を隠しています';
    await box.fill(words);
    await box.press('Enter');
    await thread(page).getByText('この文は、どこにも残していません。理由は「会話」に届きます。').waitFor();
    expect(await box.inputValue()).toBe(words);
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain(
      '偽造',
    );
    expect(await world.everythingStored()).not.toContain('偽造');
    await page.reload();
    expect(await thread(page).getByRole('textbox', { name: BOX }).inputValue()).toBe('');
  });

  test('is not there for the reporter, nor a word of it', async () => {
    const { page } = await at('yamada');
    const details = page.getByRole('complementary', { name: new RegExp(report.number) });
    await details.getByText('入っていました', { exact: true }).waitFor();
    expect(await thread(page).count()).toBe(0);
    expect(await page.locator('body').textContent()).not.toContain('コメント');
  });
});
