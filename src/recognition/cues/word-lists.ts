import { normalize } from '../normalize.ts';
import type { BaseSentence } from './base-sentence.ts';
import { lengthOf, wordsBetween } from './base-sentence.ts';
import type { LooseWord } from './loose-word.ts';
import { looseEnd, looseWord } from './loose-word.ts';

/** Where something ends that begins at a word: numbers of the word behind it, the likeliest first. */
export type Ends = readonly number[];

/** A word of some lists, in a sentence that it ends in before a word. */
interface Occurrence {
  lists: ReadonlySet<number>;
  end: number;
}

interface Loose {
  word: LooseWord;
  lists: Set<number>;
}

/** The words of all lists that occur in a sentence. */
export interface FoundWords {
  /** By the word that they begin at; the longest first. */
  at: readonly (readonly Occurrence[])[];
  /** Whether any word of a list was found, by the list's number. */
  lists: readonly (true | undefined)[];
}

/**
 * The lists of words that patterns are made of. All that occur in a sentence are found at once, and a pattern only
 * looks them up: a regular expression for each pattern came to 17 MB of machine code, and to so much that the engine
 * stopped optimising the expressions of everything else.
 */
export class WordLists {
  /** `a|b` → the number of the list. */
  readonly #numbers = new Map<string, number>();
  /** Word → the lists that it is in. */
  readonly #exact = new Map<string, Set<number>>();
  readonly #loose = new Map<string, Loose>();
  /** By the sign that their first part begins with. */
  readonly #looseFrom = new Map<string, Loose[]>();
  #longest = 0;

  /** The number of a list, the same for the same words. `*証` and `証*` stand for longer words. */
  add(words: readonly string[]): number {
    const key = words.join('|');
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    for (const word of words) (word.includes('*') ? this.#looseLists(word) : this.#listsOf(word)).add(number);
    return number;
  }

  #looseLists(words: string): Set<number> {
    const known = this.#loose.get(words);
    if (known !== undefined) return known.lists;
    const word = looseWord(words);
    const loose = { word, lists: new Set<number>() };
    const sign = word.parts[0]?.charAt(0) ?? '';
    this.#loose.set(words, loose);
    this.#looseFrom.set(sign, [...(this.#looseFrom.get(sign) ?? []), loose]);
    return loose.lists;
  }

  #listsOf(word: string): Set<number> {
    const { text } = normalize(word);
    const lists = this.#exact.get(text) ?? new Set();
    this.#exact.set(text, lists);
    this.#longest = Math.max(this.#longest, text.length);
    return lists;
  }

  /** All words of all lists in a sentence. */
  find(sentence: BaseSentence): FoundWords {
    const lists: (true | undefined)[] = [];
    const at = Array.from({ length: lengthOf(sentence) }, (_, start) => {
      const words = [...this.#exactAt(sentence, start), ...this.#looseAt(sentence, start)];
      for (const word of words) for (const list of word.lists) lists[list] = true;
      return words.sort((a, b) => b.end - a.end);
    });
    return { at, lists };
  }

  #exactAt(sentence: BaseSentence, start: number): Occurrence[] {
    const { starts } = sentence;
    const found: Occurrence[] = [];
    for (let end = start + 1; end <= lengthOf(sentence); end++) {
      if ((starts[end] ?? 0) - (starts[start] ?? 0) > this.#longest) break;
      const lists = this.#exact.get(wordsBetween(sentence, start, end));
      if (lists !== undefined) found.push({ lists, end });
    }
    return found;
  }

  #looseAt(sentence: BaseSentence, start: number): Occurrence[] {
    const { plain, starts } = sentence;
    const first = starts[start] ?? 0;
    const found: Occurrence[] = [];
    for (let place = first; place < (starts[start + 1] ?? 0); place++) {
      for (const { word, lists } of this.#looseFrom.get(plain.charAt(place)) ?? []) {
        const end = place === first || word.isOpenBefore ? looseEnd(word, sentence, place) : null;
        if (end !== null) found.push({ lists, end });
      }
    }
    return found;
  }
}
