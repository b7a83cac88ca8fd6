import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { fail, ok, type Result } from '../domain/result.ts';
import { StorageError } from './storage-error.ts';

/** The advisory lock that Prisma Migrate takes too. */
export const MIGRATION_LOCK = 72707369;

/** changed: its file differs from what was applied. unfinished: `prisma migrate resolve` decides. failed: rolled back. */
export interface MigrationProblem {
  kind: 'migration_changed' | 'migration_unfinished' | 'migration_failed';
  migration: string;
  sqlState: string | null;
}

const FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export interface Migration {
  name: string;
  sql: string;
  /** As Prisma Migrate records it. */
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** In the order in which they are applied. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies what is missing, in order, each in a transaction of its own, and records it as Prisma Migrate does. Safe
 * to run from several instances at once: one works, the others wait and find nothing to do.
 */
export async function migrate(client: pg.ClientBase): Promise<Result<string[], MigrationProblem>> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await client.query(RECORDS);
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    return await applyMissing(client, new Map(rows.map((row) => [row.migration_name, row])));
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

async function applyMissing(
  client: pg.ClientBase,
  applied: ReadonlyMap<string, Applied>,
): Promise<Result<string[], MigrationProblem>> {
  const done: string[] = [];
  for (const { name, sql, checksum } of await readMigrations()) {
    const before = applied.get(name);
    if (before) {
      const kind = before.finished_at === null ? 'migration_unfinished' : 'migration_changed';
      if (before.finished_at === null || before.checksum !== checksum) {
        return fail({ kind, migration: name, sqlState: null });
      }
      continue;
    }
    const sqlState = await apply(client, name, sql, checksum);
    if (sqlState !== null) return fail({ kind: 'migration_failed', migration: name, sqlState });
    done.push(name);
  }
  return ok(done);
}

/** The SQLSTATE of what went wrong, or null. */
async function apply(
  client: pg.ClientBase,
  name: string,
  sql: string,
  checksum: string,
): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name]);
    await client.query('COMMIT');
    return null;
  } catch (error) {
    await client.query('ROLLBACK');
    return new StorageError(error).sqlState ?? 'unknown';
  }
}

const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const RECORD = `INSERT INTO "_prisma_migrations"
  (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
  VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`;
