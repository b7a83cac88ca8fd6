import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { reportRow } from '../support/report-rows.ts';
import { noticeView } from '../support/sample-views.ts';
import { servedReports } from '../support/served-reports.ts';
import { RISK_CHANNEL, RISK_HANDLER } from '../support/small-organization.ts';

const NARROW = { width: 380, height: 760 };
const board = () => [
  reportRow({ number: 'INC-26-1AAAM', title: '一つ目' }),
  reportRow({ number: 'INC-26-2AAAM', title: '二つ目', overdue: true }),
  reportRow({ number: 'INC-26-3AAAM', title: '三つ目', state: '対応中', holder: '田中 一' }),
];

describe.skipIf(withoutBrowser())('the board', () => {
  const it = inBrowser();
  const column = (name: RegExp) => it.page.getByRole('region', { name });
  const focused = () => it.page.evaluate<string>('document.activeElement?.textContent ?? ""');

  test('has its columns with counts, and is walked by keys alone', async () => {
    const page = await it.open(RISK_HANDLER, { at: '#/board', before: servedReports(board()).serve });
    await column(/受付確認待ち\s*2件/).waitFor();
    await column(/対応中\s*1件/).waitFor();
    await column(/完了\s*0件/)
      .getByText('ありません。')
      .waitFor();
    await column(/受付確認待ち/)
      .getByRole('link')
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('二つ目');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('三つ目');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'INC-26-3AAAM のくわしい内容' }).waitFor();
    await page.getByRole('link', { name: '一覧に戻る' }).press('Enter');
    await expect.poll(focused).toContain('三つ目');
    expect(await axeFindings(page)).toEqual([]);
    expect(it.complaints).toEqual([]);
  });

  test('follows what others do without being asked', async () => {
    const served = servedReports(board());
    await it.open(RISK_HANDLER, { at: '#/board', before: served.serve });
    await column(/受付確認済\s*0件/).waitFor();
    served.rows = [reportRow({ number: 'INC-26-1AAAM', state: '受付確認済' }), ...served.rows.slice(1)];
    await it.world.platform.send({
      key: 'x',
      to: { platform: 'web', place: RISK_CHANNEL },
      view: noticeView(),
      card: null,
      mention: false,
    });
    await column(/受付確認済\s*1件/).waitFor();
    await column(/受付確認待ち\s*1件/).waitFor();
  });

  test('asks for the unit, the columns and the words that its address says', async () => {
    const served = servedReports(board());
    const page = await it.open(RISK_HANDLER, {
      at: '#/board?board=service&by=due&words=%E4%B8%80%E3%81%A4',
      before: served.serve,
    });
    await column(/期限超過/).waitFor();
    const asked = served.asked.filter((query) => query.get('list') === 'board');
    expect(asked.map((query) => [query.get('board'), query.get('by'), query.get('words')])).toContainEqual([
      'service',
      'due',
      '一つ',
    ]);
    await page.getByRole('radio', { name: '重要度' }).check();
    await expect.poll(() => page.evaluate('location.hash')).toContain('by=severity');
    await page.goBack();
    await column(/期限超過/).waitFor();
  });

  test('is one column at a time where there is no room for more', async () => {
    const page = await it.open(RISK_HANDLER, {
      at: '#/board',
      before: servedReports(board()).serve,
      viewport: NARROW,
    });
    await page.getByText('一つ目').waitFor();
    await page.getByRole('button', { name: '次の列' }).press('Enter');
    await page.getByRole('combobox', { name: '列', exact: true }).selectOption({ value: 'in_progress' });
    await page.getByText('三つ目').waitFor();
    expect(await page.getByText('一つ目').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.width);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe.skipIf(withoutBrowser())('filters', () => {
  const it = inBrowser();
  const links = () => it.page.getByRole('main').getByRole('listitem').getByRole('link');

  test('stand in the address, can be sent along, taken back and put away', async () => {
    const served = servedReports([...board(), reportRow({ number: 'INC-26-4AAAM', drill: true })]);
    const page = await it.open(RISK_HANDLER, { at: '#/all', before: served.serve });
    await page.getByRole('status').getByText('4件').waitFor();
    await page.getByRole('button', { name: 'しぼり込み' }).press('Enter');
    await page.getByLabel('訓練', { exact: true }).selectOption('yes');
    await expect.poll(() => links().count()).toBe(1);
    await page.getByLabel('状態', { exact: true }).selectOption('new');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#/all?phase=new&drill=yes');
    expect(await axeFindings(page)).toEqual([]);
    await page.goBack();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#/all?drill=yes');
    await page.getByRole('button', { name: '訓練：訓練だけ を外す' }).press('Enter');
    await expect.poll(() => links().count()).toBe(4);
  });

  test('find an office by how it sounds, and go with the file of what is seen', async () => {
    const served = servedReports(board());
    const page = await it.open(RISK_HANDLER, { at: '#/overdue', before: served.serve });
    await page.getByRole('button', { name: 'しぼり込み' }).press('Enter');
    const office = page.getByRole('combobox', { name: '拠点' });
    await office.pressSequentially('midori');
    await office.press('Enter');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#/overdue?office=midori');
    await expect
      .poll(() => page.getByRole('link', { name: 'CSV' }).getAttribute('href'))
      .toBe('/api/v1/reports.csv?office=midori&list=overdue');
  });

  test('are a sheet where there is no room, closed by Esc to where one was', async () => {
    const page = await it.open(RISK_HANDLER, {
      at: '#/all?drill=no',
      before: servedReports(board()).serve,
      viewport: NARROW,
    });
    await page.getByRole('button', { name: 'しぼり込み（1）' }).press('Enter');
    await page.getByRole('dialog', { name: 'しぼり込み' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('しぼり込み（1）');
  });

  test('that fit nothing say so and offer the way back', async () => {
    const page = await it.open(RISK_HANDLER, {
      at: '#/all?drill=yes',
      before: servedReports(board()).serve,
    });
    await page.getByText('この条件に合う報告はありません。').waitFor();
    await page.locator('.blank').getByRole('button', { name: '条件をすべて外す' }).press('Enter');
    await expect.poll(() => links().count()).toBe(3);
  });
});
