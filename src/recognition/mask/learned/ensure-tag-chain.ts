import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOfData, fingerprintOfRecipe } from '../../data-fingerprint.ts';
import { loadIfPresent, saveEncoded } from '../../model-file.ts';
import { packFile, unpackFile } from '../../packed-numbers.ts';
import type { SpanOfNumbers } from '../../packed-numbers.ts';
import type { Dictionary } from '../../tokenize.ts';
import { CLUE_PLACES } from './clues.ts';
import { readMaskingLessons, taggedTexts } from './lessons.ts';
import type { MaskingLessons } from './lessons.ts';
import type { TagChain } from './tag-chain.ts';
import { TAG_COUNT } from './tag-chain.ts';
import { trainTags } from './train-tags.ts';

const OPTIONS = { epochs: 4, learningRate: 0.1, l2: 0.005, fewest: 8 };
/** A clue that says less than this for every tag is not kept. */
const LEAST_WEIGHT = 0.02;

/** What is done with a chain when it is there; all other files of this folder make it. */
const AFTER_TRAINING = 'beside-rules|is-plausible(?:-number)?|learned-detector|sort-of-number';

/**
 * Of the data and of what makes clues and chains.
 * @param folder where the program text lies, compiled or not
 */
export function fingerprintOfChain(data: string, folder = import.meta.dirname): Promise<string> {
  return fingerprintOfRecipe(data, [
    { folder, called: new RegExp(`^(?!(?:${AFTER_TRAINING})\\.)`, 'u') },
    { folder: join(folder, '..'), called: /^(?:surnames|not-names|folded-text)\./u },
    {
      folder: join(folder, '../..'),
      called: /^(?:tokenize|kuromoji-tokenizer|word-\w+|utterances)\./u,
    },
  ]);
}

/** Where the chain lies in a folder of what was learned. */
export function chainIn(folder: string): string {
  return join(folder, 'mask.bin');
}

interface ChainFile {
  fingerprint: string;
  kept: SpanOfNumbers;
  weights: SpanOfNumbers;
  steps: SpanOfNumbers;
}

/**
 * What the messages for masking teach, trained when they or the recipe changed and kept in `cacheDir`. Null where
 * `intents` holds no such messages: the masker then goes by its rules alone.
 * @param data fingerprint of the data
 */
export async function ensureTagChain(
  intents: string,
  cacheDir: string,
  dictionary: Dictionary,
  data = fingerprintOfData(intents),
): Promise<TagChain | null> {
  const path = chainIn(cacheDir);
  const fingerprint = await fingerprintOfChain(await data);
  const kept = await loadIfPresent(path, loadChain);
  if (kept?.fingerprint === fingerprint) return kept.chain;
  const lessons = await readMaskingLessons(intents);
  if (lessons === null) return null;
  const chain = learnTags(lessons, dictionary);
  await mkdir(cacheDir, { recursive: true });
  await saveChain({ fingerprint, chain }, path);
  return chain;
}

/** Pure: the same lessons give the same chain. */
export function learnTags(lessons: MaskingLessons, dictionary: Dictionary): TagChain {
  return trainTags(taggedTexts(lessons, dictionary), OPTIONS);
}

export interface KeptChain {
  fingerprint: string;
  chain: TagChain;
}

export function saveChain({ fingerprint, chain }: KeptChain, path: string): Promise<void> {
  return saveEncoded(encode(chain, fingerprint), path);
}

function encode({ rows, weights, steps }: TagChain, fingerprint: string): Uint8Array<ArrayBuffer> {
  const places = [...rows.keys()].filter((place) => tellsMuch(weights, rows[place] ?? -1));
  const numbers = places.flatMap((place) => [...rowOf(weights, rows[place] ?? 0)]);
  return packFile((floats, integers): ChainFile => ({
    fingerprint,
    kept: integers(Int32Array.from(places)),
    weights: floats(Float32Array.from(numbers)),
    steps: floats(steps),
  }));
}

function tellsMuch(weights: Float32Array, row: number): boolean {
  return row >= 0 && rowOf(weights, row).some((weight) => Math.abs(weight) >= LEAST_WEIGHT);
}

function rowOf(weights: Float32Array, row: number): Float32Array {
  return weights.subarray(row * TAG_COUNT, (row + 1) * TAG_COUNT);
}

export async function loadChain(path: string): Promise<KeptChain> {
  const { head, floats, integers } = unpackFile<ChainFile>(await readFile(path));
  const rows = new Int32Array(CLUE_PLACES).fill(-1);
  integers(head.kept).forEach((place, row) => (rows[place] = row));
  const chain = { rows, weights: floats(head.weights), steps: floats(head.steps) };
  return { fingerprint: head.fingerprint, chain };
}
