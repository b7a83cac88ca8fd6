import type { Log } from '../../src/application/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';

export const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

/**
 * An empty, migrated database.
 * @param url of one on a server; null for an embedded one on disk, in `folder`
 */
export async function newDatabase(folder: string, url: string | null): Promise<Database> {
  const result = await openDatabase({ url, folder, log: SILENT });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}
