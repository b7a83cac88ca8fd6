import { pseudoRandom, shuffle } from '../../pseudo-random.ts';
import { CLUE_PLACES, CLUES_PER_SIGN } from './clues.ts';
import type { TagChain } from './tag-chain.ts';
import { beliefsOf, rowsOf, scoresOf, TAG_COUNT } from './tag-chain.ts';

/** A text as it is read, and the tag of each of its signs. */
export interface TaggedText {
  clues: Int32Array;
  tags: Uint8Array;
}

/** The same, with the row of each clue. */
interface ReadText {
  rows: Int32Array;
  tags: Uint8Array;
}

export interface TagOptions {
  epochs: number;
  learningRate: number;
  l2: number;
  /** Clues met more seldom are left out. */
  fewest: number;
}

const SEED = 1;
const NEGLIGIBLE = 1e-3;
/** A text of which no tag was further from right than this has nothing more to teach: most are known after the first look. */
const KNOWN = 0.05;

/**
 * AdaGrad with L2 over whole texts, in a fixed pseudo-random order: the same texts give the same chain. Takes the texts
 * over: their clues are no longer clues afterwards.
 */
export function trainTags(texts: readonly TaggedText[], options: TagOptions): TagChain {
  const chain = emptyChain(texts, options.fewest);
  const squares = new Float32Array(chain.weights.length).fill(1e-3);
  const stepSquares = new Float32Array(chain.steps.length).fill(1e-3);
  const read = texts.map((text) => readWith(chain, text));
  const order = texts.map((_, index) => index);
  const isKnown = new Uint8Array(texts.length);
  const random = pseudoRandom(SEED);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const text = read[index];
      if (!text || text.tags.length === 0 || isKnown[index] === 1) continue;
      isKnown[index] = Number(learn(chain, text, squares, stepSquares, options) < KNOWN);
    }
  }
  return chain;
}

/**
 * Looked up once: each look into a table of this size takes longer than all that is then done with it. In the place of
 * the clues, which fill most of the memory.
 */
function readWith({ rows }: TagChain, { clues, tags }: TaggedText): ReadText {
  clues.set(rowsOf(rows, clues));
  return { rows: clues, tags };
}

function emptyChain(texts: readonly TaggedText[], fewest: number): TagChain {
  const counts = new Int32Array(CLUE_PLACES);
  for (const { clues } of texts) for (const clue of clues) counts[clue] = (counts[clue] ?? 0) + 1;
  const rows = new Int32Array(CLUE_PLACES).fill(-1);
  const countOf = (clue: number) => counts[clue] ?? 0;
  // What is looked up most stands together, and so near at hand.
  const kept = [...counts.keys()].filter((clue) => countOf(clue) >= fewest);
  kept.sort((a, b) => countOf(b) - countOf(a)).forEach((clue, row) => (rows[clue] = row));
  return {
    rows,
    weights: new Float32Array(kept.length * TAG_COUNT),
    steps: new Float32Array(TAG_COUNT * TAG_COUNT),
  };
}

/** @returns how far from right the chain was about the tag of which it was furthest from right, 0 to 1 */
function learn(
  chain: TagChain,
  { rows, tags }: ReadText,
  squares: Float32Array,
  stepSquares: Float32Array,
  { learningRate, l2 }: TagOptions,
): number {
  const { weights, steps } = chain;
  const beliefs = beliefsOf(scoresOf(weights, rows, CLUES_PER_SIGN), steps);
  const errors = beliefs.tags;
  tags.forEach((tag, at) => {
    errors[at * TAG_COUNT + tag] = (errors[at * TAG_COUNT + tag] ?? 0) - 1;
    if (at > 0) {
      const cell = (tags[at - 1] ?? 0) * TAG_COUNT + tag;
      beliefs.steps[cell] = (beliefs.steps[cell] ?? 0) - 1;
    }
  });
  const change = (numbers: Float32Array, sums: Float32Array, cell: number, error: number) => {
    const weight = numbers[cell] ?? 0;
    const gradient = error + l2 * weight;
    const square = (sums[cell] ?? 0) + gradient * gradient;
    sums[cell] = square;
    numbers[cell] = weight - (learningRate * gradient) / Math.sqrt(square);
  };
  beliefs.steps.forEach((error, cell) => change(steps, stepSquares, cell, error));
  let furthest = 0;
  for (let at = 0; at < tags.length; at++) {
    const own = errors.subarray(at * TAG_COUNT, (at + 1) * TAG_COUNT);
    // Most signs are known for sure after a while.
    const wrong = own.reduce((most, error) => Math.max(most, Math.abs(error)), 0);
    furthest = Math.max(furthest, wrong);
    if (wrong < NEGLIGIBLE) continue;
    for (let clue = at * CLUES_PER_SIGN; clue < (at + 1) * CLUES_PER_SIGN; clue++) {
      const row = rows[clue] ?? -1;
      if (row < 0) continue;
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const error = own[tag] ?? 0;
        if (Math.abs(error) >= NEGLIGIBLE) change(weights, squares, row * TAG_COUNT + tag, error);
      }
    }
  }
  return furthest;
}
