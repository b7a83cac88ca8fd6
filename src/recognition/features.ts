import { FeatureNames } from './feature-names.ts';
import type { Lexicon } from './lexicon.ts';
import { mergeCompounds } from './lexicon.ts';
import type { NormalizedText } from './normalize.ts';
import { normalize } from './normalize.ts';
import { detectionsIn } from './detect/detections.ts';
import { signalsIn } from './detect/signals.ts';
import type { Token, Tokenize } from './tokenize.ts';
import { matchesOf } from './matches.ts';

/** A message ready for every model, detector and extractor. */
export interface Document extends NormalizedText {
  tokens: readonly Token[];
  lexicon: Lexicon;
}

export function readDocument(text: string, tokenize: Tokenize, lexicon: Lexicon): Document {
  const normalized = normalize(text);
  return { ...normalized, tokens: mergeCompounds(tokenize(normalized.text), lexicon), lexicon };
}

/** Its sentences as documents of their own; what is told in one of many can be found there. */
export function sentencesOf({ original, text, starts, tokens, lexicon }: Document): Document[] {
  let next = 0;
  return matchesOf(text, /[^。!?\n]+[。!?\n]*/gu).map(({ 0: sentence, index }) => {
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
export function writtenWords(document: Document): FeatureNames {
  const words = wordsOf(document).map((token) => token.surface);
  const names = new FeatureNames();
  addWords(names, words);
  addPairs(names, words);
  return names;
}

/** Dictionary forms. */
export function baseWords(document: Document): FeatureNames {
  const names = new FeatureNames();
  addWords(names, basesOf(document));
  return names;
}

export function basePairs(document: Document): FeatureNames {
  const names = new FeatureNames();
  addPairs(names, basesOf(document));
  return names;
}

/** Sequences of so many characters, which survive typos and unknown words. */
export function characterSequences({ text }: Document, shortest: number, longest: number): FeatureNames {
  const signs = ['^', ...text.replace(/\s+/gu, ' ').trim(), '$'];
  const names = new FeatureNames();
  names.addSequences('c:', signs, shortest, longest);
  return names;
}

export function wordsOf(document: Document): Token[] {
  return document.tokens.filter((token) => token.surface.trim() !== '');
}

/** Canonical words of the lexicon and speech-act signals: they generalise where the wording is new. */
export function meaningFeatures({ text, lexicon }: Document): FeatureNames {
  const spoken = lexicon.colloquial
    .filter(([words]) => text.includes(words))
    .map(([, canonical]) => `m:${canonical}`);
  const documents = lexicon.documents.some(([spelling]) => text.includes(spelling)) ? ['m:document'] : [];
  const signals = [...signalsIn(text), ...detectionsIn(text)].map((signal) => `s:${signal}`);
  return FeatureNames.of(new Set([...spoken, ...documents, ...signals, ...latinStems(text)]));
}

/** Beginnings of Latin words: English inflects, and the Japanese dictionary knows no base forms for it. */
function latinStems(text: string): string[] {
  return (text.match(/[a-z]{4,}/gu) ?? []).map((word) => `p:${word.slice(0, 5)}`);
}

/** The length of a message, and how it ends. */
export function shapeFeatures(document: Document): FeatureNames {
  const { text } = document;
  const last = basesOf(document)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(-3);
  const lengthBand = [6, 12, 20, 40, 80].findIndex((limit) => text.length < limit);
  return FeatureNames.of([
    `len:${lengthBand}`,
    ...(/[?]\s*$|か[。]?\s*$/u.test(text) ? ['end:question'] : []),
    `last3:${last.join('_')}`,
    `last2:${last.slice(-2).join('_')}`,
    `last1:${last.slice(-1).join('')}`,
  ]);
}

function basesOf(document: Document): string[] {
  return wordsOf(document).map((token) => token.base);
}

function addWords(names: FeatureNames, words: readonly string[]): void {
  for (const word of words) names.add('w:', word);
}

function addPairs(names: FeatureNames, words: readonly string[]): void {
  let before = '<s>';
  for (const word of [...words, '</s>']) {
    names.add('b:', before, '_', word);
    before = word;
  }
}
