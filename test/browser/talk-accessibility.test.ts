import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { ENGLISH_HANDLER, REPORTER } from '../support/small-organization.ts';

const WORDS = {
  ja: {
    person: REPORTER,
    form: 'まとめて書く',
    next: '次へ（分かれば）',
    review: '内容を確認',
    draft: '内容',
  },
  en: {
    person: ENGLISH_HANDLER,
    form: 'Fill in a form',
    next: 'Next (if you know)',
    review: 'Review',
    draft: 'Review',
  },
} as const;

const LOOKS = (['ja', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((scheme) => [locale, scheme] as const),
);

describe.skipIf(withoutBrowser())('axe finds nothing serious', () => {
  const it = inBrowser();

  async function begin(locale: 'ja' | 'en', colorScheme: 'light' | 'dark', width: number): Promise<Page> {
    const page = await it.open(WORDS[locale].person, { colorScheme, viewport: { width, height: 900 } });
    await page.getByRole('textbox').first().fill('通知書を渡しました。INC-26-7KQ4M と同じです');
    await page.keyboard.press('Enter');
    await page.locator('.card-buttons button').first().waitFor();
    return page;
  }

  test.each(LOOKS)('in the conversation and both screens of a form: %s, %s', async (locale, scheme) => {
    const words = WORDS[locale];
    const page = await begin(locale, scheme, 1440);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: words.form }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('combobox').press('ArrowDown');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: words.review }).press('Enter');
    await dialog.locator('[aria-invalid=true]').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.next }).press('Enter');
    expect(await axeFindings(page)).toEqual([]);
  });

  test.each(LOOKS)('in the sheet of what is being written: %s, %s', async (locale, scheme) => {
    const page = await begin(locale, scheme, 380);
    await page.getByRole('button', { name: WORDS[locale].draft, exact: true }).press('Enter');
    await page.getByRole('dialog').getByRole('button').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await expect
      .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'))
      .toBeLessThanOrEqual(380);
  });
});
