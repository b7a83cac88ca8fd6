import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../src/storage/database.ts';

/** Which of the texts stand in any file below a folder, its keys aside; as bytes of UTF-8. */
export function tracesInFiles(folder: string, texts: readonly string[]): string[] {
  const wanted = texts.map((text) => ({ text, bytes: Buffer.from(text) }));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap((entry) => {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    if (file.startsWith('keys')) return [];
    const content = readFileSync(path.join(folder, file));
    return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ text }) => `${file}: ${text}`);
  });
}

/** Which of the texts stand in any row of any table, those of the job queue included: files may hold it compressed. */
export async function tracesInRows(database: Database, texts: readonly string[]): Promise<string[]> {
  const { rows: tables } = await database.execute(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await database.execute(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
    const content = (rows as { row: string }[]).map(({ row }) => row).join('\n');
    found.push(...texts.filter((text) => content.includes(text)).map((text) => `${name}: ${text}`));
  }
  return found;
}
