import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../src/storage/database.ts';
import { templatePath } from '../../src/storage/find-template.ts';
import { makeTemplate } from '../../src/storage/make-template.ts';
import { prepared } from '../../src/storage/open-database.ts';
import { openPglite, poolOver } from '../../src/storage/open-pglite.ts';
import { silentLog } from './storage-samples.ts';

const root = path.join(import.meta.dirname, '../..');
const cache = path.join(root, 'node_modules/.cache/tsutae');

/** An empty, migrated database in memory, copied from an archive that is made once per state of the migrations. */
export async function openMemoryDatabase(): Promise<Database> {
  const pglite = await openPglite(null, await migratedArchive());
  return databaseOn(pglite, () => pglite.close());
}

const emptied: PGlite[] = [];

/**
 * The same for those who change nothing but rows: one that another test has closed is emptied, which takes a tenth of
 * the time of opening one.
 */
export async function borrowMemoryDatabase(): Promise<Database> {
  const pglite = emptied.pop() ?? (await openPglite(null, await migratedArchive()));
  return databaseOn(pglite, async () => {
    await empty(pglite);
    emptied.push(pglite);
  });
}

/** What there is before anything has happened. */
const KEPT = ['public._prisma_migrations', 'pgboss.version', 'pgboss.queue'];

async function empty(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ tables: string | null }>(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname IN ('public', 'pgboss') AND schemaname || '.' || tablename <> ALL ($1)`,
    [KEPT],
  );
  // The ledger refuses to be emptied by whoever is not a replica.
  await pglite.exec(
    `SET session_replication_role = replica; TRUNCATE ${rows[0]?.tables ?? ''} RESTART IDENTITY`,
  );
  await pglite.exec('DISCARD ALL');
}

/** What a data folder of a test is a copy of; made once. */
export async function preparedTemplates(): Promise<string> {
  const templates = path.join(cache, 'templates');
  await makeTemplate(templates, silentLog());
  return templates;
}

/** Archive that a database in memory starts from. */
export async function migratedArchive(): Promise<string> {
  const name = path.basename(await templatePath(cache));
  const file = path.join(cache, `migrated-${name}.tar.gz`);
  if (existsSync(file)) return file;
  const pglite = await openPglite(null);
  const migrated = await prepared(poolOver(pglite), {
    embedded: true,
    log: silentLog(),
    close: () => Promise.resolve(),
  });
  if (!migrated.ok) throw new Error(migrated.problem.kind);
  await migrated.value.close();
  const archive = await pglite.dumpDataDir('gzip');
  await pglite.close();
  mkdirSync(cache, { recursive: true });
  // Written beside and moved: tests in other processes may look for it now.
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, Buffer.from(await archive.arrayBuffer()));
  renameSync(unfinished, file);
  return file;
}

async function databaseOn(pglite: PGlite, close: () => Promise<void>): Promise<Database> {
  const database = await prepared(poolOver(pglite), { embedded: true, log: silentLog(), close });
  if (!database.ok) throw new Error(database.problem.kind);
  return database.value;
}
