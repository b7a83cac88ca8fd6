import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { reportRow } from '../support/report-rows.ts';
import { noticeView } from '../support/sample-views.ts';
import { servedReports } from '../support/served-reports.ts';
import { REPORTER, RISK_HANDLER } from '../support/small-organization.ts';

describe.skipIf(withoutBrowser())('the tour', () => {
  const it = inBrowser();
  const tour = () => it.page.getByRole('region', { name: 'はじめての案内' });
  const press = (name: string) => tour().getByRole('button', { name, exact: true }).press('Enter');
  const person = () => it.page.getByRole('combobox', { name: '使う人' }).inputValue();

  /** As after something was filed: every place it concerns is announced. */
  const announce = (key: string, to: string) =>
    it.world.platform.send({
      key,
      to: { platform: 'web', place: `me:${to}` },
      view: noticeView(),
      card: null,
      mention: false,
    });

  test('leads through the parts, notices what was done, and can be left and gone on with', async () => {
    const served = servedReports([reportRow({ number: 'INC-26-1AAAM' })]);
    const page = await it.open(RISK_HANDLER, { before: served.serve });
    await page.getByRole('button', { name: 'はじめての案内' }).press('Enter');
    await expect.poll(person).toBe(REPORTER);
    await page.getByRole('combobox', { name: '使う人' }).selectOption(RISK_HANDLER);
    await press('報告する職員になる');
    await expect.poll(person).toBe(REPORTER);
    await press('例文を入れる');
    const box = page.getByRole('textbox', { name: 'ひとことで書いてください' });
    await expect.poll(() => box.inputValue()).toMatch(/^昨日、窓口で/);
    await expect.poll(() => box.and(page.locator(':focus')).count()).toBe(1);

    served.rows = [reportRow({ number: 'INC-26-2AAAM' }), ...served.rows];
    await announce('filed', REPORTER);
    await tour().getByText('報告が届きました。').waitFor();
    await press('案内を閉じて、あとで続ける');
    await tour().waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: 'はじめての案内' }).press('Enter');
    await press('次へ');
    await expect.poll(person).toBe(RISK_HANDLER);

    await press('チャンネルを開く');
    await page.getByRole('heading', { level: 1, name: 'リスク・コンプライアンス部' }).waitFor();
    served.rows = served.rows.map((row) => ({ ...row, state: '受付確認済' }));
    await announce('acknowledged', RISK_HANDLER);
    await tour().getByText('報告した職員に知らせました。').waitFor();
    await press('次へ');
    await tour().getByText('案内 3/3').waitFor();
    await press('案内を終える');
    await tour().waitFor({ state: 'hidden' });
  });
});
