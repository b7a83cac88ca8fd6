import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { isBuilt } from './as-built.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The page as it is in the sources now, in a folder of its own. */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'tsutae-page-'));
  if (['src', 'vite.config.ts', 'package.json'].every(isBuilt))
    await cp(join(ROOT, 'dist/page'), outDir, { recursive: true });
  else await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
  return outDir;
}
