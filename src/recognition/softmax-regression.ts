import type { FeatureRows } from './feature-rows.ts';
import { NO_ROW, numberRows, rowOf } from './feature-rows.ts';
import type { FeatureCounts } from './known-features.ts';
import { pseudoRandom, shuffle } from './pseudo-random.ts';
import { lengthOf } from './vector-length.ts';

/** A multinomial logistic regression over TF-IDF features. `weights` has one row per feature, one column per class. */
export interface SoftmaxModel {
  classes: number;
  rows: FeatureRows;
  /** Features made by hand. */
  signals: ReadonlySet<number>;
  inverseFrequency: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
}

export interface SoftmaxLessons {
  documents: readonly FeatureCounts[];
  /** One per document: a number below `classes`. */
  answers: readonly number[];
  classes: number;
  signals: ReadonlySet<number>;
}

export interface SoftmaxOptions {
  epochs: number;
  learningRate: number;
  l2: number;
  /** Features in fewer documents are left out. */
  leastDocuments: number;
}

interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

/** Training must be repeatable, not unpredictable. */
const SEED = 1;
const BIAS_RATE = 0.05;
const NEGLIGIBLE_ERROR = 1e-6;
/** Signals are few; without a lever the many character sequences would drown them. */
const SIGNAL_LEVER = 2;

/** AdaGrad with L2, in a fixed pseudo-random order: the same examples always give the same model. */
export function trainSoftmax(lessons: SoftmaxLessons, options: SoftmaxOptions): SoftmaxModel {
  const { documents, answers } = lessons;
  const model = emptyModel(lessons, options.leastDocuments);
  const vectors = documents.map((features) => vectorOf(model, features));
  const squares = new Float64Array(model.weights.length).fill(1e-6);
  const order = documents.map((_, index) => index);
  const random = pseudoRandom(SEED);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const vector = vectors[index];
      const answer = answers[index];
      if (vector === undefined || answer === undefined) throw new Error('Every document needs an answer');
      learn(model, vector, answer, squares, options);
    }
  }
  return model;
}

/** One logit per class. */
export function softmaxScores(model: SoftmaxModel, features: FeatureCounts): number[] {
  return scoresOf(model, vectorOf(model, features));
}

/** What one feature adds to a class above the average class, for explaining a decision. */
export function featureWeight(model: SoftmaxModel, feature: number, label: number): number {
  const row = rowOf(model.rows, feature);
  if (row === NO_ROW) return 0;
  const first = row * model.classes;
  let sum = 0;
  for (let cell = first; cell < first + model.classes; cell++) sum += model.weights[cell] ?? 0;
  return ((model.weights[first + label] ?? 0) - sum / model.classes) * (model.inverseFrequency[row] ?? 0);
}

export function softmax(scores: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function emptyModel({ documents, classes, signals }: SoftmaxLessons, least: number): SoftmaxModel {
  const frequency = new Map<number, number>();
  for (const { features } of documents) {
    for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  }
  const kept = [...frequency].filter(([, count]) => count >= least);
  return {
    classes,
    rows: numberRows(kept.map(([feature]) => feature)),
    signals,
    inverseFrequency: Float32Array.from(
      kept,
      ([, count]) => Math.log((1 + documents.length) / (1 + count)) + 1,
    ),
    weights: new Float32Array(kept.length * classes),
    bias: new Float32Array(classes),
  };
}

function vectorOf(model: SoftmaxModel, { features, counts }: FeatureCounts): Vector {
  const rows = new Int32Array(features.length);
  const values = new Float32Array(features.length);
  const levered: number[] = [];
  let size = 0;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] ?? 0;
    const row = rowOf(model.rows, feature);
    if (row === NO_ROW) continue;
    if (model.signals.has(feature)) levered.push(size);
    rows[size] = row;
    const count = counts[at] ?? 1;
    values[size] = (count === 1 ? 1 : 1 + Math.log(count)) * (model.inverseFrequency[row] ?? 0);
    size += 1;
  }
  const used = values.subarray(0, size);
  const length = lengthOf(used) || 1;
  for (let at = 0; at < size; at++) used[at] = (used[at] ?? 0) / length;
  for (const at of levered) used[at] = (used[at] ?? 0) * SIGNAL_LEVER;
  return { rows: rows.subarray(0, size), values: used };
}

function scoresOf({ classes, weights, bias }: SoftmaxModel, { rows, values }: Vector): number[] {
  const scores = Array.from(bias);
  for (let at = 0; at < rows.length; at++) {
    const first = (rows[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + (weights[first + label] ?? 0) * value;
  }
  return scores;
}

function learn(
  model: SoftmaxModel,
  { rows, values }: Vector,
  answer: number,
  squares: Float64Array,
  { learningRate, l2 }: SoftmaxOptions,
): void {
  const { weights, bias, classes } = model;
  const errors = softmax(scoresOf(model, { rows, values }));
  errors[answer] = (errors[answer] ?? 0) - 1;
  errors.forEach((error, label) => (bias[label] = (bias[label] ?? 0) - BIAS_RATE * error));
  for (let at = 0; at < rows.length; at++) {
    const first = (rows[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let label = 0; label < classes; label++) {
      const error = errors[label] ?? 0;
      if (Math.abs(error) < NEGLIGIBLE_ERROR) continue;
      const cell = first + label;
      const weight = weights[cell] ?? 0;
      const gradient = error * value + l2 * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (learningRate * gradient) / Math.sqrt(square);
    }
  }
}
