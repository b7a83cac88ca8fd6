import type { DictionaryFiles } from './dictionary.ts';

/** Shorts of an entry in `tid`: left context, right context, cost; behind them where in `tid_pos` its features begin. */
const SHORTS = { left: 0, right: 1, cost: 2, features: 3 };
const BYTES = Int16Array.BYTES_PER_ELEMENT;

/** The entries of the dictionary's words, one for each reading or part of speech; an entry is its place in `tid`. */
export class WordEntries {
  readonly #shorts: Int16Array;
  readonly #features: Buffer;
  readonly #map: Int32Array;
  readonly #places: Int32Array;

  constructor({ tid, tid_pos, tid_map }: Pick<DictionaryFiles, 'tid' | 'tid_pos' | 'tid_map'>) {
    this.#shorts = new Int16Array(tid.buffer, tid.byteOffset, Math.floor(tid.byteLength / BYTES));
    this.#features = tid_pos;
    this.#map = int32(tid_map);
    this.#places = placesOfWords(this.#map);
  }

  /** How many entries a word has; 0 when there is no such word. */
  countOf(word: number): number {
    const place = this.#places[word] ?? 0;
    return place === 0 ? 0 : (this.#map[place] ?? 0);
  }

  entryOf(word: number, index: number): number {
    return this.#map[(this.#places[word] ?? 0) + 1 + index] ?? 0;
  }

  of(word: number): number[] {
    return Array.from({ length: this.countOf(word) }, (_, index) => this.entryOf(word, index));
  }

  /** Number of its left context in the table of connections. */
  leftOf(entry: number): number {
    return this.#shorts[entry / BYTES + SHORTS.left] ?? 0;
  }

  rightOf(entry: number): number {
    return this.#shorts[entry / BYTES + SHORTS.right] ?? 0;
  }

  costOf(entry: number): number {
    return this.#shorts[entry / BYTES + SHORTS.cost] ?? 0;
  }

  /** Surface, part of speech and what else the dictionary says, separated by commas. */
  featuresOf(entry: number): string {
    const at = entry / BYTES + SHORTS.features;
    const start = ((this.#shorts[at] ?? 0) & 0xffff) + ((this.#shorts[at + 1] ?? 0) << 16);
    const end = this.#features.indexOf(0, start);
    return this.#features.toString('utf8', start, end < 0 ? undefined : end);
  }
}

export function int32({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer, byteOffset, Math.floor(byteLength / Int32Array.BYTES_PER_ELEMENT));
}

/**
 * `map` holds, after its length, for each word its number, how many entries it has, and these. kuromoji would make an
 * array of each of the 326,000 words, 60 MB in all. For each word, where in `map` the number of its entries stands; 0
 * for none.
 */
function placesOfWords(map: Int32Array): Int32Array {
  let highest = 0;
  eachWord(map, (word) => (highest = Math.max(highest, word)));
  const places = new Int32Array(highest + 1);
  eachWord(map, (word, place) => (places[word] = place));
  return places;
}

function eachWord(map: Int32Array, visit: (word: number, place: number) => void): void {
  for (let at = 1; at + 1 < map.length; at += 2 + (map[at + 1] ?? 0)) {
    // Zeros fill the end.
    if (map[at + 1] !== 0) visit(map[at] ?? 0, at + 1);
  }
}
