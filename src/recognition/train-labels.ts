import { fitTemperature, stratifiedFolds } from './calibrate.ts';
import type { Document, Features } from './features.ts';
import { featuresOf } from './features.ts';
import type { LabelModel, Members } from './label-model.ts';
import { combineScores, memberScores } from './label-model.ts';
import { NaiveBayes } from './naive-bayes.ts';
import type { SoftmaxOptions } from './softmax-regression.ts';
import { trainSoftmax } from './softmax-regression.ts';

export interface Labelled<Name extends string> {
  document: Document;
  label: Name;
}

interface Lesson {
  features: Features;
  answer: number;
}

const FOLDS = 3;
/** How many examples a linear model is shown altogether: more would be learning them by heart. */
const SHOWN = 60_000;
const EPOCHS = { fewest: 4, most: 20 };

/** What suits `count` examples; found on hands that were left out of training. */
export function optionsFor(count: number): SoftmaxOptions {
  const epochs = Math.min(EPOCHS.most, Math.max(EPOCHS.fewest, Math.round(SHOWN / Math.max(count, 1))));
  return { epochs, learningRate: 0.08, l2: 1e-4, leastDocuments: 1 };
}

/** Trains the three members on all examples, and calibrates them on folds that were held out. Pure. */
export function trainLabels<Name extends string>(
  training: readonly Labelled<Name>[],
  labels: readonly Name[],
): LabelModel<Name> {
  const lessons = training.map(({ document, label }) => ({
    features: featuresOf(document),
    answer: labels.indexOf(label),
  }));
  const answers = lessons.map(({ answer }) => answer);
  const heldOut = heldOutScores(lessons, labels, stratifiedFolds(answers, FOLDS));
  const temperatures = [0, 1, 2].map((member) =>
    fitTemperature(
      heldOut.map((scores) => scores[member] ?? []),
      answers,
    ),
  );
  const combined = heldOut.map((scores) => combineScores(scores, temperatures));
  const temperature = fitTemperature(combined, answers);
  return { labels, ...trainMembers(lessons, labels), temperatures, temperature };
}

function heldOutScores(
  lessons: readonly Lesson[],
  labels: readonly string[],
  folds: readonly number[],
): number[][][] {
  const scores: number[][][] = lessons.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const members = trainMembers(
      lessons.filter((_, index) => folds[index] !== fold),
      labels,
    );
    lessons.forEach(({ features }, index) => {
      if (folds[index] === fold) scores[index] = memberScores(members, features);
    });
  }
  return scores;
}

function trainMembers(lessons: readonly Lesson[], labels: readonly string[]): Members {
  const answers = lessons.map(({ answer }) => answer);
  const options = optionsFor(lessons.length);
  const learn = (see: (features: Features) => readonly string[]) =>
    trainSoftmax(
      lessons.map(({ features }) => see(features)),
      answers,
      labels.length,
      options,
    );
  const bayes = new NaiveBayes(labels);
  for (const { features, answer } of lessons) bayes.learn(features.presence, labels[answer] ?? '');
  return { words: learn(({ words }) => words), mixed: learn(({ mixed }) => mixed), bayes };
}
