import { fitTemperature, stratifiedFolds } from './calibrate.ts';
import type { Document } from './features.ts';
import { KnownFeatures, type FeatureIndices } from './known-features.ts';
import type { LabelModel, MemberFeatures, Members } from './label-model.ts';
import { combineScores, memberScores } from './label-model.ts';
import { NaiveBayesTrainer } from './naive-bayes-trainer.ts';
import { neighbourhoods } from './neighbourhoods.ts';
import { memberFeatures } from './seen-document.ts';
import type { SoftmaxOptions } from './softmax-regression.ts';
import { trainSoftmax } from './softmax-regression.ts';
import type { WordNetwork } from './word-network.ts';
import { trainNetwork } from './word-network-trainer.ts';

export interface Labelled<Name extends string> {
  document: Document;
  label: Name;
}

interface Course {
  labels: readonly string[];
  signals: ReadonlySet<number>;
  /** One for each network that is to be trained. */
  seeds: readonly number[];
}

interface Lesson {
  features: MemberFeatures;
  /** Of each word what the networks see; empty when none is trained. */
  words: readonly FeatureIndices[];
  answer: number;
}

const FOLDS = 3;
/** How many examples a linear model is shown altogether: more would be learning them by heart. */
const SHOWN = 60_000;
const EPOCHS = { fewest: 4, most: 20 };
/** Labels, which many and rare words tell apart, gain from seeing even a large number of examples this often. */
const FEWEST_EPOCHS_FOR_LABELS = 10;
/**
 * A network learns what words mean from nothing but its examples. From our own 5,400 one tells 76 of 100 messages by
 * itself, where a linear model tells 85; from 13,600 of another field, 79 as that one does, and they err differently.
 * With fewer it is not worth the time that it takes with every message, nor its place in the file.
 */
const FEWEST_FOR_NETWORKS = 10_000;
/** Networks that began differently err differently too: a few together are steadier than any of them. */
const NETWORK_SEEDS = [1, 2, 3, 4];

/** What suits `count` examples; found on hands that were left out of training. */
export function optionsFor(count: number, fewest = EPOCHS.fewest): SoftmaxOptions {
  const epochs = Math.min(EPOCHS.most, Math.max(fewest, Math.round(SHOWN / Math.max(count, 1))));
  return { epochs, learningRate: 0.08, l2: 1e-4, leastDocuments: 1 };
}

/** Trains the members on all examples, and finds out on folds that were held out how far to trust them. Pure. */
export function trainLabels<Name extends string>(
  training: readonly Labelled<Name>[],
  labels: readonly Name[],
  fewestForNetworks = FEWEST_FOR_NETWORKS,
): LabelModel<Name> {
  const known = new KnownFeatures();
  const seeds = training.length >= fewestForNetworks ? NETWORK_SEEDS : [];
  const lessons = training.map(({ document, label }) => ({
    features: memberFeatures(document, (names) => known.learn(names)),
    words: seeds.length > 0 ? neighbourhoods(document).map((names) => known.learn(names)) : [],
    answer: labels.indexOf(label),
  }));
  const course = { labels, signals: known.signals, seeds };
  const answers = lessons.map(({ answer }) => answer);
  const heldOut = heldOutScores(lessons, course, stratifiedFolds(answers, FOLDS));
  const temperatures = (heldOut[0] ?? []).map((_, member) =>
    fitTemperature(
      heldOut.map((scores) => scores[member] ?? []),
      answers,
    ),
  );
  const combined = heldOut.map((scores) => combineScores(scores, temperatures));
  const temperature = fitTemperature(combined, answers);
  return { labels, known, ...trainMembers(lessons, course), temperatures, temperature };
}

function heldOutScores(lessons: readonly Lesson[], course: Course, folds: readonly number[]): number[][][] {
  const scores: number[][][] = lessons.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const members = trainMembers(
      lessons.filter((_, index) => folds[index] !== fold),
      course,
    );
    lessons.forEach(({ features, words }, index) => {
      if (folds[index] === fold) scores[index] = memberScores(members, features, words);
    });
  }
  return scores;
}

function trainMembers(lessons: readonly Lesson[], { labels, signals, seeds }: Course): Members {
  const answers = lessons.map(({ answer }) => answer);
  const classes = labels.length;
  const options = optionsFor(lessons.length, FEWEST_EPOCHS_FOR_LABELS);
  const learn = (member: 'words' | 'mixed') => {
    const documents = lessons.map(({ features }) => features[member]);
    return trainSoftmax({ documents, answers, classes, signals }, options);
  };
  const learnNetwork = (seed: number): WordNetwork => {
    const documents = lessons.map(({ words }) => words);
    return trainNetwork({ documents, answers, classes }, seed);
  };
  const bayes = new NaiveBayesTrainer(labels);
  for (const { features, answer } of lessons) bayes.learn(features.bayes.features, labels[answer] ?? '');
  return {
    words: learn('words'),
    mixed: learn('mixed'),
    bayes: bayes.model(),
    networks: seeds.map(learnNetwork),
  };
}
