import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { REPORTER } from '../support/small-organization.ts';

describe.skipIf(withoutBrowser())('a form in a browser', () => {
  const it = inBrowser();
  let page: Page;

  beforeEach(async () => {
    page = await it.open(REPORTER);
    await page.getByRole('textbox').first().fill('通知書を渡した');
    await page.keyboard.press('Enter');
    await opener().press('Enter');
    await dialog().waitFor();
  });

  const opener = () => page.getByRole('button', { name: 'まとめて書く' });
  const dialog = () => page.getByRole('dialog', { name: '事件・事故・事務処理誤り' });
  const focused = () => page.locator(':focus');
  const hasFocus = (name: string) => expect.poll(() => field(name).and(focused()).count()).toBe(1);
  const choice = (group: string, name: RegExp) =>
    dialog().getByRole('radiogroup', { name: group }).getByRole('radio', { name });
  const field = (name: string) => dialog().getByRole('textbox', { name, exact: true });
  const press = (name: string) => dialog().getByRole('button', { name, exact: true }).press('Enter');
  const screen = (name: string) => dialog().getByRole('group', { name });

  test('begins on its first field', async () => {
    await hasFocus('概要（必須）');
  });

  test('Esc closes it and returns the focus to the button that opened it', async () => {
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => opener().and(focused()).count()).toBe(1);
  });

  test('やめる closes it and sends nothing', async () => {
    await press('やめる');
    await dialog().waitFor({ state: 'hidden' });
    expect(it.world.edge.received).toHaveLength(1);
  });

  test('has two screens, and the focus goes along', async () => {
    await expect.poll(() => screen('1/2　必要なこと').isVisible()).toBe(true);
    await expect.poll(() => screen('2/2　分かれば').isVisible()).toBe(false);
    await press('次へ（分かれば）');
    await screen('2/2　分かれば').waitFor();
    await expect.poll(() => screen('1/2　必要なこと').isVisible()).toBe(false);
    await expect.poll(() => focused().getAttribute('type')).toBe('radio');
    await press('1/2へ戻る');
    await hasFocus('概要（必須）');
  });

  test('an error is tied to its field on whichever screen, and what was filled in stays', async () => {
    await press('次へ（分かれば）');
    await field('影響額').fill('12000');
    await press('内容を確認');
    await hasFocus('概要（必須）');
    const described = (await field('概要（必須）').getAttribute('aria-describedby')) ?? '';
    const texts = await Promise.all(
      described.split(' ').map((id) => dialog().locator(`[id="${id}"]`).textContent()),
    );
    expect(texts).toEqual(['まだ空です。ひとことで書いてください。', '例：窓口で別の方の通知書を渡した']);
    await expect.poll(() => field('概要（必須）').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => dialog().getByRole('alert').textContent()).toBe('1か所を直してください。');
    await press('次へ（分かれば）');
    await expect.poll(() => field('影響額').inputValue()).toBe('12000');
  });

  test('what is filled in arrives as answers', async () => {
    await field('概要（必須）').fill('別の方に渡した');
    await choice('影響人数（必須）', /2〜9人/).check();
    await choice('個人情報（必須）', /ある/).check();
    await dialog().getByRole('button', { name: '判明日時（必須）を昨日にする' }).press('Enter');
    await press('内容を確認');
    await dialog().waitFor({ state: 'hidden' });
    expect(it.world.edge.received.at(-1)?.body).toMatchObject({
      kind: 'submitted',
      press: { action: 'draft_form' },
      values: {
        summary: { answer: { kind: 'text', text: '別の方に渡した' } },
        found_at: { answer: { kind: 'date', date: yesterdayInTokyo() } },
        people: { answer: { kind: 'count', from: 2, to: 9 } },
        personal_data: { answer: { kind: 'choice', choice: 'yes' } },
        amount: null,
      },
    });
  });

  test('what was typed is there again after Esc and after a reload, until it was sent', async () => {
    await field('概要（必須）').fill('書きかけ');
    await choice('影響人数（必須）', /2〜9人/).check();
    await page.keyboard.press('Escape');
    await page.reload();
    await opener().press('Enter');
    await expect.poll(() => field('概要（必須）').inputValue()).toBe('書きかけ');
    await expect.poll(() => choice('影響人数（必須）', /2〜9人/).isChecked()).toBe(true);
    await press('内容を確認');
    await dialog().waitFor({ state: 'hidden' });
    expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).not.toContain('書きかけ');
  });

  test('an office is found by a part of its name, taken by keyboard, and sent as itself', async () => {
    const office = dialog().getByRole('combobox', { name: '発見部署（必須）' });
    await office.focus();
    await page.keyboard.type('みど');
    await dialog().getByRole('option', { name: 'みどり年金事務所' }).waitFor();
    await expect.poll(() => dialog().getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => office.inputValue()).toBe('みどり年金事務所');
    await field('概要（必須）').fill('渡した');
    await press('内容を確認');
    await dialog().waitFor({ state: 'hidden' });
    expect(it.world.edge.received.at(-1)?.body).toMatchObject({
      values: { found_by: { answer: { kind: 'unit', unit: 'office-midori' } } },
    });
  });

  test('Esc in a list of offices closes the list and not the form, and arrows go through all of them', async () => {
    const office = dialog().getByRole('combobox', { name: '発見部署（必須）' });
    await office.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await office.getAttribute('aria-activedescendant');
    await expect.poll(() => dialog().locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => dialog().getByRole('option').count()).toBe(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().getByRole('option').count()).toBe(0);
    await expect.poll(() => dialog().isVisible()).toBe(true);
  });

  test('no two controls have the same name', async () => {
    for (const turn of ['次へ（分かれば）', null]) {
      const names = await controlNames(page);
      expect(names.length).toBeGreaterThan(5);
      expect(names).toEqual([...new Set(names)]);
      if (turn !== null) await press(turn);
    }
  });
});

/** Names of everything that can be used in the dialog; a radio button is named within its group. */
async function controlNames(page: Page): Promise<string[]> {
  const tree = await page.getByRole('dialog').ariaSnapshot();
  return tree
    .split('\n')
    .flatMap(
      (line) =>
        /- (?:textbox|combobox|radiogroup|button|searchbox) "(?<name>[^"]+)"/u.exec(line)?.groups?.['name'] ??
        [],
    );
}

function yesterdayInTokyo(): string {
  return new Date(Date.now() + (9 - 24) * 60 * 60_000).toISOString().slice(0, 10);
}
