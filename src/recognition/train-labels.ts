import { fitTemperature, stratifiedFolds } from './calibrate.ts';
import type { Document } from './features.ts';
import { KnownFeatures } from './known-features.ts';
import type { LabelModel, MemberFeatures, Members } from './label-model.ts';
import { combineScores, memberScores } from './label-model.ts';
import { NaiveBayesTrainer } from './naive-bayes-trainer.ts';
import { memberFeatures } from './seen-document.ts';
import type { SoftmaxOptions } from './softmax-regression.ts';
import { trainSoftmax } from './softmax-regression.ts';

export interface Labelled<Name extends string> {
  document: Document;
  label: Name;
}

interface Classes {
  labels: readonly string[];
  signals: ReadonlySet<number>;
}

interface Lesson {
  features: MemberFeatures;
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
  const known = new KnownFeatures();
  const lessons = training.map(({ document, label }) => ({
    features: memberFeatures(document, (names) => known.learn(names)),
    answer: labels.indexOf(label),
  }));
  const classes = { labels, signals: known.signals };
  const answers = lessons.map(({ answer }) => answer);
  const heldOut = heldOutScores(lessons, classes, stratifiedFolds(answers, FOLDS));
  const temperatures = [0, 1, 2].map((member) =>
    fitTemperature(
      heldOut.map((scores) => scores[member] ?? []),
      answers,
    ),
  );
  const combined = heldOut.map((scores) => combineScores(scores, temperatures));
  const temperature = fitTemperature(combined, answers);
  return { labels, known, ...trainMembers(lessons, classes), temperatures, temperature };
}

function heldOutScores(lessons: readonly Lesson[], classes: Classes, folds: readonly number[]): number[][][] {
  const scores: number[][][] = lessons.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const members = trainMembers(
      lessons.filter((_, index) => folds[index] !== fold),
      classes,
    );
    lessons.forEach(({ features }, index) => {
      if (folds[index] === fold) scores[index] = memberScores(members, features);
    });
  }
  return scores;
}

function trainMembers(lessons: readonly Lesson[], { labels, signals }: Classes): Members {
  const answers = lessons.map(({ answer }) => answer);
  const options = optionsFor(lessons.length);
  const learn = (member: 'words' | 'mixed') => {
    const documents = lessons.map(({ features }) => features[member]);
    return trainSoftmax({ documents, answers, classes: labels.length, signals }, options);
  };
  const bayes = new NaiveBayesTrainer(labels);
  for (const { features, answer } of lessons) bayes.learn(features.bayes.features, labels[answer] ?? '');
  return { words: learn('words'), mixed: learn('mixed'), bayes: bayes.model() };
}
