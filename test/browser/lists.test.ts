import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { reportRow } from '../support/report-rows.ts';
import { noticeView } from '../support/sample-views.ts';
import { servedReports } from '../support/served-reports.ts';
import { REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../support/small-organization.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    reportRow({ number: `INC-26-7KQ${index}M`, title: `書類 ${index}` }),
  );

describe.skipIf(withoutBrowser())('the lists of reports', () => {
  const it = inBrowser();
  const links = () => it.page.getByRole('main').getByRole('listitem').getByRole('link');
  const search = () => it.page.getByRole('searchbox', { name: '番号やことばで探す' });
  const announce = (key: string) =>
    it.world.platform.send({
      key,
      to: { platform: 'web', place: RISK_CHANNEL },
      view: noticeView(),
      card: null,
      mention: false,
    });

  test('come page by page, and a change keeps as many as there were', async () => {
    const served = servedReports(rows(50));
    await it.open(RISK_HANDLER, { at: '#/all', before: served.serve });
    await expect.poll(() => links().count()).toBe(20);
    await it.page.getByRole('button', { name: 'もっと見る' }).press('Enter');
    await expect.poll(() => links().count()).toBe(40);
    served.rows = [reportRow({ number: 'INC-26-NEW1M', title: '新しい報告' }), ...served.rows];
    await announce('new');
    await links().first().getByText('新しい報告').waitFor();
    await expect.poll(() => links().count()).toBe(40);
    await it.page.getByRole('button', { name: 'もっと見る' }).press('Enter');
    await expect.poll(() => links().count()).toBe(51);
    await expect.poll(() => it.page.getByRole('button', { name: 'もっと見る' }).count()).toBe(0);
  });

  test('are searched by number or words, and say when nothing was found', async () => {
    const served = servedReports(rows(30));
    await it.open(REPORTER, { at: '#/reports', before: served.serve });
    await search().fill('書類 12');
    await search().press('Enter');
    await expect.poll(() => links().count()).toBe(1);
    await search().fill('どこにもない');
    await it.page.getByText('あなたが見られる報告には、ありませんでした。').waitFor();
    await it.page.getByRole('button', { name: '検索をやめる' }).press('Enter');
    await expect.poll(() => links().count()).toBe(20);
    await expect.poll(() => search().inputValue()).toBe('');
  });

  test('keep the search while one of the found reports is read', async () => {
    await it.open(REPORTER, {
      at: '#/reports',
      before: servedReports(rows(30)).serve,
      viewport: { width: 380, height: 760 },
    });
    await search().fill('書類 12');
    await links().getByText('書類 12').click();
    await it.page.getByRole('heading', { name: /INC 26/ }).waitFor();
    // At once, without the pause after typing: the click that follows it takes the search along.
    expect(new URL(it.page.url()).hash).toContain('?words=');
    await it.page.getByRole('link', { name: '一覧に戻る' }).click();
    await expect.poll(() => search().inputValue()).toBe('書類 12');
    await expect.poll(() => links().count()).toBe(1);
  });

  test('put first what is overdue, then what is due today, and say so in words', async () => {
    const served = servedReports([
      reportRow({ number: 'INC-26-1AAAM', overdue: true }),
      reportRow({ number: 'INC-26-2AAAM', due: new Date().toISOString() }),
      reportRow({ number: 'INC-26-3AAAM', due: null }),
    ]);
    await it.open(RISK_HANDLER, { at: '#/tasks', before: served.serve });
    const groups = it.page.getByRole('main').getByRole('heading', { level: 2 });
    await expect.poll(() => groups.allTextContents()).toEqual(['期限超過1件', '今日1件', 'あとで1件']);
    await expect.poll(() => links().first().textContent()).toContain('期限超過');
    const rail = it.page.getByRole('navigation', { name: 'メニュー' });
    await rail.getByRole('link', { name: '期限超過 1件' }).waitFor();
  });

  test('say that there are more while they have not all been read', async () => {
    const late = rows(30).map((row) => ({ ...row, overdue: true }));
    await it.open(RISK_HANDLER, { at: '#/tasks', before: servedReports(late).serve });
    const group = it.page.getByRole('main').getByRole('heading', { level: 2 });
    await expect.poll(() => group.textContent()).toBe('期限超過20+件');
    const rail = it.page.getByRole('navigation', { name: 'メニュー' });
    await rail.getByRole('link', { name: '期限超過 30件' }).waitFor();
    await it.page.getByRole('button', { name: 'もっと見る' }).click();
    await expect.poll(() => group.textContent()).toBe('期限超過30件');
  });

  test.each([
    ['#/reports', 'まだ報告はありません。ひとことで始められます。'],
    ['#/tasks', '担当している報告はありません。'],
  ])('say in words that they are empty: %s', async (at, words) => {
    await it.open(RISK_HANDLER, { at, before: servedReports([]).serve });
    await it.page.getByRole('status').getByText(words).waitFor();
  });

  test('that cannot be read say so and can be asked for again', async () => {
    const served = servedReports(rows(3));
    served.broken = true;
    const before = async (page: Page) => {
      await served.serve(page);
      // An announcement would have them read again unasked.
      await page.route('**/api/v1/stream', (route) => route.abort());
    };
    await it.open(REPORTER, { at: '#/reports', before });
    const alert = it.page.getByRole('alert').getByText('読み込めませんでした。');
    await alert.waitFor();
    served.broken = false;
    await it.page.getByRole('button', { name: 'もう一度' }).press('Enter');
    await expect.poll(() => links().count()).toBe(3);
    await expect.poll(() => alert.count()).toBe(0);
  });

  test('a number is read sign by sign and never breaks', async () => {
    await it.open(REPORTER, { at: '#/reports', before: servedReports([reportRow()]).serve });
    await it.page.getByRole('link', { name: /INC 26 7 K Q 4 M/ }).waitFor();
    const wrap = await it.page.evaluate<string>(
      `getComputedStyle(document.querySelector('.report-number')).whiteSpace`,
    );
    expect(wrap).toBe('nowrap');
  });
});

