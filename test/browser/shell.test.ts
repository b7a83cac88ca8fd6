import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { reportRow } from '../support/report-rows.ts';
import { servedReports } from '../support/served-reports.ts';
import { ENGLISH_HANDLER, REPORTER, RISK_HANDLER } from '../support/small-organization.ts';

const RISK = 'リスク・コンプライアンス部';
const NARROW = { width: 380, height: 760 };

describe.skipIf(withoutBrowser())('the shell of the page', () => {
  const it = inBrowser();
  const focused = (page: Page) => page.locator(':focus');
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const rail = (page: Page) => page.getByRole('navigation', { name: 'メニュー' });
  const isFocused = (page: Page, name: string) =>
    expect.poll(() => heading(page, name).and(focused(page)).count()).toBe(1);

  test('the first stop of the keyboard leads past the bars to the view', async () => {
    const page = await it.open(REPORTER);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page).textContent()).toBe('本文へ進む');
    await page.keyboard.press('Enter');
    await isFocused(page, 'つたえとの会話');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('the rail is walked by keyboard alone, and each view begins at its heading', async () => {
    const page = await it.open(RISK_HANDLER, { before: servedReports([reportRow()]).serve });
    await rail(page).getByRole('link', { name: 'わたしの報告' }).press('Enter');
    await isFocused(page, 'わたしの報告');
    await expect.poll(() => page.title()).toBe('わたしの報告 | つたえ');
    await rail(page).getByRole('link', { name: /^担当/ }).press('Enter');
    await isFocused(page, '担当');
    await rail(page).getByRole('link', { name: RISK }).press('Enter');
    await isFocused(page, RISK);
    await expect.poll(() => rail(page).locator('[aria-current=page]').textContent()).toBe(RISK);
    await rail(page).getByRole('link', { name: /^会話/ }).press('Enter');
    await isFocused(page, 'つたえとの会話');
    expect(it.complaints).toEqual([]);
  });

  test('a press of 報告する leads from anywhere into the box of the conversation', async () => {
    const page = await it.open(RISK_HANDLER, { at: '#/channels/channel-risk' });
    await rail(page).getByRole('button', { name: '報告する' }).press('Enter');
    await page.getByRole('log', { name: 'つたえとの会話' }).getByRole('article').first().waitFor();
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('ひとことで書いてください');
    expect(it.world.edge.received.map(({ body }) => body)).toMatchObject([
      { kind: 'pressed', press: { action: 'start' } },
    ]);
  });

  test('reload and the back button keep to the address', async () => {
    const page = await it.open(RISK_HANDLER, { before: servedReports([reportRow()]).serve });
    await rail(page).getByRole('link', { name: 'わたしの報告' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /通知書/ })
      .click();
    await page.getByRole('complementary').getByRole('heading', { name: 'INC 26 7 K Q 4 M' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/reports/INC-26-7KQ4M');
    await page.reload();
    await page.getByRole('complementary').getByText('状態：受付確認待ち').waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
    await page.goBack();
    await heading(page, 'つたえとの会話').waitFor();
  });

  test.each(['#/nowhere', '#/channels/channel-of-others'])(
    'an address that leads nowhere says so and offers ways on: %s',
    async (at) => {
      const page = await it.open(REPORTER, { at });
      await heading(page, '見つからないページ').waitFor();
      await page.getByRole('main').getByRole('link', { name: '会話' }).press('Enter');
      await isFocused(page, 'つたえとの会話');
    },
  );

  test('what is being written stays while another view is shown', async () => {
    const page = await it.open(RISK_HANDLER);
    const box = page.getByRole('textbox', { name: 'ひとことで書いてください' });
    await box.fill('書きかけ');
    await rail(page).getByRole('link', { name: RISK }).click();
    await expect.poll(() => box.count()).toBe(0);
    await rail(page).getByRole('link', { name: /^会話/ }).click();
    await expect.poll(() => box.inputValue()).toBe('書きかけ');
  });

  test('at 380 px the menu holds the rail, and Esc returns the focus to its button', async () => {
    const page = await it.open(RISK_HANDLER, { viewport: NARROW });
    const button = page.getByRole('button', { name: 'メニュー' });
    await button.press('Enter');
    const menu = page.getByRole('dialog', { name: 'メニュー' });
    await menu.getByRole('link', { name: RISK }).waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await expect.poll(() => button.and(focused(page)).count()).toBe(1);
    await button.press('Enter');
    await menu.getByRole('link', { name: RISK }).press('Enter');
    await menu.waitFor({ state: 'hidden' });
    await isFocused(page, RISK);
  });

  test('at 380 px the settings come out of the menu, and Esc leads back to its button', async () => {
    const page = await it.open(RISK_HANDLER, { viewport: NARROW });
    await page.getByRole('button', { name: 'メニュー' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '設定' }).press('Enter');
    await page.getByRole('dialog', { name: '設定' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.getByRole('button', { name: 'メニュー' }).and(focused(page)).count())
      .toBe(1);
  });

  test('another identity begins on a clear screen that says whose it is', async () => {
    const page = await it.open(REPORTER, { at: '#/reports' });
    await page.getByRole('combobox', { name: '使う人' }).selectOption(RISK_HANDLER);
    await page.getByRole('status').getByText('リスク部の担当に切り替えました。').waitFor();
    await heading(page, 'つたえとの会話').waitFor();
    await rail(page).getByRole('link', { name: RISK }).waitFor();
  });

  test('a first visit is no error', async () => {
    const page = await it.open(REPORTER);
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto(it.world.address);
    await heading(page, 'つたえとの会話').waitFor();
    expect(it.complaints).toEqual([]);
  });

  test('at a first visit, a browser in English is answered in English', async () => {
    const page = await it.open(REPORTER, { locale: 'en-GB' });
    await heading(page, 'つたえとの会話').waitFor();
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto(it.world.address);
    await heading(page, 'Conversation with Tsutae').waitFor();
  });

  test('the whole page changes its language, and stays in the settings', async () => {
    const page = await it.open(ENGLISH_HANDLER);
    await page.getByRole('button', { name: 'Settings' }).press('Enter');
    await page.getByRole('radio', { name: '日本語' }).click();
    await page.getByRole('dialog', { name: '設定' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
    await page.keyboard.press('Escape');
    await heading(page, 'つたえとの会話').waitFor();
    await page.reload();
    await heading(page, 'つたえとの会話').waitFor();
  });

  test('the display is what was chosen, after a reload too', async () => {
    const page = await it.open(REPORTER, { colorScheme: 'light' });
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await page.getByRole('button', { name: '設定' }).click();
    await page.getByRole('radio', { name: '暗い' }).check();
    await expect.poll(ground).not.toBe(light);
    const dark = await ground();
    await page.getByRole('radio', { name: '高コントラスト' }).check();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await page.getByRole('radio', { name: '暗い' }).check();
    await page.reload();
    await heading(page, 'つたえとの会話').waitFor();
    await expect.poll(ground).toBe(dark);
  });

  test('a server that goes away and comes back is said and unsaid', async () => {
    const page = await it.open(REPORTER);
    await it.world.stop();
    await page.getByRole('status').getByText('接続が切れました。').first().waitFor();
    await it.world.startAgain();
    await page.getByRole('status').getByText('つながりました。').waitFor();
    await page.getByText('つながりました。').waitFor({ state: 'hidden' });
  });

  test('opened while the server is away, the page begins by itself when it is back', async () => {
    const page = await it.open(REPORTER);
    const answer = (route: { abort: () => Promise<void> }) => route.abort();
    await page.route('**/api/v1/**', answer);
    await page.reload();
    await page.getByRole('alert').getByText('うまく表示できませんでした。').waitFor();
    await page.unroute('**/api/v1/**', answer);
    await heading(page, 'つたえとの会話').waitFor();
  });
});
