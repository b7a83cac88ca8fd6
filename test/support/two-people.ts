import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { aWorld, WORLD_READY_MS, type World, type WorldOptions } from './a-world.ts';
import { launchBrowser } from './browser.ts';
import { buildPage } from './built-page.ts';
import { signedIn } from './signed-in.ts';

/** A whole scene, where others work on the same machine. */
export const SCENE_MS = 120_000;
const BOX = 'ひとことで書いてください';

/** Somebody in front of the page, in a browser context of their own. */
export interface Seat {
  page: Page;
  go(hash: string): Promise<void>;
  /** Waits until it is to be seen, wherever on the page. */
  sees(text: string | RegExp): Promise<void>;
  seesNot(text: string): Promise<void>;
  /** The newest button of this name that can be pressed: in the form that is open, else on the page. */
  press(name: string | RegExp): Promise<void>;
  say(text: string): Promise<void>;
  /** A box of the form that is open. */
  fill(label: string | RegExp, text: string): Promise<void>;
  choose(option: string | RegExp): Promise<void>;
}

/** The whole house with its page as it is built now, and people who sit in front of it at the same time. */
export interface House {
  world: World;
  seat: (person: string) => Promise<Seat>;
}

/**
 * A browser and the page for all tests of a file; each scene has a house of its own.
 * @param signIn who sits in front of it besides the sample people
 */
export function houses(signIn: readonly string[] = []): { open(options?: WorldOptions): Promise<House> } {
  let browser: Browser;
  let pageFolder: string;
  const worlds: World[] = [];
  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
    // The first house of a file reads what the program has learned.
    await (await aWorld()).close();
  }, WORLD_READY_MS);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await shownIn(browser));
    await Promise.all(browser.contexts().map((context) => context.close()));
    await Promise.all(worlds.splice(0).map((world) => world.close()));
  });
  afterAll(async () => {
    await browser.close();
    await rm(pageFolder, { recursive: true });
  });
  return {
    open: async (options = {}) => {
      const world = await aWorld({ ...options, pageFolder, signIn });
      worlds.push(world);
      const listening = await world.house.start();
      if (!listening.ok) throw new Error(listening.problem.kind);
      const { address } = listening.value;
      return { world, seat: (person) => seatOf(browser, address, person) };
    },
  };
}

async function seatOf(browser: Browser, address: string, person: string): Promise<Seat> {
  const page = await signedIn(browser, address, person);
  const open = () => page.locator('dialog[open]');
  const pressable = async () => ((await open().count()) > 0 ? open() : page.locator('body'));
  return {
    page,
    go: async (hash) => {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.locator('[data-view-heading]:visible').first().waitFor();
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).last().waitFor(),
    seesNot: async (text) => expect(await page.locator('body').innerText()).not.toContain(text),
    press: async (button) => {
      const exact = typeof button === 'string';
      const named = (await pressable()).getByRole('button', { name: button, exact, disabled: false });
      await named.filter({ visible: true }).last().click();
    },
    say: async (text) => {
      const box = page.getByRole('textbox', { name: BOX });
      await box.fill(text);
      await box.press('Enter');
    },
    fill: (label, text) => open().getByRole('textbox', { name: label }).fill(text),
    choose: (option) => open().getByRole('radio', { name: option }).check(),
  };
}

/** What the open pages show, for whoever reads of a failure. */
async function shownIn(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const texts = await Promise.all(pages.map((page) => page.locator('body').innerText()));
  return texts.join('\n--- next page ---\n');
}
