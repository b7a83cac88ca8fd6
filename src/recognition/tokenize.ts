import type { IpadicFeatures, Tokenizer as Kuromoji } from 'kuromoji';
import { readDictionary } from './dictionary.ts';
import { kuromojiTokenizer } from './kuromoji-tokenizer.ts';
import type { WordKindsAt } from './word-kinds.ts';
import { readWordKinds } from './word-kinds.ts';

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
  const tokenizer = kuromojiTokenizer(await readDictionary(dictionary));
  return { tokenize: (text) => tokenizeSafely(tokenizer, text), wordKindsAt: readWordKinds(tokenizer) };
}

function tokenizeSafely(tokenizer: Kuromoji<IpadicFeatures>, text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of pieces(text)) {
    let from = 0;
    for (const picture of piece.matchAll(PICTURE)) {
      tokens.push(...plainTokens(tokenizer, piece.slice(from, picture.index), start + from));
      tokens.push({
        surface: picture[0],
        base: picture[0],
        pos: 'EMOJI',
        detail: '*',
        start: start + picture.index,
      });
      from = picture.index + picture[0].length;
    }
    tokens.push(...plainTokens(tokenizer, piece.slice(from), start + from));
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

function plainTokens(tokenizer: Kuromoji<IpadicFeatures>, text: string, offset: number): Token[] {
  if (text === '') return [];
  const features = tryTokenize(tokenizer, text);
  const complete = features.map((feature) => feature.surface_form).join('') === text;
  return complete ? located(features, offset) : signBySign(text, offset);
}

function tryTokenize(tokenizer: Kuromoji<IpadicFeatures>, text: string): IpadicFeatures[] {
  try {
    return tokenizer.tokenize(text);
  } catch {
    // kuromoji throws on signs outside its tables; the caller then reads the piece sign by sign.
    return [];
  }
}

function located(features: IpadicFeatures[], offset: number): Token[] {
  let start = offset;
  return features.map((feature) => {
    const token: Token = {
      surface: feature.surface_form,
      base: feature.basic_form === '*' ? feature.surface_form : feature.basic_form,
      pos: feature.pos,
      detail: feature.pos_detail_1,
      ...(feature.pos_detail_1 === '固有名詞' && { names: feature.pos_detail_2 + feature.pos_detail_3 }),
      start,
    };
    start += token.surface.length;
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
