import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/**
 * A secret that is made at the first start and kept in a file of its own, outside the database, readable by its owner
 * only. Two processes that start at once agree on one.
 */
export function secretFile(file: string, make: () => string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${String(process.pid)}`;
  writeDurably(draft, make());
  try {
    linkSync(draft, file);
  } catch (cause) {
    if (!existsSync(file)) throw new Error('a secret could not be written', { cause });
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(file, 0o600);
}

/** The whole text or, after a crash, what stood there before. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${String(process.pid)}`;
  writeDurably(draft, text);
  renameSync(draft, file);
}

/** Null when nothing was written yet. */
export function readSecret(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
