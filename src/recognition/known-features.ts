import type { FeatureNames } from './feature-names.ts';
import { Vocabulary } from './vocabulary.ts';

/** Places of features in the vocabulary, as often as they occur in a document. */
export type FeatureIndices = Int32Array;

/** The features of a document, each once, in the order they are met. */
export interface FeatureCounts {
  features: FeatureIndices;
  /** How often each of them occurs. */
  counts: Int32Array;
}

/** The features that were seen in training, shared by all models: each name is looked up once for all of them. */
export class KnownFeatures {
  readonly vocabulary: Vocabulary;
  readonly #signals: Set<number>;

  /** @param signals indices of those made by hand */
  constructor(vocabulary = Vocabulary.empty(), signals: Iterable<number> = []) {
    this.vocabulary = vocabulary;
    this.#signals = new Set(signals);
  }

  get signals(): ReadonlySet<number> {
    return this.#signals;
  }

  /** What a document in training teaches. */
  learn({ firsts, seconds, signals }: FeatureNames): FeatureIndices {
    return Int32Array.from(firsts, (first, at) => {
      const index = this.vocabulary.addFingerprint(first, seconds[at] ?? 0);
      if (signals.has(at)) this.#signals.add(index);
      return index;
    });
  }

  /** A document's features without those that no model has seen. */
  find({ firsts, seconds }: FeatureNames): FeatureIndices {
    const found = new Int32Array(firsts.length);
    let size = 0;
    for (let at = 0; at < firsts.length; at++) {
      const index = this.vocabulary.findFingerprint(firsts[at] ?? 0, seconds[at] ?? 0);
      if (index >= 0) found[size++] = index;
    }
    return found.subarray(0, size);
  }
}

/** Of the parts of a document one after another. */
export function countFeatures(...parts: readonly FeatureIndices[]): FeatureCounts {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (const feature of part) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return { features: Int32Array.from(counts.keys()), counts: Int32Array.from(counts.values()) };
}

/** With more, which are not among them, each once. */
export function withFeatures({ features, counts }: FeatureCounts, more: FeatureIndices): FeatureCounts {
  const all = { features: new Int32Array(features.length + more.length), counts: new Int32Array(0) };
  all.counts = new Int32Array(all.features.length).fill(1);
  all.features.set(features);
  all.features.set(more, features.length);
  all.counts.set(counts);
  return all;
}
