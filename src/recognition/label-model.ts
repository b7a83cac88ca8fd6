import type { FeatureCounts, KnownFeatures } from './known-features.ts';
import type { NaiveBayes } from './naive-bayes.ts';
import { bayesScores } from './naive-bayes.ts';
import type { SeenDocument } from './seen-document.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { softmax, softmaxScores } from './softmax-regression.ts';

/** Three models that read a message in different ways, and how far each and all of them are to be trusted. */
export interface LabelModel<Name extends string = string> extends Members {
  /** In the order of the models' classes. */
  labels: readonly Name[];
  known: KnownFeatures;
  /** One per member, in the order words, mixed, bayes. */
  temperatures: readonly number[];
  /** Of the members' average. */
  temperature: number;
}

export interface Members {
  words: SoftmaxModel;
  mixed: SoftmaxModel;
  bayes: NaiveBayes;
}

/** What each member sees of a document. */
export type MemberFeatures = Readonly<Record<keyof Members, FeatureCounts>>;

export interface Likely<Name extends string> {
  label: Name;
  /** Calibrated probability, 0–1. */
  confidence: number;
}

const TINY = 1e-9;

/** The raw scores of the three members. */
export function memberScores(members: Members, { words, mixed, bayes }: MemberFeatures): number[][] {
  return [
    softmaxScores(members.words, words),
    softmaxScores(members.mixed, mixed),
    bayesScores(members.bayes, bayes.features),
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
  { features }: SeenDocument,
): Likely<Name>[] {
  const combined = combineScores(memberScores(model, features), model.temperatures);
  const probabilities = softmax(combined, model.temperature);
  return model.labels
    .map((label, index) => ({ label, confidence: probabilities[index] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}
