import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
  return opened(await migratedArchive());
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

async function opened(template: string): Promise<Database> {
  const pglite = await openPglite(null, template);
  const database = await prepared(poolOver(pglite), {
    embedded: true,
    log: silentLog(),
    close: () => pglite.close(),
  });
  if (!database.ok) throw new Error(database.problem.kind);
  return database.value;
}
