import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase, type DatabaseProblem } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Result } from '../../src/domain/result.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { anEntry, NOON, silentLog } from '../support/storage-samples.ts';

// A new folder is forced to disk file by file, which takes long where many tests share the disk.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'tsutae-data-'));
const kept = newFolder();
let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(kept, { recursive: true, force: true }));

async function open(at: string): Promise<Result<Database, DatabaseProblem>> {
  return openDatabase({ url: null, folder: at, templates: await preparedTemplates(), log: silentLog() });
}

async function opened(at: string): Promise<Database> {
  const database = await open(at);
  if (!database.ok) throw new Error(database.problem.kind);
  return database.value;
}

test('what was stored is there when the folder is opened again, to the millisecond', async () => {
  const entry = anEntry({ receivedAt: '2026-11-20T03:00:00.123Z' });
  for (const expected of [null, { entry, more: false }]) {
    const database = await opened(folder);
    const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
    expect(await store.work.transact((tx) => tx.inbox.nextFor(entry.person))).toEqual(expected);
    if (expected === null) await store.work.transact((tx) => tx.inbox.add(entry));
    await store.stop();
    await database.close();
  }
});

test('a folder that is open is refused, and free again once it is closed', async () => {
  const first = await opened(folder);
  expect(await open(folder)).toMatchObject({
    ok: false,
    problem: { kind: 'folder_in_use', pid: process.pid },
  });
  await first.close();
  await (await opened(folder)).close();
});

test('a folder of another version of the database is named, not thrown, and is left unlocked', async () => {
  const files = path.join(folder, 'postgres');
  mkdirSync(files);
  writeFileSync(path.join(files, 'PG_VERSION'), '12\n');
  for (let i = 0; i < 2; i++) {
    expect(await open(folder)).toMatchObject({ ok: false, problem: { kind: 'folder_unusable', folder } });
  }
});

describe('an open folder', () => {
  let database: Database;
  beforeAll(async () => {
    database = await opened(kept);
  });
  afterAll(() => database.close());

  test('the files of the database are for the own user alone', () => {
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect(statSync(path.join(kept, 'postgres')).mode & 0o077).toBe(0);
  });

  test('commits are forced to disk', async () => {
    const settings = await database.execute(
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'TimeZone') ORDER BY name`,
    );
    expect(settings.rows).toEqual([
      { name: 'TimeZone', setting: 'UTC' },
      { name: 'fsync', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });

  test('statements that fail do not disturb others on the one connection', async () => {
    const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        i % 2 === 0
          ? store.reports.internal('not a uuid')
          : store.work.transact((tx) => tx.inbox.add(anEntry())),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(
      Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'rejected' : 'fulfilled')),
    );
    expect(await database.prisma.inboxEntry.count({ where: { doneAt: null } })).toBe(30);
  });

  test('on the one connection, many transactions at once take turns', async () => {
    const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
    const entries = Array.from({ length: 30 }, () => anEntry({ person: 'p-turns' }));
    await Promise.all(
      entries.map((entry) =>
        store.work.transact(async (tx) => {
          await tx.inbox.add(entry);
          await tx.inbox.done(entry.id, NOON);
        }),
      ),
    );
    expect(await database.prisma.inboxEntry.count({ where: { doneAt: null, person: 'p-turns' } })).toBe(0);
  });
});
