import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type * as Fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logFlush } from '../../src/storage/log-flush.ts';

type Done = (error: Error | null) => void;

/** Flushes that have begun and wait to be let through. */
const begun: Done[] = [];
const atOnce = vi.fn();

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof Fs>()),
  fsync: (_fd: number, done: Done) => void begun.push(done),
  fsyncSync: () => {
    atOnce();
  },
}));

let folder: string;
let segment: string;
beforeEach(() => {
  begun.length = 0;
  atOnce.mockReset();
  folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-log-'));
  segment = path.join(folder, 'segment');
  writeFileSync(segment, '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function watched(promise: Promise<void>): () => string {
  const state = { is: 'waiting' };
  promise.then(
    () => (state.is = 'settled'),
    (error: unknown) => (state.is = error instanceof Error ? error.name : 'thrown'),
  );
  return () => state.is;
}

async function pass(flush: number, error: Error | null = null): Promise<void> {
  await vi.waitFor(() => expect(begun.length).toBeGreaterThan(flush));
  begun[flush]?.(error);
  await new Promise((resolve) => setImmediate(resolve));
}

test('nobody waits when nothing was asked for', async () => {
  await logFlush(vi.fn()).settled();
  expect(begun).toHaveLength(0);
});

test('all that was asked for before a flush began is on disk with it', async () => {
  const flush = logFlush(vi.fn());
  flush.ask(segment);
  flush.ask(segment);
  const waiting = [watched(flush.settled()), watched(flush.settled())];
  await pass(0);
  expect(waiting.map((state) => state())).toEqual(['settled', 'settled']);
  expect(begun).toHaveLength(1);
});

test('what is asked for while a flush runs waits for the next one', async () => {
  const flush = logFlush(vi.fn());
  flush.ask(segment);
  const first = watched(flush.settled());
  flush.ask(segment);
  const second = watched(flush.settled());
  await pass(0);
  expect([first(), second()]).toEqual(['settled', 'waiting']);
  await pass(1);
  expect(second()).toBe('settled');
});

test('what must not be earlier than the log waits for nobody: the log is flushed at once', async () => {
  const flush = logFlush(vi.fn());
  flush.settleNow();
  expect(atOnce).not.toHaveBeenCalled();
  flush.ask(segment);
  flush.settleNow();
  expect(atOnce).toHaveBeenCalledTimes(1);
  await flush.settled();
  expect(begun).toHaveLength(0);
});

test('a segment is flushed before the next one begins', () => {
  const flush = logFlush(vi.fn());
  const next = path.join(folder, 'next');
  writeFileSync(next, '');
  flush.ask(segment);
  flush.ask(next);
  expect(atOnce).toHaveBeenCalledTimes(1);
});

test('after a flush that failed nothing is acknowledged any more, and the database is told once', async () => {
  const onFailed = vi.fn();
  const flush = logFlush(onFailed);
  flush.ask(segment);
  const waiting = [watched(flush.settled()), watched(flush.settled())];
  await pass(0, new Error('EIO'));
  expect(waiting.map((state) => state())).toEqual(['DatabaseStopped', 'DatabaseStopped']);
  await expect(flush.settled()).rejects.toMatchObject({ name: 'DatabaseStopped' });
  expect(onFailed).toHaveBeenCalledTimes(1);
});
