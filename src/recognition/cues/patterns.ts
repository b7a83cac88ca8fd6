import type { Token } from '../tokenize.ts';
import { baseSentence, lengthOf } from './base-sentence.ts';
import type { ReadSentence, Step } from './steps.ts';
import { aName, aNumber, either, gap, optional, remembered, repeated, sequence, wordOf } from './steps.ts';
import { WordLists } from './word-lists.ts';

/** Named lists of patterns, that other patterns refer to as `{name}`. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** How far a gap may go, in signs: within the sentence, and within the clause. */
const IN_SENTENCE = 44;
const IN_CLAUSE = 16;
const CLAUSE_ENDS = /[、,;]/u;

const ELEMENTS: Readonly<Record<string, Step>> = {
  '…': gap(IN_SENTENCE, null),
  '..': gap(IN_CLAUSE, CLAUSE_ENDS),
  '#': aNumber,
  '<name>': aName,
};

/**
 * Patterns over the words of a sentence. A pattern is elements with blanks between them, one right after the other:
 * dictionary forms (`送る`; `a|b` for either, `*証` and `証*` for longer words, a `?` behind for what may be missing, a
 * `~` for what may be repeated), `{class}`, `#` a number, `<name>` a proper name, `..` a few words of the same clause,
 * `…` some words of the same sentence.
 */
export class Patterns {
  readonly #classes: WordClasses;
  readonly #lists = new WordLists();
  /** Null while it is being made. */
  readonly #made = new Map<string, Step | null>();

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  /** Throws an `Error` for a class that there is none of, or that refers to itself. */
  anyOf(patterns: readonly string[]): Step {
    return either(
      patterns.map((pattern) =>
        sequence(
          pattern
            .split(' ')
            .filter((element) => element !== '')
            .map((element) => this.#element(element)),
        ),
      ),
    );
  }

  /** Finds the words of all patterns that were made before. */
  read(tokens: readonly Token[]): ReadSentence {
    const sentence = baseSentence(tokens);
    return { sentence, found: this.#lists.find(sentence), classes: [] };
  }

  #element(element: string): Step {
    const fixed = ELEMENTS[element];
    if (fixed !== undefined) return fixed;
    if (element.endsWith('?')) return optional(this.#element(element.slice(0, -1)));
    if (element.endsWith('~')) return repeated(this.#element(element.slice(0, -1)));
    const alternatives = element.split('|');
    const classes = alternatives.flatMap((word) => /^\{(.+)\}$/u.exec(word)?.[1] ?? []);
    const words = alternatives.filter((word) => !word.startsWith('{'));
    return either([
      ...(words.length > 0 ? [wordOf(this.#lists.add(words))] : []),
      ...classes.map((name) => this.#class(name)),
    ]);
  }

  #class(name: string): Step {
    const made = this.#made.get(name);
    const patterns = this.#classes[name];
    if (patterns === undefined || made === null) throw new Error(`No class of words is called ${name}`);
    if (made !== undefined) return made;
    const number = this.#made.size;
    this.#made.set(name, null);
    const step = remembered(number, this.anyOf(patterns));
    this.#made.set(name, step);
    return step;
  }
}

/** Whether a pattern holds from any word of a sentence on, and most likely ends at a word where it may. */
export function holdsAnywhere(
  pattern: Step,
  read: ReadSentence,
  mayEnd: (end: number) => boolean = () => true,
): boolean {
  if (!pattern.mayOccur(read)) return false;
  for (let at = 0; at < lengthOf(read.sentence); at++) {
    const [end] = pattern.ends(read, at);
    if (end !== undefined && mayEnd(end)) return true;
  }
  return false;
}
