import type { Document } from './features.ts';
import {
  basePairs,
  baseWords,
  characterSequences,
  meaningFeatures,
  shapeFeatures,
  writtenWords,
} from './features.ts';
import type { FeatureNames } from './feature-names.ts';
import type { FeatureCounts, FeatureIndices, KnownFeatures } from './known-features.ts';
import { countFeatures } from './known-features.ts';
import type { MemberFeatures } from './label-model.ts';

/** Where the names of a document stand in the vocabulary; in training they are learned. */
export type LookUp = (names: FeatureNames) => FeatureIndices;

/** A message as all models see it: its features are named and looked up once. */
export interface SeenDocument extends Document {
  features: MemberFeatures;
}

export function see(known: KnownFeatures, document: Document): SeenDocument {
  return { ...document, features: memberFeatures(document, (names) => known.find(names)) };
}

/** What each member of the label model sees of a document: many names are several members' own. */
export function memberFeatures(document: Document, lookUp: LookUp): MemberFeatures {
  const written = lookUp(writtenWords(document));
  const meaning = lookUp(meaningFeatures(document));
  const { words, pairs, signs, sequences } = wordsAndSigns(document, lookUp);
  const shape = lookUp(shapeFeatures(document));
  return {
    words: countFeatures(written, meaning),
    mixed: countFeatures(words, pairs, signs, sequences, meaning),
    // What the counting model sees: presence only, with the shape of the sentence.
    bayes: countFeatures(words, sequences, meaning, shape),
  };
}

/** Dictionary forms with their pairs, and character sequences: what is seen of a part of a document too. */
export function mixedFeatures(document: Document, lookUp: LookUp): FeatureCounts {
  const { words, pairs, signs, sequences } = wordsAndSigns(document, lookUp);
  return countFeatures(words, pairs, signs, sequences, lookUp(meaningFeatures(document)));
}

function wordsAndSigns(document: Document, lookUp: LookUp) {
  return {
    words: lookUp(baseWords(document)),
    pairs: lookUp(basePairs(document)),
    signs: lookUp(characterSequences(document, 1, 1)),
    sequences: lookUp(characterSequences(document, 2, 3)),
  };
}
