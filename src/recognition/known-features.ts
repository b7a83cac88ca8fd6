import { Vocabulary } from './vocabulary.ts';

/** Places of a document's features in the vocabulary, as often as they occur in it. */
export type FeatureIndices = Int32Array;

const SIGNAL = 's:';

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
  learn(names: Iterable<string>): FeatureIndices {
    return Int32Array.from(names, (name) => {
      const index = this.vocabulary.add(name);
      if (name.startsWith(SIGNAL)) this.#signals.add(index);
      return index;
    });
  }

  /** A document's features without those that no model has seen. */
  find(names: Iterable<string>): FeatureIndices {
    const found: number[] = [];
    for (const name of names) {
      const index = this.vocabulary.find(name);
      if (index !== undefined) found.push(index);
    }
    return Int32Array.from(found);
  }
}
