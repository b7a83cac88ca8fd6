import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PGlite } from '@electric-sql/pglite';
import type { LogFlush } from '../../src/storage/log-flush.ts';
import { flushLogWith, openPglite } from '../../src/storage/open-pglite.ts';

/** The order in which the log is asked for, flushed, and something else is written. */
const steps: string[] = [];
const flush: LogFlush = {
  ask: () => void steps.push('asked'),
  settled: () => Promise.resolve(),
  settleNow: () => void steps.push('flushed'),
  close: () => undefined,
};

let folder: string;
let database: PGlite;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-flush-'));
  database = await openPglite(path.join(folder, 'postgres'));
  flushLogWith(database, flush);
  await database.exec('CREATE TABLE kept (words text)');
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('each commit asks for the log once and waits for nothing', async () => {
  await database.query('INSERT INTO kept VALUES ($1)', ['first']);
  steps.length = 0;
  await database.query('INSERT INTO kept VALUES ($1)', ['second']);
  expect(steps).toEqual(['asked']);
});

test('tables are not written before the log of what is in them is on disk', async () => {
  await database.query('INSERT INTO kept VALUES ($1)', ['third']);
  steps.length = 0;
  await database.exec('CHECKPOINT');
  expect(steps).toContain('flushed');
  expect(steps.indexOf('flushed')).toBeLessThan(steps.length - 1);
});
