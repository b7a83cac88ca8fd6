import { createRequire } from 'node:module';
import type { BayesClassifier as NaturalBayes } from 'natural/lib/natural/classifiers/index.js';

// The index, which alone has types, loads taggers and corpora too: 40 MB and a tenth of a second at every start.
const require = createRequire(import.meta.url);
const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier.js') as typeof NaturalBayes;

/** How often each feature was seen: one row per feature, one column per label. */
export interface Counts {
  features: readonly string[];
  values: Float32Array;
}

/**
 * natural's Bayes classifier without its faults: features are named instead of numbered (no index shift), each
 * document is counted at once (no raw tokens are kept), and scores stay in the log domain (the original underflows
 * to the first class on long texts).
 */
export class NaiveBayes extends BayesClassifier {
  readonly #labels: readonly string[];
  #logTotals: number[] | null = null;
  #vocabulary: ReadonlySet<string> = new Set();

  constructor(labels: readonly string[]) {
    super(undefined, SMOOTHING);
    this.#labels = labels;
  }

  learn(features: ReadonlySet<string>, label: string): void {
    const observation: Record<string, string> = {};
    let position = 0;
    for (const feature of features) observation[`_${position++}`] = feature;
    this.classifier.addExample(observation, label);
    this.#logTotals = null;
  }

  /** One log-likelihood per label; every label is equally likely beforehand. */
  scores(features: ReadonlySet<string>): number[] {
    const logTotals = this.#logTotals ?? this.#summarize();
    const known = [...features].filter((feature) => this.#vocabulary.has(feature));
    return this.#labels.map((label, index) => {
      const counts = this.#countsOf(label);
      const logTotal = logTotals[index] ?? 0;
      return known.reduce((sum, feature) => sum + Math.log(seen(counts, feature) + ADDED) - logTotal, 0);
    });
  }

  /** Counts of every feature seen in at least `least` documents, in a stable order. */
  exportCounts(least: number): Counts {
    const total = new Map<string, number>();
    for (const label of this.#labels) {
      const counts = this.#countsOf(label);
      for (const feature of Object.keys(counts))
        total.set(feature, (total.get(feature) ?? 0) + seen(counts, feature));
    }
    const features = [...total]
      .filter(([, count]) => count >= least)
      .map(([feature]) => feature)
      .sort();
    const values = features.flatMap((feature) =>
      this.#labels.map((label) => seen(this.#countsOf(label), feature)),
    );
    return { features, values: Float32Array.from(values) };
  }

  static fromCounts(labels: readonly string[], { features, values }: Counts): NaiveBayes {
    const bayes = new NaiveBayes(labels);
    labels.forEach((label, index) => {
      const counts = Object.create(null) as Record<string, number>;
      features.forEach((feature, row) => {
        const count = values[row * labels.length + index] ?? 0;
        if (count > 0) counts[feature] = count + SMOOTHING;
      });
      bayes.classifier.classFeatures[label] = counts;
      bayes.classifier.classTotals[label] = 1;
    });
    return bayes;
  }

  #countsOf(label: string): Record<string, number> {
    return this.classifier.classFeatures[label] ?? NOTHING;
  }

  #summarize(): number[] {
    const vocabulary = new Set(this.#labels.flatMap((label) => Object.keys(this.#countsOf(label))));
    const logTotals = this.#labels.map((label) => {
      const counts = this.#countsOf(label);
      const total = Object.keys(counts).reduce((sum, feature) => sum + seen(counts, feature), 0);
      return Math.log(total + ADDED * vocabulary.size);
    });
    this.#vocabulary = vocabulary;
    this.#logTotals = logTotals;
    return logTotals;
  }
}

/** natural adds this to every count it keeps. */
const SMOOTHING = 1;
/** What an unseen feature counts for. */
const ADDED = 0.3;
const NOTHING: Record<string, number> = {};

function seen(counts: Record<string, number>, feature: string): number {
  const count = counts[feature];
  return count === undefined ? 0 : count - SMOOTHING;
}
