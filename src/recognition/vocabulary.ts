import { FIRST, hash, SECOND } from './name-hash.ts';

/** The table as it lies in a file. */
export interface VocabularyTable {
  /** A power of two many: 0 where free, else one more than an index. */
  slots: Int32Array<ArrayBuffer>;
  /** Two numbers for each name, in the order of their indices. */
  fingerprints: Int32Array<ArrayBuffer>;
}

const FEWEST_SLOTS = 16;
const PER_NAME = 2;

/**
 * Numbers names from 0 on, in the order they were added. The names themselves are not kept, only fingerprints of 64
 * bits: of a million names, the chance that any two have the same one is 1 in 37 million, and the chance that a name
 * never added is taken for one of them is 1 in 18 million million.
 */
export class Vocabulary {
  #slots: Int32Array<ArrayBuffer>;
  #fingerprints: Int32Array<ArrayBuffer>;
  #size: number;

  private constructor({ slots, fingerprints }: VocabularyTable, size: number) {
    this.#slots = slots;
    this.#fingerprints = fingerprints;
    this.#size = size;
  }

  static empty(): Vocabulary {
    return new Vocabulary({ slots: new Int32Array(FEWEST_SLOTS), fingerprints: new Int32Array(0) }, 0);
  }

  /** Reads the given numbers where they are. Throws a `RangeError` when they are no table. */
  static of(table: VocabularyTable): Vocabulary {
    const { length } = table.slots;
    const size = table.fingerprints.length / PER_NAME;
    // Without a free slot a search would not end.
    if (!Number.isInteger(size) || !Number.isInteger(Math.log2(length)) || !table.slots.includes(0))
      throw new RangeError('This is no vocabulary');
    return new Vocabulary(table, size);
  }

  get size(): number {
    return this.#size;
  }

  get table(): VocabularyTable {
    return { slots: this.#slots, fingerprints: this.#fingerprints.subarray(0, this.#size * PER_NAME) };
  }

  /** The index of the name that the parts make when they are joined, undefined when it was not added. */
  find(...parts: readonly string[]): number | undefined {
    const index = this.findFingerprint(hash(parts, FIRST), hash(parts, SECOND));
    return index < 0 ? undefined : index;
  }

  /** The index of the name with a fingerprint, negative when it was not added. */
  findFingerprint(first: number, second: number): number {
    return this.#indexAt(this.#slotFor(first, second));
  }

  /** The index of a name, a new one when it is new. */
  add(name: string): number {
    return this.addFingerprint(hash([name], FIRST), hash([name], SECOND));
  }

  addFingerprint(first: number, second: number): number {
    const known = this.findFingerprint(first, second);
    if (known >= 0) return known;
    if ((this.#size + 1) * PER_NAME > this.#fingerprints.length) this.#grow();
    const index = this.#size++;
    this.#fingerprints.set([first, second], index * PER_NAME);
    this.#slots[this.#slotFor(first, second)] = index + 1;
    return index;
  }

  /** The slot of a name, or the free one where it would be. */
  #slotFor(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = first & mask;
    for (let index = this.#indexAt(slot); index >= 0; index = this.#indexAt(slot)) {
      const at = index * PER_NAME;
      if (this.#fingerprints[at] === first && this.#fingerprints[at + 1] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #indexAt(slot: number): number {
    return (this.#slots[slot] ?? 0) - 1;
  }

  /** At least half of the slots stay free, so that a search is short. */
  #grow(): void {
    const old = this.#fingerprints;
    const length = this.#slots.length * 2;
    this.#slots = new Int32Array(length);
    this.#fingerprints = new Int32Array(length);
    this.#fingerprints.set(old);
    for (let index = 0; index < this.#size; index++) {
      const at = index * PER_NAME;
      this.#slots[this.#slotFor(old[at] ?? 0, old[at + 1] ?? 0)] = index + 1;
    }
  }
}
