import type { Label, Suspicion, VoiceKind } from '../domain/understanding.ts';
import { LABELS } from '../domain/understanding.ts';
import { fitTemperature, stratifiedFolds } from './calibrate.ts';
import type { Document } from './features.ts';
import { mixedFeatures, presenceFeatures, wordFeatures } from './features.ts';
import type { Members, TrainedModel } from './model.ts';
import { combineScores, labelProbabilities, memberScores } from './model.ts';
import { NaiveBayes } from './naive-bayes.ts';
import { trainSideModels } from './side-models.ts';
import type { SoftmaxModel, SoftmaxOptions } from './softmax-regression.ts';
import { trainSoftmax } from './softmax-regression.ts';
import type { Judged, Thresholds } from './thresholds.ts';
import { fitThresholds } from './thresholds.ts';

/** What a labelled message says about itself. */
export interface LabelledMessage {
  label: Label;
  voiceKind: VoiceKind | null;
  subtype: string | null;
  suspicions: readonly Suspicion[];
  urgent: boolean;
}

export interface Example extends LabelledMessage {
  document: Document;
}

const FOLDS = 5;
const OPTIONS: SoftmaxOptions = { epochs: 20, learningRate: 0.15, l2: 1e-4, leastDocuments: 1 };
/** Side questions need fewer words than the label: those seen once are left out. */
const SIDE_OPTIONS: SoftmaxOptions = { ...OPTIONS, leastDocuments: 2 };
const LEAST_COUNT = 1;
const UNDECIDED: Thresholds = { assume: 1.01, choose: 1.01, compliance: 0.1 };

/**
 * Trains on `training`; calibrates on its held-out folds; takes the thresholds from `development`, which the
 * model has not seen. Pure: the same examples give the same model.
 */
export function train(
  training: readonly Example[],
  development: readonly Example[],
  fingerprint: string,
): TrainedModel {
  const answers = training.map((example) => LABELS.indexOf(example.label));
  const folds = stratifiedFolds(answers, FOLDS);
  const heldOut = heldOutScores(training, folds);
  const temperatures = [0, 1, 2].map((member) =>
    fitTemperature(
      heldOut.map((scores) => scores[member] ?? []),
      answers,
    ),
  );
  const combined = heldOut.map((scores) => combineScores(scores, temperatures));
  const model: TrainedModel = {
    fingerprint,
    ...trainMembers(training),
    temperatures,
    temperature: fitTemperature(combined, answers),
    sides: trainSideModels(
      training.map((message) => ({ message, features: mixedFeatures(message.document) })),
      SIDE_OPTIONS,
    ),
    thresholds: UNDECIDED,
  };
  return { ...model, thresholds: fitThresholds(development.map((example) => judge(model, example))) };
}

export function judge(model: TrainedModel, { document, label }: Example): Judged {
  const probabilities = labelProbabilities(model, document);
  return {
    confidence: probabilities[0]?.confidence ?? 0,
    correct: probabilities[0]?.label === label,
    complianceProbability: probabilities.find((guess) => guess.label === 'compliance')?.confidence ?? 0,
    isCompliance: label === 'compliance',
  };
}

function heldOutScores(training: readonly Example[], folds: readonly number[]): number[][][] {
  const scores: number[][][] = training.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const members = trainMembers(training.filter((_, index) => folds[index] !== fold));
    training.forEach((example, index) => {
      if (folds[index] === fold) scores[index] = memberScores(members, example.document);
    });
  }
  return scores;
}

function trainMembers(training: readonly Example[]): Members {
  const answers = training.map((example) => LABELS.indexOf(example.label));
  const learn = (features: (document: Document) => string[]): SoftmaxModel =>
    trainSoftmax(
      training.map((example) => features(example.document)),
      answers,
      LABELS.length,
      OPTIONS,
    );
  const bayes = new NaiveBayes(LABELS);
  for (const { document, label } of training) bayes.learn(presenceFeatures(document), label);
  return {
    words: learn(wordFeatures),
    mixed: learn(mixedFeatures),
    bayes: NaiveBayes.fromCounts(LABELS, bayes.exportCounts(LEAST_COUNT)),
  };
}
