import { normalize } from '../normalize.ts';
import type { BaseSentence } from './base-sentence.ts';

/** A word of which only parts are given: `*証` the end, `証*` the beginning, `*証*` anything with it, `近隣*所` both ends. */
export interface LooseWord {
  parts: readonly string[];
  /** Whether the word may begin before the first part, and go on behind the last one. */
  isOpenBefore: boolean;
  isOpenBehind: boolean;
}

export function looseWord(word: string): LooseWord {
  const parts = word
    .split('*')
    .map((part) => normalize(part).text)
    .filter((part) => part !== '');
  return { parts, isOpenBefore: word.startsWith('*'), isOpenBehind: word.endsWith('*') };
}

/**
 * Which word of the sentence follows when the first part begins at a place; null when it does not. A part may go on into
 * the next word of the sentence, what a `*` stands for does not.
 */
export function looseEnd(
  { parts: [part, ...others], isOpenBehind }: Pick<LooseWord, 'parts' | 'isOpenBehind'>,
  sentence: BaseSentence,
  place: number,
): number | null {
  const { plain, starts } = sentence;
  if (part === undefined || !plain.startsWith(part, place)) return null;
  const from = place + part.length;
  const next = starts.findIndex((start) => start >= from);
  if (others.length === 0) return isOpenBehind || starts[next] === from ? next : null;
  const second = plain.indexOf(others[0] ?? '', from);
  if (second < 0 || second >= (starts[next] ?? 0)) return null;
  return looseEnd({ parts: others, isOpenBehind }, sentence, second);
}
