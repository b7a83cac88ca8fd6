import type { Label } from '../domain/understanding.ts';
import { LABELS } from '../domain/understanding.ts';
import type { Document } from './features.ts';
import { mixedFeatures, presenceFeatures, wordFeatures } from './features.ts';
import type { NaiveBayes } from './naive-bayes.ts';
import type { SideModels } from './side-models.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { softmax, softmaxScores } from './softmax-regression.ts';
import type { Thresholds } from './thresholds.ts';

/** Everything that training finds out. */
export interface TrainedModel {
  /** Of the training data and the recipe. */
  fingerprint: string;
  words: SoftmaxModel;
  mixed: SoftmaxModel;
  bayes: NaiveBayes;
  /** One per member, in the order words, mixed, bayes. */
  temperatures: readonly number[];
  /** Of the members' average. */
  temperature: number;
  sides: SideModels;
  thresholds: Thresholds;
}

export type Members = Pick<TrainedModel, 'words' | 'mixed' | 'bayes'>;

const TINY = 1e-9;

/** The raw scores of the three members. */
export function memberScores(members: Members, document: Document): number[][] {
  return [
    softmaxScores(members.words, wordFeatures(document)),
    softmaxScores(members.mixed, mixedFeatures(document)),
    members.bayes.scores(presenceFeatures(document)),
  ];
}

/** The members' calibrated log-probabilities, averaged. */
export function combineScores(
  scores: readonly (readonly number[])[],
  temperatures: readonly number[],
): number[] {
  const members = scores.map((row, index) => softmax(row, temperatures[index]));
  return LABELS.map(
    (_, label) => members.reduce((sum, row) => sum + Math.log((row[label] ?? 0) + TINY), 0) / members.length,
  );
}

/** A calibrated probability for each label, best first. */
export function labelProbabilities(
  model: TrainedModel,
  document: Document,
): { label: Label; confidence: number }[] {
  const combined = combineScores(memberScores(model, document), model.temperatures);
  const probabilities = softmax(combined, model.temperature);
  return LABELS.map((label, index) => ({ label, confidence: probabilities[index] ?? 0 })).sort(
    (a, b) => b.confidence - a.confidence,
  );
}
