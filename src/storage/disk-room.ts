import { statfs } from 'node:fs/promises';
import type { Log } from '../application/ports/surroundings.ts';

const MEGABYTE = 1024 * 1024;
/** Four files of the write-ahead log: when there is no room for the next one, PostgreSQL ends itself. */
export const RESERVE_BYTES = 64 * MEGABYTE;
const LOOKS_EVERY_MS = 1_000;

/** Whether the disk has room for more than finishing what was accepted. */
export type HasRoom = () => Promise<boolean>;

/** @param freeBytes of the disk that holds the database */
export function diskRoom(freeBytes: () => Promise<number>, log: Log): HasRoom {
  const seen = { at: -Infinity, has: true };
  return async () => {
    const now = performance.now();
    if (now - seen.at < LOOKS_EVERY_MS) return seen.has;
    const had = seen.has;
    Object.assign(seen, { at: now, has: (await freeBytes()) >= RESERVE_BYTES });
    if (had && !seen.has) log.error('the disk is nearly full: nothing new is taken');
    if (!had && seen.has) log.info('the disk has room again');
    return seen.has;
  };
}

/** Of the disk that holds the folder; a disk that does not say counts as having room. */
export async function freeBytesOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
