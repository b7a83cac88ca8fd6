import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { openPage } from '../support/open-page.ts';
import { REPORTER } from '../support/small-organization.ts';
import { startWebWorld } from '../support/web-world.ts';
import type { WebWorld } from '../support/web-world.ts';

describe.skipIf(withoutBrowser())('a form in a browser', () => {
  let browser: Browser;
  let pageFolder: string;
  let world: WebWorld;
  let page: Page;

  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(pageFolder, { recursive: true });
  });
  beforeEach(async () => {
    world = await startWebWorld({ pageFolder });
    ({ page } = await openPage(browser, world, REPORTER));
    await page.getByRole('textbox').first().fill('通知書を渡した');
    await page.keyboard.press('Enter');
    await opener().press('Enter');
    await dialog().waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await world.stop();
  });

  const opener = () => page.getByRole('button', { name: 'まとめて書く' });
  const dialog = () => page.getByRole('dialog', { name: '事件・事故・事務処理誤り' });
  const focused = () => page.locator(':focus');
  const choice = (group: string, name: RegExp) =>
    dialog().getByRole('radiogroup', { name: group }).getByRole('radio', { name });
  const field = (name: string) => dialog().getByRole('textbox', { name });

  test('Esc closes it and returns the focus to the button that opened it', async () => {
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await opener().and(focused()).count()).toBe(1);
  });

  test('やめる closes it and sends nothing', async () => {
    await dialog().getByRole('button', { name: 'やめる' }).press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(world.edge.received).toHaveLength(1);
  });

  test('an error is tied to its field, and what was filled in stays', async () => {
    await field('影響額').fill('12000');
    await dialog().getByRole('button', { name: '次へ' }).press('Enter');
    const summary = field('概要（必須）');
    await expect.poll(() => summary.getAttribute('aria-invalid')).toBe('true');
    const described = await summary.getAttribute('aria-describedby');
    expect(await dialog().locator(`[id="${described}"]`).textContent()).toBe(
      'まだ空です。ひとことで書いてください。',
    );
    expect(await summary.and(focused()).count()).toBe(1);
    expect(await field('影響額').inputValue()).toBe('12000');
  });

  test('what is filled in arrives as answers', async () => {
    await field('概要（必須）').fill('別の方に渡した');
    await choice('影響人数（必須）', /2〜9人/).check();
    await choice('個人情報（必須）', /ある/).check();
    await dialog().getByRole('button', { name: '次へ' }).press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(world.edge.received.at(-1)?.body).toMatchObject({
      kind: 'submitted',
      press: { action: 'draft_form' },
      values: {
        summary: { answer: { kind: 'text', text: '別の方に渡した' } },
        people: { answer: { kind: 'count', from: 2, to: 9 } },
        personal_data: { answer: { kind: 'choice', choice: 'yes' } },
        amount: null,
      },
    });
  });
});
