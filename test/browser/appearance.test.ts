import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { withoutBrowser } from '../support/browser.ts';
import { SHOWN_NUMBER } from '../support/echo-edge.ts';
import { inBrowser } from '../support/in-browser.ts';
import { reportRow } from '../support/report-rows.ts';
import { cardView, questionView } from '../support/sample-views.ts';
import { servedReports } from '../support/served-reports.ts';
import { ENGLISH_HANDLER, RISK_CHANNEL, RISK_HANDLER } from '../support/small-organization.ts';

const PEOPLE = { ja: RISK_HANDLER, en: ENGLISH_HANDLER };
const WIDTHS = { wide: { width: 1440, height: 900 }, narrow: { width: 380, height: 760 } };
const THEMES = ['light', 'dark', 'contrast'] as const;

const LOOKS = (['ja', 'en'] as const).flatMap((locale) =>
  THEMES.flatMap((theme) => (['wide', 'narrow'] as const).map((width) => [locale, theme, width] as const)),
);

/** Every view of the page by its address, and what is to be seen of it before it is looked at. */
const VIEWS: Readonly<Record<string, string>> = {
  '#/': 'article',
  '#/reports': '.row',
  '#/tasks': '.row-group',
  '#/all': '.row',
  '#/overdue': '.row',
  '#/board': '.bcard',
  '#/all/INC-26-7KQ4M': '.details .ac-textBlock',
  '#/all/INC-26-QQQQQ': '.details [role=alert]',
  [`#/channels/${RISK_CHANNEL}`]: 'article',
  '#/nowhere': '.blank',
};

describe.skipIf(withoutBrowser())('the looks of the page', () => {
  const it = inBrowser();

  async function arrange(locale: 'ja' | 'en'): Promise<void> {
    const person = PEOPLE[locale];
    it.world.edge.readers.add(person);
    const post = (place: string, view = questionView(), card: string | null = null) =>
      it.world.platform.send({ key: place, to: { platform: 'web', place }, view, card, mention: true });
    await post(`me:${person}`);
    await post(RISK_CHANNEL, cardView('received'), SHOWN_NUMBER);
  }

  async function openAs(locale: 'ja' | 'en', theme: string, width: 'wide' | 'narrow'): Promise<Page> {
    const kept = `localStorage.setItem('preferences ${PEOPLE[locale]}', '${JSON.stringify({ theme })}')`;
    const served = servedReports([
      reportRow({ overdue: true, serious: true }),
      reportRow({ number: 'INC-26-2AAAM', drill: true, due: null }),
    ]);
    return it.open(PEOPLE[locale], {
      viewport: WIDTHS[width],
      before: async (page) => {
        await page.addInitScript(kept);
        await served.serve(page);
      },
    });
  }

  const scrollWidth = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

  async function lowestTarget(page: Page): Promise<number> {
    const targets = page.locator(
      'button:visible, select:visible, textarea:visible, .row:visible, nav a:visible',
    );
    const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()));
    return Math.min(...boxes.map((box) => box?.height ?? Infinity));
  }

  test.each(LOOKS)(
    'in %s, %s and %s are without a serious finding, do not scroll sideways, and have large targets',
    async (locale, theme, width) => {
      await arrange(locale);
      const page = await openAs(locale, theme, width);
      for (const [address, sign] of Object.entries(VIEWS)) {
        await page.evaluate(`location.hash = '${address}'`);
        await page.locator(`${sign}:visible`).first().waitFor();
        expect(await axeFindings(page), address).toEqual([]);
        expect(await scrollWidth(page), address).toBeLessThanOrEqual(WIDTHS[width].width);
        expect(await lowestTarget(page), address).toBeGreaterThanOrEqual(44);
      }
    },
    120_000,
  );

  test.each(LOOKS)(
    'in %s, %s and %s are so in the settings, the menu and the tour too',
    async (locale, theme, width) => {
      await arrange(locale);
      const page = await openAs(locale, theme, width);
      const name = (ja: string, en: string) => ({ name: locale === 'ja' ? ja : en });
      if (width === 'narrow') {
        await page.getByRole('button', name('メニュー', 'Menu')).click();
        await page.getByRole('dialog').waitFor();
        expect(await axeFindings(page), 'menu').toEqual([]);
        expect(await lowestTarget(page), 'menu').toBeGreaterThanOrEqual(44);
      }
      await page.getByRole('button', name('はじめての案内', 'Guided tour')).click();
      await page.getByRole('region', name('はじめての案内', 'Guided tour')).waitFor();
      expect(await axeFindings(page), 'tour').toEqual([]);
      expect(await scrollWidth(page), 'tour').toBeLessThanOrEqual(WIDTHS[width].width);
      if (width === 'narrow') await page.getByRole('button', name('メニュー', 'Menu')).click();
      await page.getByRole('button', name('設定', 'Settings')).click();
      await page.getByRole('dialog', name('設定', 'Settings')).waitFor();
      expect(await axeFindings(page), 'settings').toEqual([]);
      expect(await lowestTarget(page), 'settings').toBeGreaterThanOrEqual(44);
    },
    120_000,
  );

  test('forced colours and a page of half the width leave everything in reach', async () => {
    await arrange('ja');
    const page = await openAs('ja', 'auto', 'wide');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 720, height: 450 });
    for (const [address, sign] of Object.entries(VIEWS)) {
      await page.evaluate(`location.hash = '${address}'`);
      await page.locator(`${sign}:visible`).first().waitFor();
      expect(await scrollWidth(page), address).toBeLessThanOrEqual(720);
    }
    await page.getByRole('button', { name: 'メニュー' }).click();
    const settings = page.getByRole('dialog').getByRole('button', { name: '設定' });
    await settings.click();
    await page.getByRole('dialog', { name: '設定' }).waitFor();
  });
});
