import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from './program.ts';

/** What makes the program's clock another than the machine's. */
export interface ShiftedClock {
  /** For node, before the program. */
  flags: readonly string[];
  settings: Settings;
  /** Milliseconds from the machine's clock; a running program follows within a tenth of a second. */
  set: (offset: number) => void;
  /** Milliseconds since 1970 by the program's clock. */
  now: () => number;
  remove: () => void;
}

const SHIFT = pathToFileURL(path.join(import.meta.dirname, 'shift-clock.mjs')).href;

export function shiftedClock(): ShiftedClock {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-clock-'));
  const file = path.join(folder, 'offset');
  let offset = 0;
  const set = (next: number): void => {
    offset = next;
    writeFileSync(file, String(offset));
  };
  set(0);
  return {
    flags: ['--import', SHIFT],
    settings: { TEST_CLOCK_OFFSET: file },
    set,
    now: () => Date.now() + offset,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
