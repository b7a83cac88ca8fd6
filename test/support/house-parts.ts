import { furnish, type House, type HouseParts } from '../../src/compose/house.ts';
import { learn, organize } from '../../src/compose/knowledge.ts';
import { systemIds } from '../../src/compose/node-ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { testConfig } from './a-world.ts';
import { silentLog } from './storage-samples.ts';

export interface HouseClock {
  now(): string;
  pass(minutes: number): void;
}

/** What houses share: they can end and begin again over the same database, with the same keys. */
export type SharedParts = HouseParts & { clock: HouseClock };

/** The real organisation and recogniser, on a Friday morning, with its data in this folder. */
export async function partsIn(folder: string, over: Partial<HouseParts> = {}): Promise<SharedParts> {
  const at = { now: new Date('2026-11-20T09:12:00+09:00').toISOString() };
  const clock = {
    now: () => at.now,
    pass: (minutes: number) => {
      at.now = new Date(Date.parse(at.now) + minutes * 60_000).toISOString();
    },
  };
  const config = testConfig(folder);
  const organized = await organize(config, clock);
  if (!organized.ok) throw new Error(organized.problem[0]?.problem);
  return {
    config,
    organized: organized.value,
    understandings: await learn(config, organized.value),
    log: silentLog(),
    ids: systemIds,
    schedules: false,
    onStopped: () => undefined,
    onRequest: () => () => Promise.resolve('null'),
    ...over,
    clock,
  };
}

export function houseOver(parts: SharedParts, database: Database, over: Partial<HouseParts> = {}): House {
  return furnish({ ...parts, ...over }, database);
}
