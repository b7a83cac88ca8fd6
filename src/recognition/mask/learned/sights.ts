import type { Dictionary, Token } from '../../tokenize.ts';
import { WORD_KIND } from '../../word-kinds.ts';
import { surnameLengthAt } from '../surnames.ts';

/** Scripts of letters; every other sign has a sort of its own from `FIRST_SIGN` on. */
export const HAN = 1;
const HIRAGANA = 2;
export const KATAKANA = 3;
const DIGIT = 6;
export const SPACE = 7;
const OTHERS: readonly (readonly [RegExp, number])[] = [
  [/[㐀-鿿々〇ヶヵ〆]/u, HAN],
  [/[\p{Script=Hiragana}]/u, HIRAGANA],
  [/[\p{Script=Katakana}ー]/u, KATAKANA],
  [/\p{Lu}/u, 4],
  [/\p{L}/u, 5],
  [/\d/u, DIGIT],
  [/[ \t]/u, SPACE],
];
const FIRST_SIGN = 16;

const ZERO = 48;
/** Marks where words of a sort begin, go on and end; one bit each. */
export const SINGLE = 1;
export const BEGIN = 2;
const INSIDE = 4;
export const END = 8;

/** A text as the words of the dictionary lie in it; one number for each sign, if not said otherwise. */
export interface Sights {
  text: string;
  /** Code of each sign, digits made alike. */
  signs: Int32Array;
  sorts: Uint8Array;
  surnames: Uint8Array;
  givens: Uint8Array;
  regions: Uint8Array;
  commons: Uint8Array;
  /** Surnames of our own list. */
  listed: Uint8Array;
  tokens: readonly Token[];
  /** Which of the tokens it belongs to. */
  tokenAt: Int32Array;
  /** For each token. */
  words: Int32Array;
  /** For each token. */
  sortsOfWords: Int32Array;
}

export function look(text: string, { tokenize, wordKindsAt }: Dictionary): Sights {
  const marks = () => new Uint8Array(text.length);
  const [surnames, givens, regions, commons, listed] = [marks(), marks(), marks(), marks(), marks()];
  const signs = new Int32Array(text.length);
  const sorts = marks();
  for (let at = 0; at < text.length; at++) {
    const sort = sortOf(text[at] ?? '');
    sorts[at] = sort;
    signs[at] = sort === DIGIT ? ZERO : text.charCodeAt(at);
    if (sort !== HAN && sort !== HIRAGANA && sort !== KATAKANA) continue;
    for (const { length, kinds } of wordKindsAt(text, at)) {
      if (kinds & WORD_KIND.surname) mark(surnames, at, length);
      if (kinds & WORD_KIND.given) mark(givens, at, length);
      if (kinds & WORD_KIND.region) mark(regions, at, length);
      if (kinds & (WORD_KIND.common | WORD_KIND.organisation) && length > 1) mark(commons, at, length);
    }
    const surname = surnameLengthAt(text, at);
    if (surname > 0) mark(listed, at, surname);
  }
  const tokens = tokenize(text);
  const tokenAt = new Int32Array(text.length);
  tokens.forEach(({ start, surface }, token) => tokenAt.fill(token, start, start + surface.length));
  const words = Int32Array.from(tokens, ({ surface }) => hashOf(/^\d+$/u.test(surface) ? '0' : surface));
  const sortsOfWords = Int32Array.from(tokens, ({ pos, detail, names = '' }) =>
    hashOf(`${pos} ${detail} ${names}`),
  );
  return {
    text,
    signs,
    sorts,
    surnames,
    givens,
    regions,
    commons,
    listed,
    tokens,
    tokenAt,
    words,
    sortsOfWords,
  };
}

function mark(marks: Uint8Array, start: number, length: number): void {
  const put = (at: number, bit: number) => (marks[at] = (marks[at] ?? 0) | bit);
  if (length === 1) {
    put(start, SINGLE);
    return;
  }
  put(start, BEGIN);
  for (let at = start + 1; at < start + length - 1; at++) put(at, INSIDE);
  put(start + length - 1, END);
}

/** Whether one word of the sort fills the span. */
export function fills(marks: Uint8Array, start: number, end: number): boolean {
  if (end - start === 1) return ((marks[start] ?? 0) & SINGLE) > 0;
  return ((marks[start] ?? 0) & BEGIN) > 0 && ((marks[end - 1] ?? 0) & END) > 0;
}

function sortOf(sign: string): number {
  const code = sign.charCodeAt(0);
  if (code >= 0x4e00 && code < 0xa000) return HAN;
  if (code >= 0x3041 && code < 0x3097) return HIRAGANA;
  return OTHERS.find(([pattern]) => pattern.test(sign))?.[1] ?? FIRST_SIGN + (code % 200);
}

function hashOf(words: string): number {
  let hash = 7;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0;
  return hash;
}
