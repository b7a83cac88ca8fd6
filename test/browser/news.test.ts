import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { SHOWN_NUMBER } from '../support/echo-edge.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { OpenPageOptions } from '../support/open-page.ts';
import { cardView, noticeView } from '../support/sample-views.ts';
import { RISK_CHANNEL, RISK_HANDLER, SERVICE_CHANNEL } from '../support/small-organization.ts';

const RISK = 'リスク・コンプライアンス部';
const SERVICE = 'サービス推進部';

type Permission = 'default' | 'granted' | 'denied';

/** Stands in for the browser's notifications and keeps what is shown; runs in the page. */
const stub = (permission: Permission) => `
  window.notes = [];
  window.Notification = class extends EventTarget {
    static permission = '${permission}';
    static requestPermission = async () => (Notification.permission = 'granted');
    constructor(title, { body, tag }) {
      super();
      notes.push({ title, body, tag, closed: false });
      this.note = notes.at(-1);
      window.lastNote = this;
    }
    close() { this.note.closed = true; }
  };
`;

interface Note {
  title: string;
  body: string;
  tag: string;
  closed: boolean;
}

describe.skipIf(withoutBrowser())('what is new', () => {
  const it = inBrowser();
  const rail = () => it.page.getByRole('navigation', { name: 'メニュー' });
  const link = (name: string) => rail().getByRole('link', { name });

  function post(place: string, key: string, mention = false) {
    return it.world.platform.send({
      key,
      to: { platform: 'web', place },
      view: noticeView(),
      card: null,
      mention,
    });
  }

  const look = (page: Page, state: 'hidden' | 'visible') =>
    page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
      document.hasFocus = () => ${state === 'visible'};
      document.dispatchEvent(new Event('visibilitychange'));
    `);

  test('is counted in the rail and in the title, and read when it is looked at', async () => {
    const page = await it.open(RISK_HANDLER);
    await post(SERVICE_CHANNEL, 'one');
    await post(SERVICE_CHANNEL, 'two');
    await link(`${SERVICE} 未読2件`).waitFor();
    await expect.poll(() => page.title()).toBe('(2) つたえ');
    await link(`${SERVICE} 未読2件`).press('Enter');
    await page.getByRole('log').getByRole('article').first().waitFor();
    await expect.poll(() => page.title()).toBe(`${SERVICE} | つたえ`);
    await page.reload();
    await link(SERVICE).waitFor();
    await expect.poll(() => link(SERVICE).textContent()).toBe(SERVICE);
  });

  test('that mentions the group is marked in words', async () => {
    await it.open(RISK_HANDLER);
    it.world.edge.readers.add(RISK_HANDLER);
    await it.world.platform.send({
      key: 'card',
      to: { platform: 'web', place: RISK_CHANNEL },
      view: cardView('received'),
      card: SHOWN_NUMBER,
      mention: true,
    });
    await link(`${RISK} 要確認 未読1件`).waitFor();
  });

  test('stays unread while nobody looks', async () => {
    const page = await it.open(RISK_HANDLER, { at: `#/channels/${SERVICE_CHANNEL}` });
    await look(page, 'hidden');
    await post(SERVICE_CHANNEL, 'one');
    await link(`${SERVICE} 未読1件`).waitFor();
    await look(page, 'visible');
    await expect.poll(() => link(SERVICE).textContent()).toBe(SERVICE);
  });

  describe('outside the page', () => {
    const notes = () => it.page.evaluate<Note[]>('notes');
    const withNotes = (permission: Permission): OpenPageOptions => ({
      before: (page) => page.addInitScript(stub(permission)).then(() => undefined),
    });
    const allow = async () => {
      await it.page.getByRole('button', { name: '設定' }).click();
      await it.page.getByRole('checkbox', { name: 'お知らせを出す' }).click();
      await it.page.keyboard.press('Escape');
    };

    test('is told in the words the message has for it, once a place, and leads there', async () => {
      const page = await it.open(RISK_HANDLER, withNotes('default'));
      it.world.edge.readers.add(RISK_HANDLER);
      await allow();
      await look(page, 'hidden');
      await it.world.platform.send({
        key: 'card',
        to: { platform: 'web', place: RISK_CHANNEL },
        view: cardView('received'),
        card: SHOWN_NUMBER,
        mention: true,
      });
      await expect.poll(async () => (await notes()).length).toBe(1);
      const [note] = await notes();
      const history = await page.evaluate<{ notification: string }[]>(
        `fetch('/api/v1/places/${RISK_CHANNEL}/messages').then((r) => r.json()).then(({ messages }) => messages)`,
      );
      expect(note).toEqual({
        title: 'つたえ',
        body: history.at(-1)?.notification,
        tag: RISK_CHANNEL,
        closed: false,
      });
      await page.evaluate(`lastNote.dispatchEvent(new Event('click'))`);
      await page.getByRole('heading', { level: 1, name: RISK }).waitFor();
    });

    test('is not told while the page is seen, nor before anybody asked for it', async () => {
      const page = await it.open(RISK_HANDLER, withNotes('granted'));
      await look(page, 'hidden');
      await post(SERVICE_CHANNEL, 'not asked for');
      await link(`${SERVICE} 未読1件`).waitFor();
      await look(page, 'visible');
      await allow();
      await post(SERVICE_CHANNEL, 'seen');
      await link(`${SERVICE} 未読2件`).waitFor();
      await expect.poll(() => notes()).toEqual([]);
    });

    test('is taken back when it is read', async () => {
      const page = await it.open(RISK_HANDLER, withNotes('default'));
      await allow();
      await look(page, 'hidden');
      await post(SERVICE_CHANNEL, 'one');
      await expect.poll(async () => (await notes()).length).toBe(1);
      await look(page, 'visible');
      await link(`${SERVICE} 未読1件`).click();
      await expect.poll(async () => (await notes())[0]?.closed).toBe(true);
    });

    test('that the browser does not allow is said', async () => {
      const page = await it.open(RISK_HANDLER, withNotes('denied'));
      await page.getByRole('button', { name: '設定' }).click();
      await page.getByText('ブラウザの設定で止められています。').waitFor();
      await expect.poll(() => page.getByRole('checkbox', { name: 'お知らせを出す' }).isDisabled()).toBe(true);
    });

    test('that the browser does not know is said', async () => {
      const page = await it.open(RISK_HANDLER, {
        before: (page) => page.addInitScript('delete window.Notification').then(() => undefined),
      });
      await page.getByRole('button', { name: '設定' }).click();
      await page.getByText('このブラウザでは、お知らせを出せません。').waitFor();
    });
  });
});
