import { createRequire } from 'node:module';
import type { BayesClassifier as NaturalBayes } from 'natural/lib/natural/classifiers/index.js';
import { numberRows } from './feature-rows.ts';
import type { FeatureIndices } from './known-features.ts';
import type { NaiveBayes } from './naive-bayes.ts';
import { naiveBayes } from './naive-bayes.ts';

// The index, which alone has types, loads taggers and corpora too: 40 MB and a tenth of a second at every start.
const require = createRequire(import.meta.url);
const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier.js') as typeof NaturalBayes;

/** natural adds this to every count it keeps. */
const SMOOTHING = 1;

/**
 * natural's Bayes classifier without its faults: features keep their number whatever comes later (no index shift),
 * and each document is counted at once (no raw tokens are kept). What it has counted becomes a model of its own.
 */
export class NaiveBayesTrainer extends BayesClassifier {
  readonly #labels: readonly string[];

  constructor(labels: readonly string[]) {
    super(undefined, SMOOTHING);
    this.#labels = labels;
  }

  /** @param features each once */
  learn(features: FeatureIndices, label: string): void {
    const observation: Record<string, string> = {};
    features.forEach((feature, position) => (observation[`_${position}`] = String(feature)));
    this.classifier.addExample(observation, label);
  }

  /** What was learned so far. */
  model(): NaiveBayes {
    const counted = this.#labels.map((label) => Object.entries(this.classifier.classFeatures[label] ?? {}));
    const features = [...new Set(counted.flatMap((counts) => counts.map(([feature]) => Number(feature))))];
    const rows = numberRows(features);
    const counts = new Float32Array(features.length * this.#labels.length);
    counted.forEach((entries, label) => {
      for (const [feature, count] of entries)
        counts[(rows[Number(feature)] ?? 0) * this.#labels.length + label] = count - SMOOTHING;
    });
    return naiveBayes(rows, counts, this.#labels.length);
  }
}
