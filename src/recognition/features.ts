import type { Lexicon } from './lexicon.ts';
import { mergeCompounds } from './lexicon.ts';
import type { NormalizedText } from './normalize.ts';
import { normalize } from './normalize.ts';
import { detectionsIn } from './detect/detections.ts';
import { signalsIn } from './detect/signals.ts';
import type { Token, Tokenize } from './tokenize.ts';

/** A message ready for every model, detector and extractor. */
export interface Document extends NormalizedText {
  tokens: readonly Token[];
  lexicon: Lexicon;
}

export function readDocument(text: string, tokenize: Tokenize, lexicon: Lexicon): Document {
  const normalized = normalize(text);
  return { ...normalized, tokens: mergeCompounds(tokenize(normalized.text), lexicon), lexicon };
}

/** What the three label models see of a document. */
export interface Features {
  words: readonly string[];
  mixed: readonly string[];
  presence: ReadonlySet<string>;
}

export function featuresOf(document: Document): Features {
  return {
    words: wordFeatures(document),
    mixed: mixedFeatures(document),
    presence: presenceFeatures(document),
  };
}

/** Its sentences as documents of their own; what is told in one of many can be found there. */
export function sentencesOf({ original, text, starts, tokens, lexicon }: Document): Document[] {
  let next = 0;
  return [...text.matchAll(/[^。!?\n]+[。!?\n]*/gu)].map(({ 0: sentence, index }) => {
    const end = index + sentence.length;
    const first = skip(tokens, next, index);
    next = skip(tokens, first, end);
    return {
      original,
      text: sentence,
      starts: starts.slice(index, end + 1),
      tokens: tokens.slice(first, next).map((token) => ({ ...token, start: token.start - index })),
      lexicon,
    };
  });
}

/** From a token on, the first that starts at a place or later. */
function skip(tokens: readonly Token[], from: number, place: number): number {
  let at = from;
  while ((tokens[at]?.start ?? Infinity) < place) at += 1;
  return at;
}

/** Words and pairs of neighbouring words as written: function words carry the speech act, so all are kept. */
export function wordFeatures(document: Document): string[] {
  const words = wordsOf(document).map((token) => token.surface);
  return [...words.map((word) => `w:${word}`), ...pairs(words), ...meaningFeatures(document)];
}

/** Dictionary forms with their pairs, and character sequences, which survive typos and unknown words. */
export function mixedFeatures(document: Document): string[] {
  const words = wordsOf(document).map((token) => token.base);
  return [
    ...words.map((word) => `w:${word}`),
    ...pairs(words),
    ...characterSequences(document.text, 1, 3),
    ...meaningFeatures(document),
  ];
}

/** What the counting model sees: presence only, with the shape of the sentence. */
export function presenceFeatures(document: Document): ReadonlySet<string> {
  const words = wordsOf(document).map((token) => token.base);
  return new Set([
    ...words.map((word) => `w:${word}`),
    ...characterSequences(document.text, 2, 3),
    ...meaningFeatures(document),
    ...shapeFeatures(document.text, words),
  ]);
}

export function wordsOf(document: Document): Token[] {
  return document.tokens.filter((token) => token.surface.trim() !== '');
}

/** Canonical words of the lexicon and speech-act signals: they generalise where the wording is new. */
function meaningFeatures({ text, lexicon }: Document): string[] {
  const spoken = lexicon.colloquial
    .filter(([words]) => text.includes(words))
    .map(([, canonical]) => `m:${canonical}`);
  const documents = lexicon.documents.some(([spelling]) => text.includes(spelling)) ? ['m:document'] : [];
  const signals = [...signalsIn(text), ...detectionsIn(text)].map((signal) => `s:${signal}`);
  return [...new Set([...spoken, ...documents, ...signals, ...latinStems(text)])];
}

/** Beginnings of Latin words: English inflects, and the Japanese dictionary knows no base forms for it. */
function latinStems(text: string): string[] {
  return (text.match(/[a-z]{4,}/gu) ?? []).map((word) => `p:${word.slice(0, 5)}`);
}

function shapeFeatures(text: string, words: readonly string[]): string[] {
  const last = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(-3);
  const lengthBand = [6, 12, 20, 40, 80].findIndex((limit) => text.length < limit);
  return [
    `len:${lengthBand}`,
    ...(/[?]\s*$|か[。]?\s*$/u.test(text) ? ['end:question'] : []),
    `last3:${last.join('_')}`,
    `last2:${last.slice(-2).join('_')}`,
    `last1:${last.slice(-1).join('')}`,
  ];
}

function pairs(words: readonly string[]): string[] {
  const bounded = ['<s>', ...words, '</s>'];
  return bounded.slice(1).map((word, index) => `b:${bounded[index] ?? ''}_${word}`);
}

function characterSequences(text: string, shortest: number, longest: number): string[] {
  const signs = ['^', ...Array.from(text.replace(/\s+/gu, ' ').trim()), '$'];
  const sequences: string[] = [];
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= signs.length; at++)
      sequences.push(`c:${signs.slice(at, at + length).join('')}`);
  }
  return sequences;
}
