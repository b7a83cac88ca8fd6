import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The page as it is in the sources now, built into a folder of its own. */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'tsutae-page-'));
  const configFile = join(import.meta.dirname, '../../vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir } });
  return outDir;
}
