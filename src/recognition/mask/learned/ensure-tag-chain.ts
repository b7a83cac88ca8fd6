import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveEncoded } from '../../model-file.ts';
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

const CODE = /(?<!\.d)\.[jt]s$/u;

interface ChainFile {
  fingerprint: string;
  kept: SpanOfNumbers;
  weights: SpanOfNumbers;
  steps: SpanOfNumbers;
}

/**
 * What the messages for masking teach, trained when they or the recipe changed and kept in `cacheDir`. Null where
 * `intents` holds no such messages: the masker then goes by its rules alone.
 */
export async function ensureTagChain(
  intents: string,
  cacheDir: string,
  dictionary: Dictionary,
): Promise<TagChain | null> {
  const path = join(cacheDir, 'mask.bin');
  const fingerprint = await fingerprintOf(intents);
  const kept = await loadIfPresent(path);
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

async function fingerprintOf(intents: string): Promise<string> {
  const hash = createHash('sha256');
  const programs = [
    filesIn(import.meta.dirname, CODE),
    filesIn(join(import.meta.dirname, '..'), /^(?:surnames|not-names|folded-text)\.[jt]s$/u),
    filesIn(join(import.meta.dirname, '../..'), /^(?:tokenize|word-kinds|utterances)\.[jt]s$/u),
  ];
  const texts = ['development', 'development/ja', 'utterances/ja', 'detectors'].map((folder) =>
    filesIn(join(intents, folder), /\.jsonl$/u),
  );
  for (const path of (await Promise.all([...programs, ...texts])).flat())
    hash.update(await readFile(path, 'utf8'));
  return hash.digest('hex');
}

async function filesIn(folder: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => join(folder, name));
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

/** A missing or damaged file is no failure: it is made anew. */
async function loadIfPresent(path: string): Promise<{ fingerprint: string; chain: TagChain } | null> {
  try {
    const { head, floats, integers } = unpackFile<ChainFile>(await readFile(path));
    const rows = new Int32Array(CLUE_PLACES).fill(-1);
    integers(head.kept).forEach((place, row) => (rows[place] = row));
    const chain = { rows, weights: floats(head.weights), steps: floats(head.steps) };
    return { fingerprint: head.fingerprint, chain };
  } catch {
    return null;
  }
}
