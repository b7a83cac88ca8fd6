import type { IpadicFeatures } from 'kuromoji';
import { readDictionary } from './dictionary.ts';
import type { Kuromoji } from './kuromoji-tokenizer.ts';
import { loadKuromoji } from './kuromoji-tokenizer.ts';
import { int32, WordEntries } from './word-entries.ts';
import type { WordKindsAt } from './word-kinds.ts';
import { readWordKinds } from './word-kinds.ts';
import type { SplitWord, SplitWords } from './word-splitter.ts';
import { wordSplitter } from './word-splitter.ts';
import { WordTrie } from './word-trie.ts';
import { matchesOf } from './matches.ts';

export interface Token {
  surface: string;
  /** Dictionary form; the surface itself for unknown words. */
  base: string;
  /** IPADIC part of speech, or EMOJI. */
  pos: string;
  detail: string;
  /** Of a proper noun what it names, as 人名姓 or 地域一般. */
  names?: string;
  /** Offset in the tokenized text. */
  start: number;
}

/** Splits normalised text; the surfaces joined are the text again. Never throws. */
export type Tokenize = (text: string) => Token[];

/** kuromoji is quadratic in the length of a piece and splits only at 、。, so pieces are cut here. */
const LONGEST_PIECE = 96;
const PIECE_END = /(?<=[。、.,!?\n ])/u;
/** kuromoji drops text next to adjacent emoji and astral signs: they never reach it. */
const PICTURE =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{10000}-\u{1F2FF}\ufffd]/gu;

/** `dictionary` is where `unpackDictionary` has laid it; without, or when it is not there, the package's is unpacked. */
export async function loadTokenizer(dictionary: string | null = null): Promise<Tokenize> {
  return (await loadDictionary(dictionary)).tokenize;
}

/** The dictionary for both of its uses; it lies in memory once. */
export interface Dictionary {
  tokenize: Tokenize;
  wordKindsAt: WordKindsAt;
}

export async function loadDictionary(dictionary: string | null = null): Promise<Dictionary> {
  const files = await readDictionary(dictionary);
  const trie = new WordTrie(int32(files.base), int32(files.check));
  const entries = new WordEntries(files);
  const { tokenizer, unknownWords } = loadKuromoji(files, entries);
  const split = wordSplitter(files, trie, entries, unknownWords);
  const words: SplitWords = (sentence) => split(sentence) ?? splitByKuromoji(tokenizer, sentence);
  return { tokenize: (text) => tokenizeSafely(words, text), wordKindsAt: readWordKinds(trie, entries) };
}

function tokenizeSafely(split: SplitWords, text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of pieces(text)) {
    let from = 0;
    for (const picture of matchesOf(piece, PICTURE)) {
      tokens.push(...plainTokens(split, piece.slice(from, picture.index), start + from));
      tokens.push({
        surface: picture[0],
        base: picture[0],
        pos: 'EMOJI',
        detail: '*',
        start: start + picture.index,
      });
      from = picture.index + picture[0].length;
    }
    tokens.push(...plainTokens(split, piece.slice(from), start + from));
    start += piece.length;
  }
  return tokens;
}

function* pieces(text: string): Generator<string> {
  for (const sentence of text.split(PIECE_END)) {
    let rest = sentence;
    while (rest.length > LONGEST_PIECE) {
      const cut = endsInsidePair(rest, LONGEST_PIECE) ? LONGEST_PIECE - 1 : LONGEST_PIECE;
      yield rest.slice(0, cut);
      rest = rest.slice(cut);
    }
    if (rest !== '') yield rest;
  }
}

function endsInsidePair(text: string, end: number): boolean {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function plainTokens(split: SplitWords, text: string, offset: number): Token[] {
  if (text === '') return [];
  const words = split(text) ?? [];
  const complete = words.map(({ surface }) => surface).join('') === text;
  return complete ? located(words, offset) : signBySign(text, offset);
}

function splitByKuromoji(tokenizer: Kuromoji['tokenizer'], text: string): SplitWord[] {
  try {
    return tokenizer
      .tokenize(text)
      .map((word) => ({ surface: word.surface_form, features: featuresOf(word) }));
  } catch {
    // kuromoji throws on signs outside its tables; the caller then reads the piece sign by sign.
    return [];
  }
}

function featuresOf(word: IpadicFeatures): string[] {
  const { surface_form, pos, pos_detail_1, pos_detail_2, pos_detail_3, basic_form } = word;
  return [
    surface_form,
    pos,
    pos_detail_1,
    pos_detail_2,
    pos_detail_3,
    word.conjugated_type,
    word.conjugated_form,
    basic_form,
  ];
}

function located(words: readonly SplitWord[], offset: number): Token[] {
  let start = offset;
  return words.map(({ surface, features }) => {
    const [, pos = '', detail = '', detail2 = '', detail3 = '', , , base = '*'] = features;
    const token: Token = {
      surface,
      base: base === '*' ? surface : base,
      pos,
      detail,
      ...(detail === '固有名詞' && { names: detail2 + detail3 }),
      start,
    };
    start += surface.length;
    return token;
  });
}

function signBySign(text: string, offset: number): Token[] {
  let start = offset;
  return Array.from(text).map((sign) => {
    const token: Token = { surface: sign, base: sign, pos: '記号', detail: '*', start };
    start += sign.length;
    return token;
  });
}
