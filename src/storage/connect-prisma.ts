import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { EmbeddedAdapter } from './embedded-adapter.ts';
import { PrismaClient, type Prisma } from './generated/client.ts';
import { StorageError } from './storage-error.ts';

/** Queries on the database itself or inside a transaction. */
export type Queries = Prisma.TransactionClient;

/**
 * Every query fails with a StorageError: no value that was being written leaves in a message.
 * @param settled for a database that goes on before what it has committed is on disk: nobody is told before
 */
export function connectPrisma(pool: pg.Pool, settled?: () => Promise<void>): PrismaClient {
  const adapter = settled ? new EmbeddedAdapter(pool, settled) : new PrismaPg(pool);
  const client = new PrismaClient({ adapter, errorFormat: 'minimal' }).$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return (await query(args)) as unknown;
        } catch (error) {
          throw new StorageError(error);
        }
      },
    },
  });
  // The extension adds nothing to what the client offers; its own type hides that.
  return client as unknown as PrismaClient;
}
