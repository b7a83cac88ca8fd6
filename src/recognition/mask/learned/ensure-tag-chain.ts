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

const PROGRAMS = [
  { folder: import.meta.dirname },
  { folder: join(import.meta.dirname, '..'), called: /^(?:surnames|not-names|folded-text)\./u },
  {
    folder: join(import.meta.dirname, '../..'),
    called: /^(?:tokenize|kuromoji-tokenizer|word-\w+|utterances)\./u,
  },
];

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
  const path = join(cacheDir, 'mask.bin');
  const fingerprint = await fingerprintOfRecipe(await data, PROGRAMS);
  const kept = await loadIfPresent(path, loadChain);
  if (kept?.fingerprint === fingerprint) return kept.chain;
  const lessons = await readMaskingLessons(intents);
  if (lessons === null) return null;
  const chain = learnTags(lessons, dictionary);
  await mkdir(cacheDir, { recursive: true });
  await saveEncoded(encode(chain, fingerprint), path);
  return chain;
}

/** Pure: the same lessons give the same chain. */
export function learnTags(lessons: MaskingLessons, dictionary: Dictionary): TagChain {
  return trainTags(taggedTexts(lessons, dictionary), OPTIONS);
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

async function loadChain(path: string): Promise<{ fingerprint: string; chain: TagChain }> {
  const { head, floats, integers } = unpackFile<ChainFile>(await readFile(path));
  const rows = new Int32Array(CLUE_PLACES).fill(-1);
  integers(head.kept).forEach((place, row) => (rows[place] = row));
  const chain = { rows, weights: floats(head.weights), steps: floats(head.steps) };
  return { fingerprint: head.fingerprint, chain };
}
