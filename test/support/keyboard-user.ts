import type { Browser, Page } from 'playwright-core';
import { PATIENCE_MS, signedIn } from './signed-in.ts';

type Role = 'button' | 'link' | 'textbox' | 'combobox' | 'radio' | 'log';

/** A person in front of the page who has a keyboard and nothing else: no mouse, and no script that moves the focus. */
export interface KeyboardUser {
  page: Page;
  /** Walks with Tab to something with this role and name, as far as once around the page; throws when it is not met. */
  walkTo(role: Role, name: string | RegExp): Promise<void>;
  /** The same with Shift+Tab: what stands above. */
  walkBackTo(role: Role, name: string | RegExp): Promise<void>;
  /** Waits until the page itself has brought the focus there. */
  isAt(role: Role, name: string | RegExp): Promise<void>;
  key(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** More stops than any view of the page has. */
const ONCE_AROUND = 120;

export async function keyboardUser(browser: Browser, address: string, person: string): Promise<KeyboardUser> {
  return userOf(await signedIn(browser, address, person));
}

function userOf(page: Page): KeyboardUser {
  const focused = (role: Role, name: string | RegExp) =>
    page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .and(page.locator(':focus'))
      .count();
  const walk = async (key: string, role: Role, name: string | RegExp) => {
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .waitFor();
    for (let step = 0; step < ONCE_AROUND; step += 1) {
      if ((await focused(role, name)) > 0) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} never comes to ${role} ${name}`);
  };
  return {
    page,
    walkTo: (role, name) => walk('Tab', role, name),
    walkBackTo: (role, name) => walk('Shift+Tab', role, name),
    isAt: async (role, name) => {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
        if ((await focused(role, name)) > 0) return;
        await page.waitForTimeout(50);
      }
      throw new Error(`the focus never comes to ${role} ${name}`);
    },
    key: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.insertText(text),
  };
}
