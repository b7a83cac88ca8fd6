import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { openPglite, poolOver } from '../../src/storage/open-pglite.ts';

const ROW = 1_000_000;
const ROWS = 60;

let database: PGlite;
let pool: pg.Pool;
beforeAll(async () => {
  database = await openPglite(null);
  pool = poolOver(database);
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

test('an answer larger than one message arrives whole', async () => {
  const { rows } = await pool.query<{ words: string }>('SELECT repeat($1, $2::int) AS words', ['声', ROW]);
  expect(rows[0]?.words).toBe('声'.repeat(ROW));
});

test('a failed statement says why, and the next one is answered', async () => {
  await expect(pool.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
  expect((await pool.query('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }]);
});

test('answers are forgotten once they were given', async () => {
  const before = heapInUse();
  for (let row = 0; row < ROWS; row += 1) await pool.query('SELECT repeat($1, $2::int)', ['x', ROW]);
  expect(heapInUse() - before).toBeLessThan((ROWS * ROW) / 4);
});

/** Bytes in use after everything that nobody holds was collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
