import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { HANDLERS, REPORTS, triedIn, workSideBySide } from '../long/crowded.ts';
import { sharedParts } from '../support/a-house.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { startPostgres } from '../support/postgres.ts';
import { silentLog } from '../support/storage-samples.ts';

/** A taste of `npm run test:long -- --only crowd`. */
const SECONDS = 10;
const LEAST = 60;
const TIMEOUT_MS = 300_000;

const server = await startPostgres();
afterAll(() => server?.stop());

async function over(url: string): Promise<Database> {
  const opened = await openDatabase({ url, folder: '', log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

async function holds(databases: readonly [Database, ...Database[]]): Promise<void> {
  const parts = await sharedParts();
  const figures = await workSideBySide({ parts, databases, seed: 'crowd', seconds: SECONDS, least: LEAST });
  // Says nothing unless much of what was tried was done, and much of it was too late.
  const tried = triedIn(figures);
  expect(figures.deeds.length).toBeGreaterThan(tried / 10);
  expect(tried - figures.deeds.length).toBeGreaterThan(tried / 20);
}

describe(`${HANDLERS} handlers of several units at the same ${REPORTS} reports of every type`, () => {
  it(
    'do each thing once or are told why not, on the embedded database',
    async () => {
      await holds([await openMemoryDatabase()]);
    },
    TIMEOUT_MS,
  );

  it.skipIf(server === null)(
    'do each thing once or are told why not, with two instances on PostgreSQL',
    async () => {
      const url = (await server?.createDatabase()) ?? '';
      await holds([await over(url), await over(url)]);
    },
    TIMEOUT_MS,
  );
});
