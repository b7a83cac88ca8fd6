import { setTimeout as sleep } from 'node:timers/promises';
import { onGrounds } from '../grounds.ts';
import { randomFrom } from '../random.ts';
import { slowGateBefore, type SlowGate } from '../slow-gate.ts';
import { liveThrough, type Fault } from './fault.ts';

const WORK_MS = 20_000;
const PARTS = 3;
/** What each piece of data waits, on its way there and back. */
const MOST_DELAY_MS = 40;
/** Now and then everything stands still for a while. */
const STALLS = 0.002;
const STALL_MS = 2_000;

/** A PostgreSQL server far away, behind a line that jitters and stalls. */
export const slowDatabase: Fault = {
  name: 'slow-database',
  async run(trial) {
    const random = randomFrom(trial.seed, 'delays');
    const delayMs = (): number => (random.chance(STALLS) ? STALL_MS : random.below(MOST_DELAY_MS));
    const gates: SlowGate[] = [];
    const before = async (url: string): Promise<string> => {
      const gate = await slowGateBefore(url, delayMs);
      gates.push(gate);
      return gate.url;
    };
    await onGrounds({ kind: 'postgres', organized: trial.organized }, async (grounds) => {
      const site = await grounds.newSite({ before });
      await liveThrough('slow-database', trial, { site }, async (world) => {
        for (let part = 0; part < PARTS; part++) {
          await sleep(WORK_MS);
          await world.rest();
        }
      });
    }).finally(() => gates.forEach((gate) => gate.close()));
    return null;
  },
};
