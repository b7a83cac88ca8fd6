import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import { DATA } from './training-data.ts';

/**
 * Of everything that models learn from, the files as they are: reading what they say takes longer than loading what was
 * learned. All that is learned goes by this one, so that a start reads the files once.
 */
export async function fingerprintOfData(intentsDir: string): Promise<string> {
  const folders = [DATA.utterances, DATA.development, DATA.detectors];
  const below = await Promise.all(folders.map((folder) => filesBelow(join(intentsDir, folder))));
  const files = [...below.flat(), join(intentsDir, DATA.lexicon)];
  const names = files.map((path) => relative(intentsDir, path));
  return hashOf([JSON.stringify(LABELS), ...names, ...(await textsOf(files))]);
}

/** The folder's program texts that are called so, all when nothing is said. */
export interface Programs {
  folder: string;
  called?: RegExp;
}

/** With the program text that learns: when it changes, what was learned no longer fits it. */
export async function fingerprintOfRecipe(data: string, programs: readonly Programs[]): Promise<string> {
  const files = await Promise.all(programs.map(programsIn));
  return hashOf([data, ...(await textsOf(files.flat()))]);
}

async function programsIn({ folder, called = /./u }: Programs): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /(?<!\.d)\.[jt]s$/u.test(name) && called.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** A folder that is not there holds no files. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textsOf(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} ${text}`);
  return hash.digest('hex');
}
