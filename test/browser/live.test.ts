import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { View } from '../../src/domain/view.ts';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { SHOWN_NUMBER } from '../support/echo-edge.ts';
import { openPage } from '../support/open-page.ts';
import { cardView, noticeView } from '../support/sample-views.ts';
import { ENGLISH_HANDLER, RISK_CHANNEL, RISK_HANDLER } from '../support/small-organization.ts';
import { startWebWorld } from '../support/web-world.ts';
import type { WebWorld } from '../support/web-world.ts';

describe.skipIf(withoutBrowser())('what others see, live', () => {
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
    world.edge.readers.add(RISK_HANDLER);
    world.edge.readers.add(ENGLISH_HANDLER);
  });
  afterEach(async () => {
    await page.context().close();
    await world.stop();
  });

  async function open(person: string): Promise<void> {
    ({ page } = await openPage(browser, world, person, { at: `#/channels/${RISK_CHANNEL}` }));
    await page.getByRole('log').waitFor();
  }

  function post(place: string, key: string, view: View, card: string | null = null) {
    return world.platform.send({ key, to: { platform: 'web', place }, view, card, mention: false });
  }

  const channel = () => page.getByRole('log', { name: /リスク・コンプライアンス部/ });

  test('a card that changes changes in its place, and the focus stays on its button', async () => {
    await open(RISK_HANDLER);
    const sent = await post(RISK_CHANNEL, 'card', cardView('received'), SHOWN_NUMBER);
    if (!sent.ok) throw new Error('not sent');
    const take = channel().getByRole('button', { name: '担当になる' });
    await take.focus();
    const to = { platform: 'web', place: RISK_CHANNEL };
    const update = { key: 'card', to, view: cardView('acknowledged'), card: SHOWN_NUMBER, mention: false };
    await world.platform.update(sent.value, update);
    await channel().getByText('状態：受付確認済').waitFor();
    await expect.poll(() => channel().getByRole('article').count()).toBe(1);
    await expect.poll(() => take.and(page.locator(':focus')).count()).toBe(1);
  });

  test('after a lost connection everything is there once, in order', async () => {
    await open(RISK_HANDLER);
    await post(RISK_CHANNEL, 'before', noticeView());
    await channel().getByRole('article').waitFor();
    await world.stop();
    await page.getByRole('status').getByText('接続が切れました。').first().waitFor();
    for (let index = 0; index < 60; index += 1) {
      await world.webChat.post({
        key: `away ${index}`,
        place: RISK_CHANNEL,
        author: { person: ENGLISH_HANDLER },
        view: null,
        text: `留守中 ${index}`,
        card: null,
        mention: false,
        at: new Date().toISOString(),
      });
    }
    await world.startAgain();
    await channel().getByText('留守中 59').waitFor();
    const texts = await channel().locator('.message-text').allTextContents();
    expect(texts).toEqual(Array.from({ length: 60 }, (_, index) => `留守中 ${index}`));
    await page.getByText('接続が切れました。').waitFor({ state: 'hidden' });
  });

  test('older messages come page by page', async () => {
    for (let index = 0; index < 120; index += 1) await post(RISK_CHANNEL, `old ${index}`, noticeView());
    await open(RISK_HANDLER);
    const count = () => channel().getByRole('article').count();
    await expect.poll(count).toBe(50);
    await channel().getByRole('button', { name: '前の発言を見る' }).press('Enter');
    await expect.poll(count).toBe(100);
    await channel().getByRole('button', { name: '前の発言を見る' }).press('Enter');
    await expect.poll(count).toBe(120);
    await expect.poll(() => channel().getByRole('button', { name: '前の発言を見る' }).count()).toBe(0);
  });

  test('who may not see the report sees one neutral sentence', async () => {
    world.edge.readers.delete(RISK_HANDLER);
    await post(RISK_CHANNEL, 'card', cardView('received'), SHOWN_NUMBER);
    await open(RISK_HANDLER);
    await channel().getByText('お知らせがあります。').waitFor();
    expect(await page.content()).not.toContain(SHOWN_NUMBER);
  });

  test('English is spoken throughout to whom it is set', async () => {
    await post(
      RISK_CHANNEL,
      'card',
      { ...cardView('received'), lines: cardView('received').lines.slice(0, 2) },
      SHOWN_NUMBER,
    );
    await open(ENGLISH_HANDLER);
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('main').textContent()).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});
