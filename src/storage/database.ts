import type pg from 'pg';
import type { HasRoom } from './disk-room.ts';
import type { PrismaClient } from './generated/client.ts';
import { MIGRATION_LOCK } from './migrate.ts';
import { StorageError } from './storage-error.ts';

/** The one database of an instance, embedded or on a server. */
export interface Database {
  prisma: PrismaClient;
  /** Has one connection when embedded: whoever holds it must not ask for another. */
  pool: pg.Pool;
  embedded: boolean;
  /** Whether something new can be taken; a server says so itself, when its disk is full. */
  hasRoom: HasRoom;
  /** Runs a statement with values, or a script without. */
  execute(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Only one instance at a time does this. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A script that fails halfway must not leave its transaction open on a pooled connection. */
export async function execute(pool: pg.Pool, sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await connection(pool);
  try {
    // Without values the simple protocol is used, which alone takes several statements.
    return values && values.length > 0 ? await client.query(sql, values) : await client.query(sql);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new StorageError(error);
  } finally {
    client.release();
  }
}

export async function exclusively<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await connection(pool);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

async function connection(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new StorageError(error);
  }
}
