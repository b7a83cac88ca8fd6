import { afterAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { House } from '../../src/compose/house.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { randomFrom } from '../long/random.ts';
import { houseOver, sharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { hire, letLoose } from '../support/crowd.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { fileIncidents } from '../support/file-incidents.ts';
import { startPostgres } from '../support/postgres.ts';
import { silentLog } from '../support/storage-samples.ts';

const HANDLERS = 50;
const REPORTS = 20;
/** `MINUTES=1 npx vitest run test/faults/many-handlers.test.ts` lets them go on for as long. */
const MINUTES = Number(process.env.MINUTES ?? 0);
const ACTIONS = 120;

const server = await startPostgres();
afterAll(() => server?.stop());

async function over(url: string): Promise<Database> {
  const opened = await openDatabase({ url, folder: '', log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

async function holds(databases: readonly [Database, ...Database[]]): Promise<void> {
  const parts = await sharedParts();
  const houses: House[] = databases.map((database) => houseOver(parts, database));
  for (const house of houses) await house.prepare();
  const [house] = houses as [House];
  const reports = await fileIncidents(house, parts.clock, REPORTS);
  const people = hire(houses, 'yoshida', HANDLERS);
  const ends = performance.now() + MINUTES * 60_000;
  const crowd = {
    houses,
    database: databases[0],
    people,
    reports,
    random: (one: string) => randomFrom('crowd', one),
  };
  const figures = await letLoose(crowd, (acted) => acted >= ACTIONS && performance.now() >= ends);
  for (const one of houses) await settle(one);
  if (MINUTES > 0) console.log(figures);
  // Says nothing unless much of what was tried was done, and much of it was too late.
  expect(figures.done).toBeGreaterThan(ACTIONS / 10);
  expect(figures.answered + figures.refused).toBeGreaterThan(ACTIONS / 20);
  const { ledger } = house.store;
  expect((await verifyLedger({ ledger, hash: systemHash, signer: house.signer })).flaw).toBeNull();
  expect(await house.store.inbox.givenUp(10)).toEqual([]);
  expect(await house.store.inbox.waiting()).toBe(0);
  expect(await house.store.outbox.deadLetters(10)).toEqual([]);
  // The other instance may still be bringing what it claimed.
  await expect.poll(() => house.store.outbox.waiting(), { timeout: 60_000 }).toBe(0);
  for (const one of houses) await one.stop();
}

describe(`${HANDLERS} handlers at the same ${REPORTS} reports`, () => {
  it(
    'do each thing once or are told why not, on the embedded database',
    async () => {
      await holds([await openMemoryDatabase()]);
    },
    300_000 + MINUTES * 60_000,
  );

  it.skipIf(server === null)(
    'do each thing once or are told why not, with two instances on PostgreSQL',
    async () => {
      const url = (await server?.createDatabase()) ?? '';
      await holds([await over(url), await over(url)]);
    },
    300_000 + MINUTES * 60_000,
  );
});
