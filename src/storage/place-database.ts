import { constants, existsSync } from 'node:fs';
import { chmod, cp, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { findTemplate } from './find-template.ts';
import { openPglite } from './open-pglite.ts';

/** Files forced to disk at the same time: as many as Node has threads for. */
const AT_ONCE = 4;

/**
 * Sees to it that there is a database in `files`: a copy of the template below `templates` that fits, or a new one.
 * It is put in place when it is whole and on disk; what a killed process left unfinished beside it is thrown away.
 * The caller holds the folder.
 */
export async function placeDatabase(files: string, templates: string | null): Promise<void> {
  if (existsSync(path.join(files, 'PG_VERSION'))) return;
  const unfinished = `${files}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const template = templates === null ? null : await findTemplate(templates);
  if (template === null) await (await openPglite(unfinished)).close();
  else await cp(template, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await chmod(unfinished, 0o700);
  await syncFolder(unfinished);
  await rename(unfinished, files);
  await sync(path.dirname(files));
}

async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true });
  const waiting = [folder, ...entries.map((entry) => path.join(folder, entry))].values();
  const lane = async () => {
    for (const entry of waiting) await sync(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function sync(entry: string): Promise<void> {
  const handle = await open(entry, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
