import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { HouseParts } from '../../src/compose/house.ts';
import { partsIn, type SharedParts } from './house-parts.ts';

export { houseOver, type HouseClock, type SharedParts } from './house-parts.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** What houses of one test share, with a data folder of their own. */
export function sharedParts(over: Partial<HouseParts> = {}): Promise<SharedParts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-house-'));
  folders.push(folder);
  return partsIn(folder, over);
}
