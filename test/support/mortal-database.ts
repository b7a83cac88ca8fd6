import type { PrismaClient } from '../../src/storage/generated/client.ts';
import type { Database } from '../../src/storage/database.ts';

/** A database as one process sees it whose n-th step fails. */
export interface MortalDatabase {
  database: Database;
  /** Whether the step has come. */
  hasFailed(): boolean;
  /** Steps are counted from now on, those of calls alone if it is said, and this one fails. */
  failAt(step: number, callsOnly?: boolean): void;
  /**
   * A call of somebody else's API is two steps. Null: it goes through; else it ends before anything was done, or with its
   * work done and nobody told.
   */
  call(): { done: boolean } | null;
}

type Transact = (
  work: (tx: unknown) => Promise<unknown>,
  options?: Parameters<PrismaClient['$transaction']>[1],
) => Promise<unknown>;

/**
 * A step is a statement on its own; of a transaction, which is all or nothing, its begin, the moment when everything
 * is written and not committed, and the one when it is committed and nobody was told.
 * @param failing number of the step that fails, from 1
 * @param killed nothing gets through any more, as after the end of the process; else only this step fails
 */
export function mortalDatabase(real: Database, failing: number, killed: boolean): MortalDatabase {
  const life = { steps: 0, failing, callsOnly: false, failed: false };
  const isDead = () => killed && life.failed;
  const step = (counts = !life.callsOnly): void => {
    if (isDead()) throw new Error('killed');
    if (!counts) return;
    life.steps++;
    if (life.steps !== life.failing) return;
    life.failed = true;
    throw new Error('killed');
  };
  const alone = real.prisma.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        step();
        return query(args);
      },
    },
  }) as unknown as PrismaClient;
  const realTransact = real.prisma.$transaction.bind(real.prisma) as unknown as Transact;
  const transact: Transact = async (work, options) => {
    const result = await realTransact(async (tx) => {
      step();
      const written = await work(tx);
      step();
      return written;
    }, options);
    step();
    return result;
  };
  const prisma = new Proxy(alone, {
    get: (client, name) => (name === '$transaction' ? transact : (Reflect.get(client, name) as unknown)),
  });
  return {
    database: {
      ...real,
      prisma,
      execute: (sql, values) => (isDead() ? Promise.reject(new Error('killed')) : real.execute(sql, values)),
      close: () => Promise.resolve(),
    },
    hasFailed: () => life.failed,
    failAt: (number, callsOnly = false) => Object.assign(life, { steps: 0, failing: number, callsOnly }),
    call: () => {
      for (const done of [false, true])
        try {
          step(true);
        } catch {
          return { done };
        }
      return null;
    },
  };
}
