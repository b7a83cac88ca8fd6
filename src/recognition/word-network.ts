import type { FeatureRows } from './feature-rows.ts';
import { NO_ROW, rowOf } from './feature-rows.ts';
import type { FeatureIndices } from './known-features.ts';

/**
 * A network with one hidden layer. Each hidden unit looks at every word with its neighbours and answers with the
 * strongest thing it found, wherever that stood: one telling word is not drowned by the many that tell nothing.
 */
export interface WordNetwork {
  classes: number;
  /** How many hidden units. */
  units: number;
  rows: FeatureRows;
  /** One row per feature, one column per hidden unit. */
  embeddings: Float32Array;
  /** Of the hidden units. */
  thresholds: Float32Array;
  /** One row per hidden unit, one column per class. */
  weights: Float32Array;
  bias: Float32Array;
}

/** The words of a document as rows of the network's embeddings. */
export type WordRows = readonly Int32Array[];

/** What the hidden units found. */
export interface Found {
  /** Of each unit the strongest answer, 0 when it found nothing. */
  strongest: Float32Array;
  /** The word that gave it, or `NOWHERE`. */
  where: Int32Array;
}

export const NOWHERE = -1;

/** One logit per class. */
export function networkScores(network: WordNetwork, words: readonly FeatureIndices[]): number[] {
  const { strongest } = lookAt(network, wordRows(network, words), neighbourhoodScale);
  return outputOf(network, strongest);
}

/** Without the features that the network does not know. */
export function wordRows({ rows }: Pick<WordNetwork, 'rows'>, words: readonly FeatureIndices[]): WordRows {
  return words.map((features) =>
    features.map((feature) => rowOf(rows, feature)).filter((row) => row !== NO_ROW),
  );
}

/** A word with many features shall not shout louder than one with few. */
export function neighbourhoodScale(word: Int32Array): number {
  return 1 / Math.sqrt(word.length || 1);
}

/** @param scale of what a word's features add up to */
export function lookAt(
  { units, embeddings, thresholds }: WordNetwork,
  words: WordRows,
  scale: (word: Int32Array, at: number) => number,
): Found {
  const found = { strongest: new Float32Array(units), where: new Int32Array(units).fill(NOWHERE) };
  const { strongest, where } = found;
  const sums = new Float32Array(units);
  words.forEach((word, at) => {
    sums.fill(0);
    for (const row of word) {
      const first = row * units;
      for (let unit = 0; unit < units; unit++)
        sums[unit] = (sums[unit] ?? 0) + (embeddings[first + unit] ?? 0);
    }
    const factor = scale(word, at);
    for (let unit = 0; unit < units; unit++) {
      const answer = (sums[unit] ?? 0) * factor + (thresholds[unit] ?? 0);
      if (answer <= (strongest[unit] ?? 0)) continue;
      strongest[unit] = answer;
      where[unit] = at;
    }
  });
  return found;
}

/** One logit per class. */
export function outputOf({ classes, weights, bias }: WordNetwork, strongest: Float32Array): number[] {
  const scores = Array.from(bias);
  strongest.forEach((answer, unit) => {
    if (answer === 0) return;
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + answer * (weights[unit * classes + label] ?? 0);
  });
  return scores;
}
