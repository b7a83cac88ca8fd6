import type { PrismaClient } from '../../src/storage/generated/client.ts';
import type { Database } from '../../src/storage/database.ts';

/** A database as a process sees it that is killed between two of its statements: from then on nothing gets through. */
export interface MortalDatabase {
  database: Database;
  isDead(): boolean;
  /** Statements and commits so far. */
  steps(): number;
}

/** @param lastStep the step that is still taken, counted from 1; everything after it fails. */
export function mortalDatabase(real: Database, lastStep: number): MortalDatabase {
  const life = { steps: 0, dead: false };
  const step = (): void => {
    if (life.steps >= lastStep) life.dead = true;
    if (life.dead) throw new Error('killed');
    life.steps++;
  };
  const counted = real.prisma.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        step();
        return query(args);
      },
    },
  }) as unknown as PrismaClient;
  const transact = async (...args: Parameters<PrismaClient['$transaction']>): Promise<unknown> => {
    const result: unknown = await counted.$transaction(...args);
    // Committed, and nobody was told.
    step();
    return result;
  };
  const prisma = new Proxy(counted, {
    get: (client, name) => (name === '$transaction' ? transact : (Reflect.get(client, name) as unknown)),
  });
  return {
    database: {
      ...real,
      prisma,
      execute: (sql, values) => (life.dead ? Promise.reject(new Error('killed')) : real.execute(sql, values)),
      close: () => Promise.resolve(),
    },
    isDead: () => life.dead,
    steps: () => life.steps,
  };
}
