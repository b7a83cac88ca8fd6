import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium on this machine; null where there is none. */
export function chromiumPath(): string | null {
  const path = process.env['CHROMIUM_PATH'] ?? INSTALLED;
  return existsSync(path) ? path : null;
}

/**
 * Whether tests in a browser are left out. Said aloud, because a run without them proves less; under CI they are not
 * left out but fail.
 */
export function withoutBrowser(): boolean {
  if (chromiumPath() !== null || process.env['CI'] === 'true') return false;
  console.warn('Browser tests did not run: no Chromium. Install it or set CHROMIUM_PATH.');
  return true;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium: install it or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
