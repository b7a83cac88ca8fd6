import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { buildPage } from './built-page.ts';
import { openPage } from './open-page.ts';
import type { OpenPageOptions } from './open-page.ts';
import { startWebWorld } from './web-world.ts';
import type { WebWorld } from './web-world.ts';

/** A browser and the page as it is built now for all tests of a file, and a world of its own for each. */
export interface InBrowser {
  world: WebWorld;
  /** The page that was opened last. */
  page: Page;
  complaints: string[];
  open: (person: string, options?: OpenPageOptions) => Promise<Page>;
}

export function inBrowser(): InBrowser {
  let browser: Browser;
  let pageFolder: string;
  const given: Partial<InBrowser> = {};
  const has = given as InBrowser;

  has.open = async (person, options = {}) => {
    const opened = await openPage(browser, has.world, person, options);
    has.page = opened.page;
    has.complaints = opened.complaints;
    return opened.page;
  };
  beforeAll(async () => {
    [browser, pageFolder] = await Promise.all([launchBrowser(), buildPage()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(pageFolder, { recursive: true });
  });
  beforeEach(async () => {
    has.world = await startWebWorld({ pageFolder });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await has.world.stop();
  });
  return has;
}
