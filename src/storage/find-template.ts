import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readMigrations } from './migrate.ts';

/**
 * The migrated database below `templates` that is like one made now; null when there is none. It is named after what
 * it was made of, so that one of other migrations or of another PostgreSQL is not found.
 */
export async function findTemplate(templates: string): Promise<string | null> {
  const template = await templatePath(templates);
  return existsSync(template) ? template : null;
}

export async function templatePath(templates: string): Promise<string> {
  const hash = createHash('sha256').update(postgresVersion());
  for (const { name, checksum } of await readMigrations()) hash.update(`\n${name} ${checksum}`);
  return path.join(templates, hash.digest('hex').slice(0, 16));
}

function postgresVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
