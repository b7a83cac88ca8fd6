import { setTimeout as sleep } from 'node:timers/promises';
import type { Queries } from './connect-prisma.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { isConflict, StorageError } from './storage-error.ts';

/** Generous: on the embedded default everybody waits in turn for the one connection. */
const TIMES = { maxWait: 60_000, timeout: 60_000 };
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Runs the work in one transaction and tries again when another was in the way. What the work throws comes out as
 * it is; what the database reports comes out as a StorageError.
 */
export async function inTransaction<T>(
  prisma: PrismaClient,
  work: (tx: Queries) => Promise<T>,
  isolationLevel?: Prisma.TransactionIsolationLevel,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(prisma, work, isolationLevel);
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

async function once<T>(
  prisma: PrismaClient,
  work: (tx: Queries) => Promise<T>,
  isolationLevel?: Prisma.TransactionIsolationLevel,
): Promise<T> {
  let thrown: { error: unknown } | null = null;
  const watched = async (tx: Queries): Promise<T> => {
    try {
      return await work(tx);
    } catch (error) {
      thrown = { error };
      throw error;
    }
  };
  try {
    return await prisma.$transaction(watched, { ...TIMES, ...(isolationLevel && { isolationLevel }) });
  } catch (error) {
    // Assigned in a callback, which the compiler does not follow.
    const own = thrown as { error: unknown } | null;
    throw own ? own.error : new StorageError(error);
  }
}
