import type { Browser, Page } from 'playwright-core';
import { webClient } from './web-world.ts';

/** How long a person looks for something before it counts as missing, in milliseconds. */
export const PATIENCE_MS = 30_000;

/** The page as a sample person sees it after signing in, in a browser context of its own. */
export async function signedIn(browser: Browser, address: string, person: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const client = webClient(address);
  await client.signIn(person);
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('log').first().waitFor();
  return page;
}
