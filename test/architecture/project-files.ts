import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

/** Installed, built, generated or running data: none of it is written by hand or committed. */
const LEFT_OUT = ['.git', 'node_modules', 'dist', 'data', 'data-demo', 'src/storage/generated'];

/** Every file of the project below a folder, as paths with `/` relative to the project's root. */
export function filesUnder(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.includes(file)) return [];
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
}

export function codeUnder(folder: string): string[] {
  return filesUnder(folder).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export function lineCount(file: string): number {
  return read(file).trimEnd().split('\n').length;
}

export function foldersIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
