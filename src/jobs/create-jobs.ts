import PgBoss from 'pg-boss';
import type { Worker } from '../application/ports/storage.ts';
import type { Log } from '../application/ports/surroundings.ts';
import { pollQueue, type Poller } from './poll-queue.ts';

/** The part of the database that jobs need. */
export interface JobDatabase {
  /** Runs a statement with values, or a script without; an open transaction is rolled back on failure. */
  execute(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Only one instance at a time does this. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

export type Handler = () => Promise<void>;

/** The transaction that a wake-up belongs to. */
export interface OpenTransaction {
  /** Moment of `performance.now`. */
  began: number;
  run: (sql: string, values: readonly unknown[]) => Promise<unknown[]>;
  /** Calls back once it is known to be committed. */
  onCommitted: (listener: () => void) => void;
}

/**
 * Wakes workers and keeps schedules. A job carries nothing: the inbox and outbox tables say what is to be done, so
 * that a handler may be called once for many jobs, again for one, or without need.
 *
 * The instance that stores something works on it at once; a wake-up is for the others, should this one end. So it
 * starts a little later, and until then stands for everything that this instance commits.
 */
export interface Jobs {
  /** Called on one instance after a wake-up was committed, and after one that a killed instance had taken. */
  work(worker: Worker, handler: Handler): void;
  /** `cron` with minutes, in the organisation's time zone; on one instance each time. */
  schedule(name: string, cron: string, handler: Handler): void;
  /** After `work` and `schedule`. */
  start(): Promise<void>;
  /** Waits for running handlers; before the database is closed. */
  stop(): Promise<void>;
  /** Wakes a worker after the caller's transaction commits, and not when it is rolled back. */
  enqueueWithin: (worker: Worker, transaction: OpenTransaction) => Promise<void>;
}

export interface JobOptions {
  database: JobDatabase;
  log: Log;
  /** IANA name, for schedules. */
  timeZone: string;
  /** How long a wake-up that has started may take to be noticed. */
  pollEveryMs?: number;
  /** How long after the beginning of its transaction a wake-up starts. */
  startAfterMs?: number;
}

const POLL_EVERY_MS = 2_000;
const START_AFTER_MS = 3_000;
/**
 * The part of that time in which it stands for other transactions; the rest is for them to be committed before it
 * starts. One that takes longer is left to the minute's sweep if this instance does not live to work on it.
 */
const STANDS_FOR_OTHERS = 2 / 3;
const MINUTE = 60;

/** Light on the one connection of the embedded default: three statements of maintenance a minute, no monitoring. */
const SETTINGS = {
  maintenanceIntervalSeconds: MINUTE,
  archiveCompletedAfterSeconds: 5 * MINUTE,
  archiveFailedAfterSeconds: 60 * MINUTE,
  deleteAfterSeconds: 24 * 60 * MINUTE,
  clockMonitorIntervalSeconds: 10 * MINUTE,
  cronMonitorIntervalSeconds: 30,
  cronWorkerIntervalSeconds: 10,
};

/** A job that was taken and not completed in this time is given to another instance. */
const QUEUE = { policy: 'standard', retryLimit: 3, retryDelay: 5, expireInSeconds: 5 * MINUTE } as const;

export function createJobs(options: JobOptions): Jobs {
  const { database, log, timeZone, pollEveryMs = POLL_EVERY_MS, startAfterMs = START_AFTER_MS } = options;
  const wokenUntil = new Map<Worker, number>();
  const handlers = new Map<string, Handler>();
  const schedules = new Map<string, string>();
  const boss = new PgBoss({
    ...SETTINGS,
    db: { executeSql: (sql, values) => database.execute(sql, values) },
  });
  boss.on('error', () => log.warn('a job could not be handled'));
  let pollers: Poller[] = [];
  return {
    work: (worker, handler) => void handlers.set(worker, handler),

    schedule(name, cron, handler) {
      handlers.set(name, handler);
      schedules.set(name, cron);
    },

    async start() {
      await database.exclusively(() => prepareQueues(boss, handlers.keys(), schedules, timeZone));
      pollers = [...handlers].map(([queue, handler]) =>
        pollQueue(boss, { queue, handler, everyMs: pollEveryMs, log }),
      );
    },

    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
      await boss.stop({ graceful: true, wait: true, close: false });
    },

    async enqueueWithin(worker, { began, run, onCommitted }) {
      if (performance.now() < (wokenUntil.get(worker) ?? 0)) return;
      const executeSql = async (sql: string, values: unknown[]): Promise<{ rows: unknown[] }> => ({
        rows: await run(
          sql,
          values.map((value) => value ?? null),
        ),
      });
      await boss.send(worker, {}, { db: { executeSql }, startAfter: startAfterMs / 1000 });
      // The database counts from the beginning of the transaction, however long it had to wait since.
      onCommitted(() => wokenUntil.set(worker, began + startAfterMs * STANDS_FOR_OTHERS));
    },
  };
}

async function prepareQueues(
  boss: PgBoss,
  queues: Iterable<string>,
  schedules: ReadonlyMap<string, string>,
  timeZone: string,
): Promise<void> {
  await boss.start();
  for (const queue of queues) await boss.createQueue(queue, { name: queue, ...QUEUE });
  for (const [name, cron] of schedules) await boss.schedule(name, cron, {}, { tz: timeZone });
  for (const { name } of await boss.getSchedules()) {
    if (!schedules.has(name)) await boss.unschedule(name);
  }
}
