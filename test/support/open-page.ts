import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { webClient } from './web-world.ts';
import type { WebWorld } from './web-world.ts';

export interface OpenPage {
  page: Page;
  /** What the browser complained about: errors of scripts, and of the content security policy. */
  complaints: string[];
  /** Addresses asked for that are not the page's own. */
  strayed: string[];
}

export interface OpenPageOptions extends BrowserContextOptions {
  /** Where in the page, e.g. `#/reports`. */
  at?: string;
  /** Runs before anything of the page is loaded. */
  before?: (page: Page) => Promise<void>;
}

/** The page in a browser of its own, signed in as a sample person, once their view is there. */
export async function openPage(
  browser: Browser,
  world: WebWorld,
  person: string,
  { at = '', before, ...options }: OpenPageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  // Shorter than a test may take, so that what was waited for is named.
  context.setDefaultTimeout(30_000);
  const client = webClient(world.address);
  await client.signIn(person);
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url: world.address }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strayed: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(world.address) && strayed.push(request.url()));
  await before?.(page);
  await page.goto(`${world.address}/${at}`);
  // While the page begins, a heading of its own stands where the view will be.
  await page.locator('h1[data-view-heading]:visible').first().waitFor();
  return { page, complaints, strayed };
}
