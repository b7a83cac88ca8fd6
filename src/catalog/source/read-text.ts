import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of the catalogue: where it is, and how its files are called in problems. */
export interface Folder {
  path: string;
  name: 'intents' | 'organization';
}

/** Null when there is no such file; anything else that keeps it from being read is thrown with its cause. */
export async function readText(folder: Folder, file: string): Promise<string | null> {
  try {
    return await readFile(join(folder.path, file), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw new Error(`cannot read ${folder.name}/${file}`, { cause });
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
