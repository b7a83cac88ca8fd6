import { setTimeout as sleep } from 'node:timers/promises';
import { onGrounds } from '../grounds.ts';
import { shiftedClock } from '../shifted-clock.ts';
import { DATABASES, type DatabaseKind } from '../site.ts';
import type { World } from '../world.ts';
import { liveThrough, type Fault, type Trial } from './fault.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far the clock is off, one after another. */
const OFFSETS = [HOUR, -2 * HOUR, 3 * DAY, -5 * DAY, 0, 31 * DAY, 31 * DAY - 40 * 60_000, 0];
const WORK_MS = 3_000;

/** The program's clock jumps forwards and backwards by hours and days, also between a kill and the next start. */
export const clockJumps: Fault = {
  name: 'clock-jumps',
  async run(trial) {
    for (const kind of DATABASES) await jumpAround(kind, trial);
    return null;
  },
};

async function jumpAround(kind: DatabaseKind, trial: Trial): Promise<void> {
  const { flags, settings, set, remove } = shiftedClock();
  await onGrounds({ kind, organized: trial.organized }, async (grounds) => {
    const plain = await grounds.newSite();
    const site = { ...plain, settings: { ...plain.settings, ...settings } };
    await liveThrough(`clock-jumps ${kind}`, trial, { site, flags }, (world) => jump(world, set));
  }).finally(remove);
}

/** Everybody acts while the clock jumps; every other time the program is killed right after and starts again. */
async function jump(world: World, set: (offset: number) => void): Promise<void> {
  for (const [index, offset] of OFFSETS.entries()) {
    await sleep(WORK_MS);
    set(offset);
    if (index % 2 === 1) await world.restart();
    else await sleep(WORK_MS);
    await world.rest();
  }
}
