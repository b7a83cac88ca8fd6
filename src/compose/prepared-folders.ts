import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Compiled and uncompiled code make models of their own: the recipe's text is part of what a model is made from. */
export const BUILT = import.meta.url.endsWith('.js');
const PREPARED = path.join(ROOT, BUILT ? 'dist' : 'node_modules/.cache/tsutae');

/** Where the build keeps what a start would otherwise make anew; a start does without whatever is missing. */
export const MODEL_FOLDER = path.join(PREPARED, 'model');
/** What the corrections of one house have taught lies with its data, which outlives the program. */
export function taughtModel({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return path.join(dataFolder, 'model', 'taught.bin');
}

/** The dictionary, unpacked. */
export const DICTIONARY_FOLDER = path.join(PREPARED, 'dictionary');
/** The migrated database that a new data folder is a copy of. */
export const TEMPLATES_FOLDER = path.join(PREPARED, 'templates');
