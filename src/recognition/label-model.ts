import type { FeatureCounts, FeatureIndices, KnownFeatures } from './known-features.ts';
import type { NaiveBayes } from './naive-bayes.ts';
import { bayesScores } from './naive-bayes.ts';
import { neighbourhoods } from './neighbourhoods.ts';
import type { SeenDocument } from './seen-document.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { softmax, softmaxScores } from './softmax-regression.ts';
import type { WordNetwork } from './word-network.ts';
import { networkScores } from './word-network.ts';

/** Models that read a message in different ways, and how far each and all of them are to be trusted. */
export interface LabelModel<Name extends string = string> extends Members {
  /** In the order of the models' classes. */
  labels: readonly Name[];
  known: KnownFeatures;
  /** One per member, in the order words, mixed, bayes, and each of the networks. */
  temperatures: readonly number[];
  /** Of the members' average. */
  temperature: number;
}

export interface Members {
  words: SoftmaxModel;
  mixed: SoftmaxModel;
  bayes: NaiveBayes;
  /** Each is a member by itself. None when there were too few examples for them. */
  networks: readonly WordNetwork[];
}

/** What each member sees of a document. */
export type MemberFeatures = Readonly<Record<'words' | 'mixed' | 'bayes', FeatureCounts>>;

export interface Likely<Name extends string> {
  label: Name;
  /** Calibrated probability, 0–1. */
  confidence: number;
}

const TINY = 1e-9;

/**
 * The raw scores of the members, one row for each.
 * @param words of each word what the networks see; empty when there are none
 */
export function memberScores(
  members: Members,
  features: MemberFeatures,
  words: readonly FeatureIndices[],
): number[][] {
  return [
    softmaxScores(members.words, features.words),
    softmaxScores(members.mixed, features.mixed),
    bayesScores(members.bayes, features.bayes.features),
    ...members.networks.map((network) => networkScores(network, words)),
  ];
}

/** The members' calibrated log-probabilities, averaged. */
export function combineScores(
  scores: readonly (readonly number[])[],
  temperatures: readonly number[],
): number[] {
  const members = scores.map((row, index) => softmax(row, temperatures[index]));
  const classes = scores[0]?.length ?? 0;
  return Array.from(
    { length: classes },
    (_, label) => members.reduce((sum, row) => sum + Math.log((row[label] ?? 0) + TINY), 0) / members.length,
  );
}

/** A calibrated probability for each label, best first. */
export function labelProbabilities<Name extends string>(
  model: LabelModel<Name>,
  document: SeenDocument,
): Likely<Name>[] {
  const scores = memberScores(model, document.features, wordsForNetworks(model, document));
  const combined = combineScores(scores, model.temperatures);
  const probabilities = softmax(combined, model.temperature);
  return model.labels
    .map((label, index) => ({ label, confidence: probabilities[index] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** Not looked up where no network reads them. */
function wordsForNetworks({ networks, known }: LabelModel, document: SeenDocument): FeatureIndices[] {
  return networks.length === 0 ? [] : neighbourhoods(document).map((names) => known.find(names));
}
