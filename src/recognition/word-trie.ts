/** Where a search for words begins. */
export const ROOT = 0;
export const NOWHERE = -1;

const END_OF_WORD = 0;

/** The words of the dictionary as a double-array trie over their bytes of UTF-8. Words hold no sign outside the plane. */
export class WordTrie {
  readonly #base: Int32Array;
  readonly #check: Int32Array;
  /** Nodes behind one sign, where every search begins; 0 is not yet known. */
  readonly #firsts = new Int32Array(0x10000);

  constructor(base: Int32Array, check: Int32Array) {
    this.#base = base;
    this.#check = check;
  }

  /**
   * The node behind one more UTF-16 unit, or `NOWHERE`. The package's own search makes new strings and bytes at every
   * sign of a text, which took longer than all the rest.
   */
  behind(node: number, unit: number): number {
    if (node !== ROOT) return this.#search(node, unit);
    const known = this.#firsts[unit];
    if (known !== 0 && known !== undefined) return known;
    return (this.#firsts[unit] = this.#search(ROOT, unit));
  }

  /** The number of the word that ends at a node, or `NOWHERE`. */
  wordAt(node: number): number {
    const end = this.#step(node, END_OF_WORD);
    return end === NOWHERE ? NOWHERE : -(this.#base[end] ?? 0) - 1;
  }

  #search(node: number, unit: number): number {
    // Behind the end of a text, the end of a word itself, and half of a pair: no word goes on there.
    if (!(unit > END_OF_WORD) || (unit >= 0xd800 && unit <= 0xdfff)) return NOWHERE;
    if (unit < 0x80) return this.#step(node, unit);
    if (unit < 0x800) return this.#step(this.#step(node, 0xc0 | (unit >> 6)), 0x80 | (unit & 0x3f));
    const second = this.#step(this.#step(node, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 0x3f));
    return this.#step(second, 0x80 | (unit & 0x3f));
  }

  #step(node: number, byte: number): number {
    if (node === NOWHERE) return NOWHERE;
    const next = (this.#base[node] ?? 0) + byte;
    return this.#check[next] === node ? next : NOWHERE;
  }
}