describe.skipIf(withoutBrowser())('the details of a report', () => {
  const it = inBrowser();
  const details = () => it.page.getByRole('complementary', { name: 'INC-26-7KQ4M のくわしい内容' });

  test('show its card, follow its changes, and its buttons are pressed in the person’s own place', async () => {
    const served = servedReports([reportRow()]);
    await it.open(RISK_HANDLER, { at: '#/tasks/INC-26-7KQ4M', before: served.serve });
    await details().getByRole('button', { name: '受付確認' }).press('Enter');
    await details().getByText('受け取りました。返事は「会話」に届きます。').waitFor();
    expect(it.world.edge.received).toMatchObject([
      { place: { kind: 'personal', address: `me:${RISK_HANDLER}` }, body: { press: { action: 'ack' } } },
    ]);
    served.rows = [reportRow({ state: '受付確認済' })];
    await it.world.platform.send({
      key: 'x',
      to: { platform: 'web', place: RISK_CHANNEL },
      view: noticeView(),
      card: null,
      mention: false,
    });
    await details().getByText('状態：受付確認済').waitFor();
  });

  test('that one may not see say the same as for what does not exist', async () => {
    await it.open(REPORTER, { at: '#/reports/INC-26-7KQ4M', before: servedReports([]).serve });
    await details().getByText('あなたが見られる報告には、ありませんでした。').waitFor();
  });

  test('get the focus when they are opened, and closed lead back to the list', async () => {
    const page = await it.open(REPORTER, { at: '#/reports', before: servedReports([reportRow()]).serve });
    await page.getByRole('main').getByRole('listitem').getByRole('link').press('Enter');
    const heading = details().getByRole('heading', { level: 2 });
    await expect.poll(() => heading.and(page.locator(':focus')).count()).toBe(1);
    await details().getByRole('link', { name: '一覧に戻る' }).press('Enter');
    await details().waitFor({ state: 'hidden' });
  });

  test('give their number to the clipboard', async () => {
    const page = await it.open(REPORTER, {
      at: '#/reports/INC-26-7KQ4M',
      before: servedReports([reportRow()]).serve,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await details().getByRole('button', { name: '番号をコピー' }).press('Enter');
    await details().getByText('コピーしました。').waitFor();
    await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toBe('INC-26-7KQ4M');
  });

  test('on paper are the only thing there is', async () => {
    const page = await it.open(RISK_HANDLER, {
      at: '#/tasks/INC-26-7KQ4M',
      before: servedReports([reportRow()]).serve,
      colorScheme: 'dark',
    });
    await details().getByText('状態：受付確認待ち').waitFor();
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate<string>('document.body.innerText');
    const lines = printed.split('\n').filter((line) => line.trim() !== '');
    expect(lines.slice(0, 2)).toEqual(['INC-26-7KQ4M', expect.stringMatching(/^20\d\d年.*印刷$/)]);
    expect(lines.slice(2)).toEqual(['窓口で別の方の通知書を渡した', '状態：受付確認待ち']);
    const colors = await page.evaluate<string[]>(
      `['.details', '.details .ac-textBlock'].map((one) => getComputedStyle(document.querySelector(one)).color)`,
    );
    expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  });
});
