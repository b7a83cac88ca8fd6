/** One word of the likeliest path. */
export interface PathWord {
  /** As it was given to `add`. */
  entry: number;
  start: number;
  end: number;
}

const NONE = -1;
/** Of the sentence itself, before its first word and behind its last. */
const OUTSIDE = 0;
/** In the table of connections the numbers of contexts come first. */
const HEAD = 2;
const SENTENCE = 0;

/**
 * The words that a sentence may consist of, with the likeliest way to each. Words are added from the front to the back
 * of the sentence, so that all ways to a word are known when it is added. One lattice serves one sentence after another.
 */
export class WordLattice {
  readonly #connections: Int16Array;
  readonly #contexts: number;
  /** For each place, the first and the last of the words that end there; those of one place are chained. */
  #firstAt = new Int32Array(0);
  #lastAt = new Int32Array(0);
  #words = table(512);
  #size = 0;
  /** For each left context, the best way to the place where words are being added. */
  readonly #best: { asked: Int32Array; word: Int32Array; cost: Int32Array };
  #asked = 0;
  #place = NONE;

  /** @param connections costs of right by left contexts, behind the numbers of both */
  constructor(connections: Int16Array) {
    this.#connections = connections;
    this.#contexts = connections[1] ?? 0;
    const contexts = () => new Int32Array(this.#contexts);
    this.#best = { asked: contexts(), word: contexts(), cost: contexts() };
  }

  begin(length: number): void {
    if (this.#firstAt.length <= length) {
      this.#firstAt = new Int32Array(length + 1);
      this.#lastAt = new Int32Array(length + 1);
    }
    this.#firstAt.fill(NONE, 0, length + 1);
    this.#size = 0;
    this.#place = NONE;
    this.#append(SENTENCE, 0, 0, OUTSIDE, 0, NONE);
  }

  /** Whether words lead to a place without a gap. */
  reaches(place: number): boolean {
    return this.#firstAt[place] !== NONE;
  }

  /** Adds a word that begins at a place which is reached. */
  add(entry: number, start: number, end: number, left: number, right: number, cost: number): void {
    this.#lookBack(start, left);
    const { word, cost: costs } = this.#best;
    this.#append(entry, start, end, right, (costs[left] ?? 0) + cost, word[left] ?? NONE);
  }

  /** Null when no words lead to the end. */
  likeliest(length: number): PathWord[] | null {
    if (!this.reaches(length)) return null;
    this.#lookBack(length, OUTSIDE);
    const path: PathWord[] = [];
    const { entry, start, end, before } = this.#words;
    for (let word = this.#best.word[OUTSIDE] ?? SENTENCE; word !== SENTENCE; word = before[word] ?? SENTENCE)
      path.push({ entry: entry[word] ?? 0, start: start[word] ?? 0, end: end[word] ?? 0 });
    return path.reverse();
  }

  /** Many words that begin at one place have the same left context: it is looked back once for all of them. */
  #lookBack(place: number, left: number): void {
    if (place !== this.#place) {
      this.#place = place;
      this.#asked += 1;
    }
    const { asked, word, cost } = this.#best;
    if (asked[left] === this.#asked) return;
    asked[left] = this.#asked;
    const { right, total, next } = this.#words;
    let best = NONE;
    let least = Infinity;
    // The first of several that cost the same, as kuromoji has it.
    for (let before = this.#firstAt[place] ?? NONE; before !== NONE; before = next[before] ?? NONE) {
      const connection = this.#connections[(right[before] ?? 0) * this.#contexts + left + HEAD] ?? 0;
      const sum = (total[before] ?? 0) + connection;
      if (sum >= least) continue;
      least = sum;
      best = before;
    }
    word[left] = best;
    cost[left] = least;
  }

  #append(entry: number, start: number, end: number, right: number, total: number, before: number): void {
    const word = this.#size++;
    if (word === this.#words.entry.length) this.#words = doubled(this.#words);
    const words = this.#words;
    words.entry[word] = entry;
    words.start[word] = start;
    words.end[word] = end;
    words.right[word] = right;
    words.total[word] = total;
    words.before[word] = before;
    words.next[word] = NONE;
    if (this.reaches(end)) words.next[this.#lastAt[end] ?? 0] = word;
    else this.#firstAt[end] = word;
    this.#lastAt[end] = word;
  }
}

/** One row for each word; `before` is the word that the likeliest way leads over, `next` one that ends there too. */
type Table = Record<'entry' | 'start' | 'end' | 'right' | 'total' | 'before' | 'next', Int32Array>;

function table(rows: number): Table {
  const column = () => new Int32Array(rows);
  return {
    entry: column(),
    start: column(),
    end: column(),
    right: column(),
    total: column(),
    before: column(),
    next: column(),
  };
}

function doubled(small: Table): Table {
  const large = table(small.entry.length * 2);
  large.entry.set(small.entry);
  large.start.set(small.start);
  large.end.set(small.end);
  large.right.set(small.right);
  large.total.set(small.total);
  large.before.set(small.before);
  large.next.set(small.next);
  return large;
}
