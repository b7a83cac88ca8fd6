import type { Dictionary } from '../../tokenize.ts';
import type { Lines, Runs } from './runs-and-lines.ts';
import { FAR, linesOf, runsOf, tokenRuns } from './runs-and-lines.ts';
import type { Sights } from './sights.ts';
import { HAN, KATAKANA, look } from './sights.ts';
import { Surroundings } from './surroundings.ts';

/** How many places a clue can have; clues that share one are told apart by all the others. */
export const CLUE_PLACES = 1 << 20;
export const CLUES_PER_SIGN = 108;

type Add = (one: number, other?: number, third?: number) => void;

/**
 * What a reader sees at each sign of a text: signs and words around it, what the dictionary knows them as, where its run
 * of one script begins and ends, which label stands before it on its line. `CLUES_PER_SIGN` numbers for each sign.
 */
export function cluesOf(text: string, dictionary: Dictionary): Int32Array {
  const sights = look(text, dictionary);
  const clues = new Int32Array(text.length * CLUES_PER_SIGN);
  const lines = linesOf(sights);
  const runs = runsOf(sights, (sort) => sort);
  const names = runsOf(sights, (sort) => (sort === HAN || sort === KATAKANA ? HAN : sort));
  const around = new Surroundings(sights);
  const words = tokenRuns(sights);
  for (let at = 0; at < text.length; at++) {
    let next = at * CLUES_PER_SIGN;
    const end = next + CLUES_PER_SIGN;
    let template = 0;
    const add = (one: number, other = 0, third = 0) => {
      template += 1;
      if (next < end) clues[next++] = place(template, one, other, third);
    };
    addSigns(sights, at, add);
    addDictionary(sights, at, add);
    addWords(sights, at, add);
    addRun(sights, runs, at, add);
    addRun(sights, names, at, add);
    addLine(lines, sights, at, add);
    for (const kind of [runs, names, words]) addSurroundings(sights, around, kind, at, add);
  }
  return clues;
}

function addSurroundings(
  { sorts }: Sights,
  around: Surroundings,
  { starts, ends }: Runs,
  at: number,
  add: Add,
): void {
  const start = starts[at] ?? at;
  const end = ends[at] ?? at + 1;
  const sort = around.sort(start, end);
  const before = around.before(start);
  const behind = around.behind(end);
  const own = sorts[at] ?? 0;
  const length = Math.min(6, end - start);
  const from = Math.min(2, at - start);
  add(sort, own, from);
  add(sort, before, from);
  add(sort, behind, from);
  add(before * 64 + behind, sort, from);
  add(before * 64 + behind, own * 8 + length, from);
  add(before, own * 8 + length, from);
  add(behind, own * 8 + length, from);
  add(sort * 8 + length, own, from);
}

function addSigns({ signs, sorts }: Sights, at: number, add: Add): void {
  const sign = (step: number) => signs[at + step] ?? 0;
  const sort = (step: number) => sorts[at + step] ?? 0;
  add(1);
  for (let step = -3; step <= 3; step++) add(sign(step));
  add(sign(-2), sign(-1));
  add(sign(-1), sign(0));
  add(sign(0), sign(1));
  add(sign(1), sign(2));
  add(sign(-1), sign(1));
  for (let step = -2; step <= 2; step++) add(sort(step));
  add(sort(-1), sort(0), sort(1));
  add(sort(-2) * 256 + sort(-1), sort(0), sort(1) * 256 + sort(2));
}

function addDictionary(sights: Sights, at: number, add: Add): void {
  const { signs, sorts, surnames, givens, regions, commons, listed } = sights;
  const near = (numbers: Uint8Array | Int32Array, step = 0) => numbers[at + step] ?? 0;
  for (let step = -2; step <= 2; step++) {
    add(near(surnames, step), near(givens, step));
    add(near(commons, step), near(regions, step), near(listed, step));
  }
  add(near(surnames), near(givens), near(commons));
  add(near(listed, -1), near(listed), near(listed, 1));
  add(near(surnames, -1), near(givens), near(sorts, 1));
  add(near(surnames), near(givens, 1), near(sorts, -1));
  add(near(surnames), near(signs, 1), near(signs, 2));
  add(near(surnames), near(signs, -1), near(sorts, 1));
}

function addWords({ tokens, tokenAt, words, sortsOfWords, sorts }: Sights, at: number, add: Add): void {
  const token = tokenAt[at] ?? 0;
  const word = (step: number) => words[token + step] ?? 0;
  const sort = (step: number) => sortsOfWords[token + step] ?? 0;
  const own = tokens[token];
  const from = at - (own?.start ?? at);
  const left = (own?.surface.length ?? 1) - from - 1;
  const inWord = (from > 0 ? 1 : 0) + (left > 0 ? 2 : 0);
  add(word(0), inWord);
  add(sort(0), inWord);
  for (const step of [-3, -2, -1, 1, 2, 3]) add(word(step));
  for (const step of [-2, -1, 1, 2]) add(sort(step));
  add(sort(-1), sort(0), inWord);
  add(sort(0), sort(1), inWord);
  add(word(-1), sort(0), inWord);
  add(sort(0), word(1), inWord);
  add(word(-1), sorts[at] ?? 0, word(1));
  add(word(1), word(2));
  add(word(-2), word(-1));
}

function addRun(
  { signs, sorts, words, tokenAt }: Sights,
  { starts, ends }: Runs,
  at: number,
  add: Add,
): void {
  const start = starts[at] ?? at;
  const end = ends[at] ?? at + 1;
  const length = Math.min(FAR, end - start);
  const sort = sorts[at] ?? 0;
  const from = Math.min(FAR, at - start);
  const sign = (place: number) => signs[place] ?? 0;
  add(sort, length, from);
  add(sort, sign(end));
  add(sort, sign(end), sign(end + 1));
  add(sign(end) * 31 + sign(end + 1), sign(end + 2), sort);
  add(sort, sign(start - 1));
  add(sort, sign(start - 1), sign(start - 2));
  add(sign(start - 1) * 31 + sign(start - 2), sign(start - 3), sort);
  add(sign(start - 1), length * 8 + sort, sign(end));
  add(words[tokenAt[end] ?? -1] ?? 0, words[(tokenAt[end] ?? -2) + 1] ?? 0, length);
  add(words[tokenAt[start - 1] ?? -1] ?? 0, length, sort);
  // With which signs surnames begin and end, known ones or not.
  add(sign(at), from, length);
  add(sign(start), sign(end - 1), length * 8 + from);
}

function addLine(
  { labels, firsts, froms, honorifics }: Lines,
  { sorts }: Sights,
  at: number,
  add: Add,
): void {
  add(labels[at] ?? 0);
  add(labels[at] ?? 0, sorts[at] ?? 0, Math.min(3, froms[at] ?? 0));
  add(firsts[at] ?? 0);
  add(Math.min(12, froms[at] ?? 0));
  add(honorifics[at] ?? 0, sorts[at] ?? 0);
}

/** Where in the table a clue lies: its number in the order of asking, and what it says. */
function place(template: number, one: number, other: number, third: number): number {
  let mixed = Math.imul(template, 0x9e3779b1) ^ Math.imul(one + 0x7f4a7c15, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) ^ Math.imul(other + 0x165667b1, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x2c1b3c6d) ^ Math.imul(third + 0x1b873593, 0x297a2d39);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  return (mixed ^ (mixed >>> 15)) & (CLUE_PLACES - 1);
}
