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

/** Odd, and without a pattern in its bits. */
const SCATTER = 0x9e3779b1;

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
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  const features = new Int32Array(total);
  const counts = new Int32Array(total);
  // A table like the vocabulary's, with half of its slots free: a `Map` took as long as looking the names up.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * total + 1)));
  const mask = slots.length - 1;
  let size = 0;
  for (const part of parts) {
    for (const feature of part) {
      let slot = Math.imul(feature, SCATTER) & mask;
      let known = (slots[slot] ?? 0) - 1;
      while (known >= 0 && features[known] !== feature) {
        slot = (slot + 1) & mask;
        known = (slots[slot] ?? 0) - 1;
      }
      if (known < 0) {
        known = size++;
        slots[slot] = size;
        features[known] = feature;
      }
      counts[known] = (counts[known] ?? 0) + 1;
    }
  }
  return { features: features.subarray(0, size), counts: counts.subarray(0, size) };
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
