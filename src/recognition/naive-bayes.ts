import type { FeatureRows } from './feature-rows.ts';
import { NO_ROW, rowOf } from './feature-rows.ts';
import type { FeatureIndices } from './known-features.ts';

/** How often each feature was seen. `counts` has one row per feature, one column per label. */
export interface NaiveBayes {
  rows: FeatureRows;
  counts: Float32Array;
  /** One per label: the logarithm of everything that was counted, smoothed. */
  logTotals: readonly number[];
}

/** What an unseen feature counts for. */
const ADDED = 0.3;
const UNSEEN = Math.log(ADDED);

/** Of counts with one row per feature. */
export function naiveBayes(rows: FeatureRows, counts: Float32Array, labels: number): NaiveBayes {
  const features = counts.length / labels;
  const totals = new Array<number>(labels).fill(0);
  counts.forEach((count, cell) => (totals[cell % labels] = (totals[cell % labels] ?? 0) + count));
  return { rows, counts, logTotals: totals.map((total) => Math.log(total + ADDED * features)) };
}

/**
 * One log-likelihood per label, in the log domain so that long texts do not underflow; every label is equally likely
 * beforehand.
 * @param features each once
 */
export function bayesScores({ rows, counts, logTotals }: NaiveBayes, features: FeatureIndices): number[] {
  const scores = logTotals.map(() => 0);
  for (const feature of features) {
    const row = rowOf(rows, feature);
    if (row === NO_ROW) continue;
    const first = row * logTotals.length;
    for (let label = 0; label < logTotals.length; label++) {
      const count = counts[first + label] ?? 0;
      const likelihood = count === 0 ? UNSEEN : Math.log(count + ADDED);
      scores[label] = (scores[label] ?? 0) + likelihood - (logTotals[label] ?? 0);
    }
  }
  return scores;
}
