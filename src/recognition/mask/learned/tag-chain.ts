/** All numbers and contacts of a person are one of them: of which sort they are, the words around them say. */
export const LEARNED_KINDS = ['name', 'address', 'birth_date', 'number'] as const;
export type LearnedKind = (typeof LEARNED_KINDS)[number];

/** What is learned of personal data of this kind. */
export function learnedKindOf(kind: string): LearnedKind {
  return LEARNED_KINDS.find((learned) => learned === kind) ?? 'number';
}

/** Tag 0 is none of them; 1 and 2 are the first sign and every further sign of the first kind, and so on. */
export const TAG_COUNT = 1 + 2 * LEARNED_KINDS.length;

/** A chain of conditional probabilities: what each clue says for each tag, and which tag may follow which. */
export interface TagChain {
  /** Row of each place of a clue, -1 for those that taught nothing. */
  rows: Int32Array;
  /** `TAG_COUNT` numbers for each row. */
  weights: Float32Array;
  /** `TAG_COUNT` numbers for each tag before. */
  steps: Float32Array;
}

/** Tags follow one another at will, but nothing goes on that has not begun. */
export function mayFollow(tag: number, before: number): boolean {
  return tag === 0 || tag % 2 === 1 || before === tag || before === tag - 1;
}

/** Which row each clue has; -1 for those that taught nothing. */
export function rowsOf(rows: Int32Array, clues: Int32Array): Int32Array {
  const found = new Int32Array(clues.length);
  for (let at = 0; at < found.length; at++) found[at] = rows[clues[at] ?? -1] ?? -1;
  return found;
}

/**
 * What the clues say for each tag of each sign. Written out tag by tag: sums in variables of their own stay in registers,
 * which halves the time of all reading and learning.
 * @param rows of the clues, `perSign` for each sign
 */
export function scoresOf(weights: Float32Array, rows: Int32Array, perSign: number): Float64Array {
  const length = rows.length / perSign;
  const scores = new Float64Array(length * TAG_COUNT);
  let clue = 0;
  for (let first = 0; first < scores.length; first += TAG_COUNT) {
    let none = 0;
    let name = 0;
    let inName = 0;
    let address = 0;
    let inAddress = 0;
    let birth = 0;
    let inBirth = 0;
    let number = 0;
    let inNumber = 0;
    for (const end = clue + perSign; clue < end; clue++) {
      const row = rows[clue] ?? -1;
      if (row < 0) continue;
      const at = row * TAG_COUNT;
      none += weights[at] ?? 0;
      name += weights[at + 1] ?? 0;
      inName += weights[at + 2] ?? 0;
      address += weights[at + 3] ?? 0;
      inAddress += weights[at + 4] ?? 0;
      birth += weights[at + 5] ?? 0;
      inBirth += weights[at + 6] ?? 0;
      number += weights[at + 7] ?? 0;
      inNumber += weights[at + 8] ?? 0;
    }
    scores[first] = none;
    scores[first + 1] = name;
    scores[first + 2] = inName;
    scores[first + 3] = address;
    scores[first + 4] = inAddress;
    scores[first + 5] = birth;
    scores[first + 6] = inBirth;
    scores[first + 7] = number;
    scores[first + 8] = inNumber;
  }
  return scores;
}

export interface Beliefs {
  /** Probability of each tag of each sign. */
  tags: Float64Array;
  /** Expected number of times that one tag follows another. */
  steps: Float64Array;
}

/** Forwards and backwards over the chain, each sign scaled to 1: the cost is that of the length. */
export function beliefsOf(scores: Float64Array, steps: Float32Array): Beliefs {
  const length = scores.length / TAG_COUNT;
  const powers = powersOf(scores);
  const links = Float64Array.from(steps, (step, at) =>
    mayFollow(at % TAG_COUNT, Math.floor(at / TAG_COUNT)) ? Math.exp(step) : 0,
  );
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length).fill(1);
  for (let at = 0; at < length; at++) {
    forwardStep(forward, powers, links, at);
  }
  for (let at = length - 2; at >= 0; at--) backwardStep(backward, powers, links, at);
  const tags = new Float64Array(scores.length);
  const pairs = new Float64Array(TAG_COUNT * TAG_COUNT);
  const here = new Float64Array(pairs.length);
  for (let at = 0; at < length; at++) {
    const first = at * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++)
      tags[first + tag] = (forward[first + tag] ?? 0) * (backward[first + tag] ?? 0);
    scale(tags, first);
    if (at > 0) addPairs(pairs, { forward, backward, powers, links, here }, first);
  }
  return { tags, steps: pairs };
}

interface Sweeps {
  forward: Float64Array;
  backward: Float64Array;
  powers: Float64Array;
  links: Float64Array;
  /** Room for the pairs of one place. */
  here: Float64Array;
}

function powersOf(scores: Float64Array): Float64Array {
  const powers = new Float64Array(scores.length);
  for (let first = 0; first < scores.length; first += TAG_COUNT) {
    let highest = -Infinity;
    for (let tag = 0; tag < TAG_COUNT; tag++) highest = Math.max(highest, scores[first + tag] ?? 0);
    for (let tag = 0; tag < TAG_COUNT; tag++)
      powers[first + tag] = Math.exp(Math.max(-60, (scores[first + tag] ?? 0) - highest));
  }
  return powers;
}

function forwardStep(forward: Float64Array, powers: Float64Array, links: Float64Array, at: number): void {
  const first = at * TAG_COUNT;
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    let sum = 0;
    if (at === 0) sum = mayFollow(tag, 0) ? 1 : 0;
    else
      for (let before = 0; before < TAG_COUNT; before++)
        sum += (forward[first - TAG_COUNT + before] ?? 0) * (links[before * TAG_COUNT + tag] ?? 0);
    forward[first + tag] = sum * (powers[first + tag] ?? 0);
  }
  scale(forward, first);
}

function backwardStep(backward: Float64Array, powers: Float64Array, links: Float64Array, at: number): void {
  const first = at * TAG_COUNT;
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    let sum = 0;
    for (let next = 0; next < TAG_COUNT; next++) {
      const cell = first + TAG_COUNT + next;
      sum += (links[tag * TAG_COUNT + next] ?? 0) * (powers[cell] ?? 0) * (backward[cell] ?? 0);
    }
    backward[first + tag] = sum;
  }
  scale(backward, first);
}

function scale(numbers: Float64Array, first: number): void {
  let sum = 0;
  for (let tag = 0; tag < TAG_COUNT; tag++) sum += numbers[first + tag] ?? 0;
  for (let tag = 0; tag < TAG_COUNT; tag++) numbers[first + tag] = (numbers[first + tag] ?? 0) / (sum || 1);
}

function addPairs(
  pairs: Float64Array,
  { forward, backward, powers, links, here }: Sweeps,
  first: number,
): void {
  let sum = 0;
  for (let before = 0; before < TAG_COUNT; before++) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const cell = before * TAG_COUNT + tag;
      const weight =
        (forward[first - TAG_COUNT + before] ?? 0) *
        (links[cell] ?? 0) *
        (powers[first + tag] ?? 0) *
        (backward[first + tag] ?? 0);
      here[cell] = weight;
      sum += weight;
    }
  }
  for (let cell = 0; cell < pairs.length; cell++)
    pairs[cell] = (pairs[cell] ?? 0) + (here[cell] ?? 0) / (sum || 1);
}
