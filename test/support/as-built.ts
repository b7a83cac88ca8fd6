import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const STAMP = join(ROOT, 'dist/.built');

/** Whether what lies in `dist` was made from a folder or file of the project as it is now. */
export function isBuilt(source: string): boolean {
  if (!existsSync(STAMP)) return false;
  const at = statSync(STAMP).mtimeMs;
  const from = join(ROOT, source);
  const files = statSync(from).isDirectory()
    ? readdirSync(from, { recursive: true, encoding: 'utf8' })
    : [''];
  return files.every((name) => statSync(join(from, name)).mtimeMs <= at);
}
