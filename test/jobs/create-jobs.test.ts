import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { createJobs, type Jobs } from '../../src/jobs/create-jobs.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { startPostgres } from '../support/postgres.ts';
import { anEntry, silentLog } from '../support/storage-samples.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

async function openOnServer(): Promise<Database> {
  const opened = await openDatabase({
    url: (await server?.createDatabase()) ?? '',
    folder: '',
    log: silentLog(),
  });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

describe('jobs on the embedded database', () => jobCases(openMemoryDatabase));
describe.skipIf(server === null)('jobs on PostgreSQL', () => {
  jobCases(openOnServer);
});

function jobCases(open: () => Promise<Database>): void {
  let database: Database;
  const running: Jobs[] = [];
  beforeAll(async () => {
    database = await open();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
    await database.execute('DELETE FROM pgboss.job');
  });
  afterAll(() => database.close());

  function instance(startAfterMs = 300): { jobs: Jobs; store: Store } {
    const options = { database, log: silentLog(), timeZone: 'Asia/Tokyo', pollEveryMs: 50, startAfterMs };
    const jobs = createJobs(options);
    running.push(jobs);
    return { jobs, store: openStore({ database, enqueue: jobs.enqueueWithin, log: silentLog() }) };
  }

  test('many committed wake-ups are one call, and one that was rolled back is none', async () => {
    const { jobs, store } = instance();
    const drain = vi.fn(() => Promise.resolve());
    jobs.work('inbox', () => Promise.resolve());
    await jobs.start();
    await jobs.stop();
    const rolledBack = store.work.transact(async (tx) => {
      await tx.wake('inbox');
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');

    const first = instance();
    first.jobs.work('inbox', drain);
    await first.jobs.start();
    await first.jobs.stop();
    expect(drain).toHaveBeenCalledTimes(0);

    for (let i = 0; i < 5; i++) await store.work.transact((tx) => tx.wake('inbox'));
    const second = instance();
    second.jobs.work('inbox', drain);
    await second.jobs.start();
    await vi.waitFor(() => expect(drain).toHaveBeenCalled(), 10_000);
    await second.jobs.stop();
    expect(drain).toHaveBeenCalledTimes(1);
  });

  /** An instance that commits and does not live to work on it. */
  async function dyingInstance(startAfterMs: number): Promise<Store> {
    const { jobs, store } = instance(startAfterMs);
    jobs.work('inbox', () => Promise.resolve());
    await jobs.start();
    await jobs.stop();
    return store;
  }

  const waitingJobs = async (): Promise<number> =>
    (await database.execute(`SELECT FROM pgboss.job WHERE name = 'inbox' AND state = 'created'`)).rows.length;

  test('a waiting wake-up stands for what is committed before it starts', async () => {
    const dying = await dyingInstance(2_000);
    for (let i = 0; i < 3; i++) {
      await dying.work.transact(async (tx) => {
        await tx.inbox.add(anEntry());
        await tx.wake('inbox');
      });
    }
    expect(await waitingJobs()).toBe(1);
    const other = instance();
    const found: number[] = [];
    other.jobs.work('inbox', async () => void found.push(await other.store.inbox.waiting()));
    await other.jobs.start();
    await vi.waitFor(() => expect(found).toEqual([3]), 10_000);
  });

  test('a wake-up that was rolled back stands for nothing', async () => {
    const store = await dyingInstance(60_000);
    const rolledBack = store.work.transact(async (tx) => {
      await tx.wake('inbox');
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await store.work.transact((tx) => tx.wake('inbox'));
    expect(await waitingJobs()).toBe(1);
  });

  test('a wake-up that may have started stands for nothing more', async () => {
    const store = await dyingInstance(300);
    await store.work.transact((tx) => tx.wake('inbox'));
    await sleep(250);
    await store.work.transact((tx) => tx.wake('inbox'));
    expect(await waitingJobs()).toBe(2);
  });

  test('a wake-up of a transaction that took long stands for nothing', async () => {
    const store = await dyingInstance(300);
    await store.work.transact(async (tx) => {
      await sleep(250);
      await tx.wake('inbox');
    });
    await store.work.transact((tx) => tx.wake('inbox'));
    expect(await waitingJobs()).toBe(2);
  });

  test('a wake-up calls its own worker only', async () => {
    const { jobs, store } = instance();
    const inbox = vi.fn(() => Promise.resolve());
    const outbox = vi.fn(() => Promise.resolve());
    jobs.work('inbox', inbox);
    jobs.work('outbox', outbox);
    await jobs.start();
    await store.work.transact((tx) => tx.wake('outbox'));
    await vi.waitFor(() => expect(outbox).toHaveBeenCalled(), 10_000);
    expect(inbox).not.toHaveBeenCalled();
  });

  test('a transaction wakes each worker once, however often it asks', async () => {
    const { jobs, store } = instance();
    jobs.work('inbox', () => Promise.resolve());
    jobs.work('outbox', () => Promise.resolve());
    await jobs.start();
    await jobs.stop();
    const count = `SELECT name, count(*)::int AS jobs FROM pgboss.job WHERE state = 'created' GROUP BY name`;
    await store.work.transact(async (tx) => {
      for (const worker of ['outbox', 'inbox', 'outbox'] as const) await tx.wake(worker);
    });
    expect((await database.execute(`${count} ORDER BY name`)).rows).toEqual([
      { name: 'inbox', jobs: 1 },
      { name: 'outbox', jobs: 1 },
    ]);
  });

  test('a handler that fails is called again and nothing of its error is kept', async () => {
    const { jobs, store } = instance();
    const drain = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('planted-words'));
    jobs.work('inbox', drain);
    await jobs.start();
    await store.work.transact((tx) => tx.wake('inbox'));
    await vi.waitFor(() => expect(drain).toHaveBeenCalledTimes(2), 20_000);
    const { rows } = await database.execute(`SELECT output::text, data::text FROM pgboss.job`);
    expect(JSON.stringify(rows)).not.toContain('planted');
  });

  test('stopping waits for the handler that runs', async () => {
    const { jobs, store } = instance();
    let finished = false;
    let started = false;
    jobs.work('inbox', async () => {
      started = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      finished = true;
    });
    await jobs.start();
    await store.work.transact((tx) => tx.wake('inbox'));
    await vi.waitFor(() => expect(started).toBe(true), 10_000);
    await jobs.stop();
    expect(finished).toBe(true);
  });

  test('schedules are kept in the time zone of the organisation, and forgotten when no longer asked for', async () => {
    const schedules = async (): Promise<unknown[]> =>
      (await database.execute('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name')).rows;
    const before = instance();
    before.jobs.schedule('checkpoint', '5 3 * * *', () => Promise.resolve());
    before.jobs.schedule('old', '0 0 * * *', () => Promise.resolve());
    await before.jobs.start();
    expect(await schedules()).toHaveLength(2);
    const after = instance();
    after.jobs.schedule('checkpoint', '5 3 * * *', () => Promise.resolve());
    await after.jobs.start();
    expect(await schedules()).toEqual([{ name: 'checkpoint', cron: '5 3 * * *', timezone: 'Asia/Tokyo' }]);
  });
}

describe.skipIf(server === null)('jobs of several instances', () => {
  test('that start at once prepare one set of queues', async () => {
    const url = (await server?.createDatabase()) ?? '';
    const opened = await Promise.all(
      [1, 2, 3, 4].map(() => openDatabase({ url, folder: '', log: silentLog() })),
    );
    const databases = opened.flatMap((one) => (one.ok ? [one.value] : []));
    const all = databases.map((database) =>
      createJobs({ database, log: silentLog(), timeZone: 'Asia/Tokyo' }),
    );
    for (const jobs of all) jobs.work('inbox', () => Promise.resolve());
    await Promise.all(all.map((jobs) => jobs.start()));
    await Promise.all(all.map((jobs) => jobs.stop()));
    for (const database of databases) await database.close();
    expect(databases).toHaveLength(4);
  });
});
