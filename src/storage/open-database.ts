import path from 'node:path';
import type pg from 'pg';
import type { Log } from '../application/ports/surroundings.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { connectPrisma } from './connect-prisma.ts';
import { execute, exclusively, type Database } from './database.ts';
import { diskRoom, freeBytesOf, type HasRoom } from './disk-room.ts';
import type { RequestHandler } from './folder-socket.ts';
import { lockFolder, type FolderInUse } from './lock-folder.ts';
import { migrate, type MigrationProblem } from './migrate.ts';
import { logFlush } from './log-flush.ts';
import { flushLogWith, openPglite, poolOver } from './open-pglite.ts';
import { placeDatabase } from './place-database.ts';
import { serverPool } from './server-pool.ts';
import { StorageError } from './storage-error.ts';
import { abort, watchAbort } from './watch-abort.ts';

export interface DatabaseOptions {
  /** A PostgreSQL server; null keeps everything in `folder`. */
  url: string | null;
  /** Data folder of the embedded database. */
  folder: string;
  /** Where `makeTemplate` has laid the database that a new folder is a copy of; without, it is made step by step. */
  templates?: string;
  /** Answers what other processes ask the one that holds the folder. */
  onRequest?: RequestHandler;
  /**
   * The embedded database has ended itself, e.g. on a full disk: every statement fails until the process starts
   * anew. Nothing that was committed is lost.
   */
  onStopped?: () => void;
  log: Log;
}

export type DatabaseProblem =
  | FolderInUse
  | MigrationProblem
  /** Not a folder of this database version, or it cannot be read or written. */
  | { kind: 'folder_unusable'; folder: string; sqlState: string | null }
  /** The server cannot be reached, or refuses. */
  | { kind: 'database_unreachable'; sqlState: string | null }
  /** The url sets a time zone of its own: instants would be stored hours wrong. */
  | { kind: 'database_time_zone'; found: string };

/** Opens and migrates; the folder of the embedded database is locked before anything in it is touched. */
export function openDatabase(options: DatabaseOptions): Promise<Result<Database, DatabaseProblem>> {
  return options.url === null ? openEmbedded(options) : openServer(options.url, options.log);
}

async function openEmbedded(options: DatabaseOptions): Promise<Result<Database, DatabaseProblem>> {
  const lock = await lockFolder(options.folder, options.onRequest);
  if (!lock.ok) return lock;
  try {
    const files = path.join(options.folder, 'postgres');
    await placeDatabase(files, options.templates ?? null);
    const pglite = await openPglite(files);
    const stopped = watchAbort(pglite, () => {
      options.log.error('the embedded database has stopped and needs a restart of the program');
      options.onStopped?.();
    });
    const flush = logFlush(() => abort(pglite));
    flushLogWith(pglite, flush);
    const close = async (): Promise<void> => {
      if (!stopped()) await pglite.close();
      if (!stopped()) flush.close();
      await lock.value.release();
    };
    const hasRoom = diskRoom(() => freeBytesOf(options.folder), options.log);
    return await prepared(poolOver(pglite), {
      embedded: true,
      log: options.log,
      close,
      hasRoom,
      settled: () => flush.settled(),
    });
  } catch (error) {
    await lock.value.release();
    return fail({
      kind: 'folder_unusable',
      folder: options.folder,
      sqlState: new StorageError(error).sqlState,
    });
  }
}

function openServer(url: string, log: Log): Promise<Result<Database, DatabaseProblem>> {
  return prepared(serverPool(url), { embedded: false, log, close: () => Promise.resolve() });
}

interface Kind {
  embedded: boolean;
  log: Log;
  /** What is left to do once the pool is closed. */
  close: () => Promise<void>;
  /** Always, when nothing is given. */
  hasRoom?: HasRoom;
  /** Of the embedded database: resolves once everything that was committed is on disk. */
  settled?: () => Promise<void>;
}

/** Migrates over a pool and makes a Database of it; closes everything when that fails. */
export async function prepared(pool: pg.Pool, kind: Kind): Promise<Result<Database, DatabaseProblem>> {
  // A statement that fails says so itself; without a listener a connection lost in use would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) =>
    kind.log.warn('database connection lost', { code: new StorageError(error).code }),
  );
  const problem = await prepare(pool, kind.log);
  if (problem) {
    await pool.end();
    await kind.close();
    return fail(problem);
  }
  const settled = kind.settled ?? (() => Promise.resolve());
  const prisma = connectPrisma(pool, kind.embedded ? settled : undefined);
  return ok({
    prisma,
    pool,
    embedded: kind.embedded,
    hasRoom: kind.hasRoom ?? (() => Promise.resolve(true)),
    execute: async (sql, values) => {
      const result = await execute(pool, sql, values);
      await settled();
      return result;
    },
    // An embedded database has no other instance, and no second connection to hold a lock with.
    exclusively: (work) => (kind.embedded ? work() : exclusively(pool, work)),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await kind.close();
    },
  });
}

async function prepare(pool: pg.Pool, log: Log): Promise<DatabaseProblem | null> {
  try {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<{ TimeZone: string }>('SHOW TimeZone');
      const zone = rows[0]?.TimeZone ?? '';
      if (zone !== 'UTC') return { kind: 'database_time_zone', found: zone };
      const migrated = await migrate(client);
      if (!migrated.ok) return migrated.problem;
      if (migrated.value.length > 0) log.info('database migrated', { migrations: migrated.value.length });
      return null;
    } finally {
      client.release();
    }
  } catch (error) {
    return { kind: 'database_unreachable', sqlState: new StorageError(error).sqlState };
  }
}
