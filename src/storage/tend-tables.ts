import type { Database } from './database.ts';

/** When a server's autovacuum takes up a table, by its defaults. */
const DUE = `
  SELECT format('%I.%I', schemaname, relname) AS name, n_dead_tup > 50 + 0.2 * n_live_tup AS littered
  FROM pg_stat_user_tables
  WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup`;

/**
 * Does for the embedded database, which has no autovacuum, what a server does by itself: room of rows that are gone is
 * used again, and statements are planned for tables as they are. A plan from when a table was empty would be kept for
 * as long as the process runs. Table by table, so that nobody waits for all of them.
 */
export async function tendTables(database: Pick<Database, 'embedded' | 'execute'>): Promise<void> {
  if (!database.embedded) return;
  const { rows } = await database.execute(DUE);
  for (const { name, littered } of rows as { name: string; littered: boolean }[]) {
    await database.execute(littered ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`);
  }
}
