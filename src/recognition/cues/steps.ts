import type { BaseSentence } from './base-sentence.ts';
import { lengthOf, wordsBetween } from './base-sentence.ts';
import type { Ends, FoundWords } from './word-lists.ts';

/** A sentence, and which words of all lists it is made of. */
export interface ReadSentence {
  sentence: BaseSentence;
  found: FoundWords;
  /** What is known already of the classes, by their numbers. */
  classes: (ClassInSentence | undefined)[];
}

interface ClassInSentence {
  mayOccur: boolean;
  /** By the word that it begins at. */
  ends: (Ends | undefined)[];
}

/** Something that a pattern expects at a place of a sentence. */
export interface Step {
  /** Where it ends when it begins at a word; nowhere when it does not begin there. */
  ends: (read: ReadSentence, at: number) => Ends;
  /** Whether the words for it are there at all: most patterns are ruled out by this. */
  mayOccur: (read: ReadSentence) => boolean;
}

const NOWHERE: Ends = [];

export function wordOf(list: number): Step {
  return {
    ends: ({ found }, at) => {
      const words = found.at[at]?.filter(({ lists }) => lists.has(list)) ?? [];
      return words.length === 0 ? NOWHERE : words.map(({ end }) => end);
    },
    mayOccur: ({ found }) => found.lists[list] === true,
  };
}

export function either(steps: readonly Step[]): Step {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return only;
  return {
    ends: (read, at) => [...new Set(steps.flatMap((step) => step.ends(read, at)))],
    mayOccur: (read) => steps.some((step) => step.mayOccur(read)),
  };
}

export function optional(step: Step): Step {
  return { ends: (read, at) => [...step.ends(read, at), at], mayOccur: () => true };
}

/** How often something may follow on itself: in what people write it never does so often. */
const MOST_TIMES = 16;

/** Any number of times, as often as possible. */
export function repeated(step: Step): Step {
  return { ends: (read, at) => reachable(at, (from) => step.ends(read, from)), mayOccur: () => true };
}

function reachable(at: number, behind: (from: number) => Ends): Ends {
  const reached = new Set([at]);
  let last: readonly number[] = [at];
  for (let times = 0; times < MOST_TIMES && last.length > 0; times++) {
    last = last.flatMap(behind).filter((end) => !reached.has(end));
    for (const end of last) reached.add(end);
  }
  return [...reached].sort((a, b) => b - a);
}

/** As few words as possible; each counts for one more sign than it has. */
export function gap(mostSigns: number, stop: RegExp | null): Step {
  return {
    ends: ({ sentence }, at) => {
      const { starts } = sentence;
      const ends = [at];
      for (let end = at + 1; end <= lengthOf(sentence); end++) {
        const signs = (starts[end] ?? 0) - (starts[at] ?? 0) + (end - at);
        if (signs > mostSigns || stop?.test(wordsBetween(sentence, end - 1, end)) === true) break;
        ends.push(end);
      }
      return ends;
    },
    mayOccur: () => true,
  };
}

const NUMBER = /^[\d一二三四五六七八九十百千万〇数何.,]+$/u;

/** One word or more that are digits. */
export const aNumber: Step = {
  ends: ({ sentence }, at) =>
    runFrom(sentence, at, (word) => NUMBER.test(wordsBetween(sentence, word, word + 1))),
  mayOccur: () => true,
};

/** One word or more of a proper name. */
export const aName: Step = {
  ends: ({ sentence }, at) => runFrom(sentence, at, (word) => sentence.isName[word] === true),
  mayOccur: () => true,
};

function runFrom(sentence: BaseSentence, at: number, belongs: (word: number) => boolean): Ends {
  const last = Math.min(lengthOf(sentence), at + MOST_TIMES);
  const ends: number[] = [];
  for (let word = at; word < last && belongs(word); word++) ends.push(word + 1);
  return ends.reverse();
}

/** One right behind the other; the ends in the order in which they are likely. */
export function sequence(steps: readonly Step[]): Step {
  return {
    ends: (read, at) => {
      const ends = new Set<number>();
      const tried = new Set<number>();
      const follow = (next: number, from: number) => {
        const step = steps[next];
        if (step === undefined) {
          ends.add(from);
          return;
        }
        // No step is tried twice at the same word.
        const attempt = from * steps.length + next;
        if (tried.has(attempt)) return;
        tried.add(attempt);
        for (const end of step.ends(read, from)) follow(next + 1, end);
      };
      follow(0, at);
      return [...ends];
    },
    mayOccur: (read) => steps.every((step) => step.mayOccur(read)),
  };
}

/** A class, which many patterns refer to, is looked for once in a sentence. */
export function remembered(number: number, step: Step): Step {
  const inSentence = (read: ReadSentence) =>
    (read.classes[number] ??= { mayOccur: step.mayOccur(read), ends: [] });
  return {
    ends: (read, at) => {
      const { mayOccur, ends } = inSentence(read);
      return mayOccur ? (ends[at] ??= step.ends(read, at)) : NOWHERE;
    },
    mayOccur: (read) => inSentence(read).mayOccur,
  };
}
