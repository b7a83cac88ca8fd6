import path from 'node:path';
import type { Log } from '../../src/application/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Setting } from './benchmark.ts';

export const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

export interface NamedDatabase {
  name: string;
  database: Database;
}

/** A new embedded database on disk and, where there is a server, a new one there. */
export async function openDatabases({ folder, postgres }: Setting): Promise<NamedDatabase[]> {
  const url = await postgres?.createDatabase();
  const embedded = { name: 'embedded', database: await opened(path.join(folder, 'embedded'), null) };
  if (url === undefined) return [embedded];
  return [embedded, { name: 'PostgreSQL', database: await opened(path.join(folder, 'server'), url) }];
}

async function opened(folder: string, url: string | null): Promise<Database> {
  const result = await openDatabase({ url, folder, log: SILENT });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
