import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOfData, fingerprintOfRecipe } from '../../data-fingerprint.ts';
import { loadIfPresent, saveEncoded } from '../../model-file.ts';
import { packFile, unpackFile } from '../../packed-numbers.ts';
import type { SpanOfNumbers } from '../../packed-numbers.ts';
import type { Dictionary } from '../../tokenize.ts';
import { CLUE_PLACES } from './clues.ts';
import { JUDGE_PLACES } from './judge-clues.ts';
import { calledLessons, namedLessons } from './judge-lessons.ts';
import { readMaskingLessons, taggedTexts } from './lessons.ts';
import type { MaskingLessons } from './lessons.ts';
import type { TagChain } from './tag-chain.ts';
import { TAG_COUNT } from './tag-chain.ts';
import { trainJudge } from './train-judge.ts';
import { trainTags } from './train-tags.ts';

const OPTIONS = { epochs: 4, learningRate: 0.1, l2: 0.005, fewest: 8 };
/** A clue that says less than this for every tag is not kept. */
const LEAST_WEIGHT = 0.02;

/** What the masker has learned. */
export interface MaskModel {
  /** Where names, addresses, birth dates and numbers stand. */
  chain: TagChain;
  /** By which somebody who is called さん is a colleague. */
  called: Float32Array;
  /** By which a word without さん or 様 is no customer's name. */
  named: Float32Array;
}

/** What is done with a model when it is there; all other files of this folder make it. */
const AFTER_TRAINING =
  'beside-rules|colleagues-called|learned-detectors|name-judge|is-plausible(?:-number)?|learned-detector|sort-of-number';

/**
 * Of the data and of what makes clues and chains.
 * @param folder where the program text lies, compiled or not
 */
export function fingerprintOfMask(data: string, folder = import.meta.dirname): Promise<string> {
  return fingerprintOfRecipe(data, [
    { folder, called: new RegExp(`^(?!(?:${AFTER_TRAINING})\\.)`, 'u') },
    {
      folder: join(folder, '..'),
      called: /^(?:surnames|not-names|folded-text|name-start|is-colleague|official)\./u,
    },
    {
      folder: join(folder, '../..'),
      called: /^(?:tokenize|kuromoji-tokenizer|word-\w+|utterances)\./u,
    },
  ]);
}

/** Where the model lies in a folder of what was learned. */
export function maskModelIn(folder: string): string {
  return join(folder, 'mask.bin');
}

/** Of a judge, the clues that it knows and their weights. */
interface JudgeSpans {
  places: SpanOfNumbers;
  weights: SpanOfNumbers;
}

interface ModelFile {
  fingerprint: string;
  kept: SpanOfNumbers;
  weights: SpanOfNumbers;
  steps: SpanOfNumbers;
  called: JudgeSpans;
  named: JudgeSpans;
}

/**
 * What the messages for masking teach, trained when they or the recipe changed and kept in `cacheDir`. Null where
 * `intents` holds no such messages: the masker then goes by its rules alone.
 * @param data fingerprint of the data
 */
export async function ensureMaskModel(
  intents: string,
  cacheDir: string,
  dictionary: Dictionary,
  data = fingerprintOfData(intents),
): Promise<MaskModel | null> {
  const path = maskModelIn(cacheDir);
  const fingerprint = await fingerprintOfMask(await data);
  const kept = await loadIfPresent(path, loadMaskModel);
  if (kept?.fingerprint === fingerprint) return kept.model;
  const lessons = await readMaskingLessons(intents);
  if (lessons === null) return null;
  const model = learnMask(lessons, dictionary);
  await mkdir(cacheDir, { recursive: true });
  await saveMaskModel({ fingerprint, model }, path);
  return model;
}

/** Pure: the same lessons give the same model. */
export function learnMask(lessons: MaskingLessons, dictionary: Dictionary): MaskModel {
  return {
    chain: trainTags(taggedTexts(lessons, dictionary), OPTIONS),
    called: trainJudge(calledLessons(lessons.cases, dictionary)),
    named: trainJudge(namedLessons(lessons.cases, dictionary)),
  };
}

export interface KeptMaskModel {
  fingerprint: string;
  model: MaskModel;
}

export function saveMaskModel({ fingerprint, model }: KeptMaskModel, path: string): Promise<void> {
  return saveEncoded(encode(model, fingerprint), path);
}

function encode({ chain, called, named }: MaskModel, fingerprint: string): Uint8Array<ArrayBuffer> {
  const { rows, weights, steps } = chain;
  const rowAt = (place: number) => rows[place] ?? -1;
  const places = [...rows.keys()].filter((place) => tellsMuch(weights, rowAt(place)));
  // In the order of the rows: what is looked up most stands together.
  places.sort((a, b) => rowAt(a) - rowAt(b));
  const numbers = places.flatMap((place) => [...rowOf(weights, rowAt(place))]);
  return packFile((floats, integers): ModelFile => ({
    fingerprint,
    kept: integers(Int32Array.from(places)),
    weights: floats(Float32Array.from(numbers)),
    steps: floats(steps),
    called: keptOf(called, floats, integers),
    named: keptOf(named, floats, integers),
  }));
}

function keptOf(
  judge: Float32Array,
  floats: (numbers: Float32Array) => SpanOfNumbers,
  integers: (numbers: Int32Array) => SpanOfNumbers,
): JudgeSpans {
  const places = Int32Array.from([...judge.keys()].filter((place) => judge[place] !== 0));
  return {
    places: integers(places),
    weights: floats(Float32Array.from(places, (place) => judge[place] ?? 0)),
  };
}

function tellsMuch(weights: Float32Array, row: number): boolean {
  return row >= 0 && rowOf(weights, row).some((weight) => Math.abs(weight) >= LEAST_WEIGHT);
}

function rowOf(weights: Float32Array, row: number): Float32Array {
  return weights.subarray(row * TAG_COUNT, (row + 1) * TAG_COUNT);
}

export async function loadMaskModel(path: string): Promise<KeptMaskModel> {
  const { head, floats, integers } = unpackFile<ModelFile>(await readFile(path));
  const rows = new Int32Array(CLUE_PLACES).fill(-1);
  integers(head.kept).forEach((place, row) => (rows[place] = row));
  const chain = { rows, weights: floats(head.weights), steps: floats(head.steps) };
  const judgeOf = (kept: JudgeSpans) => {
    const judge = new Float32Array(JUDGE_PLACES);
    const weights = floats(kept.weights);
    integers(kept.places).forEach((place, at) => (judge[place] = weights[at] ?? 0));
    return judge;
  };
  const [called, named] = [judgeOf(head.called), judgeOf(head.named)];
  return { fingerprint: head.fingerprint, model: { chain, called, named } };
}
