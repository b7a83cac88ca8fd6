import { numberRows } from './feature-rows.ts';
import type { FeatureIndices } from './known-features.ts';
import { pseudoRandom, shuffle } from './pseudo-random.ts';
import { softmax } from './softmax-regression.ts';
import type { WordNetwork, WordRows } from './word-network.ts';
import { lookAt, neighbourhoodScale, NOWHERE, outputOf, wordRows } from './word-network.ts';

export interface NetworkLessons {
  /** Of each document the features of its words. */
  documents: readonly (readonly FeatureIndices[])[];
  /** One per document: a number below `classes`. */
  answers: readonly number[];
  classes: number;
}

/** Found on folds of outside messages that were left out of training; none of them matters much. */
const UNITS = 96;
const EPOCHS = 12;
const LEARNING_RATE = 0.1;
/** The rate falls in a straight line, down to this share of it. */
const LAST_RATE = 0.1;
const THRESHOLD_RATE = 0.3;
const BIAS_RATE = 0.02;
/** Shares that are left out at random while learning, so that nothing is leaned on alone. */
const WITHOUT = { features: 0.2, units: 0.5 };
/** Of a feature in one document nothing can be learnt but that document. */
const LEAST_DOCUMENTS = 2;
const FIRST_EMBEDDING = 0.1;
const FIRST_SQUARE = 1e-6;
const NO_WORD = new Int32Array(0);

/** Sums of squared gradients for AdaGrad, one per number of the network. */
type Squares = Readonly<Record<'embeddings' | 'thresholds' | 'weights', Float32Array>>;

interface Lesson {
  words: WordRows;
  answer: number;
  rate: number;
}

/** AdaGrad in a pseudo-random order that `seed` fixes: the same examples always give the same network. */
export function trainNetwork(lessons: NetworkLessons, seed: number): WordNetwork {
  const random = pseudoRandom(seed);
  const network = emptyNetwork(lessons, random);
  const documents = lessons.documents.map((words) => wordRows(network, words));
  const squares = squaresFor(network);
  const order = documents.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = LEARNING_RATE * (1 - (epoch / EPOCHS) * (1 - LAST_RATE));
    for (const index of order) {
      const answer = lessons.answers[index];
      if (answer === undefined) throw new Error('Every document needs an answer');
      learn(network, squares, { words: documents[index] ?? [], answer, rate }, random);
    }
  }
  return network;
}

function emptyNetwork({ documents, classes }: NetworkLessons, random: () => number): WordNetwork {
  const frequency = new Map<number, number>();
  for (const words of documents) {
    const features = new Set(words.flatMap((word) => [...word]));
    for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  }
  const kept = [...frequency].filter(([, count]) => count >= LEAST_DOCUMENTS).map(([feature]) => feature);
  const spread = (length: number, most: number) =>
    Float32Array.from({ length }, () => (random() * 2 - 1) * most);
  return {
    classes,
    units: UNITS,
    rows: numberRows(kept),
    embeddings: spread(kept.length * UNITS, FIRST_EMBEDDING),
    thresholds: new Float32Array(UNITS),
    // Glorot and Bengio: as wide as keeps signals of one size from layer to layer.
    weights: spread(UNITS * classes, Math.sqrt(6 / (UNITS + classes))),
    bias: new Float32Array(classes),
  };
}

function squaresFor({ embeddings, thresholds, weights }: WordNetwork): Squares {
  const like = ({ length }: Float32Array) => new Float32Array(length).fill(FIRST_SQUARE);
  return { embeddings: like(embeddings), thresholds: like(thresholds), weights: like(weights) };
}

/** One step down the slope of the error of one document. */
function learn(network: WordNetwork, squares: Squares, lesson: Lesson, random: () => number): void {
  const { answer, rate } = lesson;
  const words = lesson.words.map((word) => word.filter(() => random() >= WITHOUT.features));
  const scale = (_: Int32Array, at: number) =>
    neighbourhoodScale(lesson.words[at] ?? NO_WORD) / (1 - WITHOUT.features);
  const { strongest, where } = lookAt(network, words, scale);
  for (let unit = 0; unit < strongest.length; unit++)
    strongest[unit] = random() < WITHOUT.units ? 0 : (strongest[unit] ?? 0) / (1 - WITHOUT.units);
  const errors = softmax(outputOf(network, strongest));
  errors[answer] = (errors[answer] ?? 0) - 1;
  for (let unit = 0; unit < strongest.length; unit++) {
    const at = where[unit] ?? NOWHERE;
    if (strongest[unit] === 0 || at === NOWHERE) continue;
    const blame = learnOutput(network, squares, { unit, strongest, errors, rate }) / (1 - WITHOUT.units);
    step(network.thresholds, squares.thresholds, unit, blame, rate * THRESHOLD_RATE);
    const word = words[at] ?? NO_WORD;
    const gradient = blame * scale(word, at);
    for (const row of word)
      step(network.embeddings, squares.embeddings, row * network.units + unit, gradient, rate);
  }
  errors.forEach((error, label) => (network.bias[label] = (network.bias[label] ?? 0) - BIAS_RATE * error));
}

interface UnitLesson {
  unit: number;
  strongest: Float32Array;
  errors: readonly number[];
  rate: number;
}

/** Corrects what a hidden unit tells the classes; returns how much its own answer is to blame for the errors. */
function learnOutput(
  { classes, weights }: WordNetwork,
  squares: Squares,
  { unit, strongest, errors, rate }: UnitLesson,
): number {
  let blame = 0;
  for (let label = 0; label < classes; label++) {
    const cell = unit * classes + label;
    const error = errors[label] ?? 0;
    blame += error * (weights[cell] ?? 0);
    step(weights, squares.weights, cell, error * (strongest[unit] ?? 0), rate);
  }
  return blame;
}

function step(
  numbers: Float32Array,
  squares: Float32Array,
  cell: number,
  gradient: number,
  rate: number,
): void {
  const square = (squares[cell] ?? 0) + gradient * gradient;
  squares[cell] = square;
  numbers[cell] = (numbers[cell] ?? 0) - (rate * gradient) / Math.sqrt(square);
}
