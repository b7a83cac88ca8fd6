import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { LABELS } from '../domain/understanding.ts';
import type { TrainedModel } from './model.ts';
import { NaiveBayes } from './naive-bayes.ts';
import type { SideQuestion } from './side-models.ts';
import { SIDE_QUESTIONS } from './side-models.ts';
import type { SoftmaxModel } from './softmax-regression.ts';

interface SoftmaxFile {
  features: string[];
  inverseFrequency: string;
  weights: string;
  bias: string;
}

interface ModelFile extends Pick<
  TrainedModel,
  'fingerprint' | 'temperatures' | 'temperature' | 'thresholds'
> {
  words: SoftmaxFile;
  mixed: SoftmaxFile;
  sides: Record<SideQuestion, { answers: string[]; softmax: SoftmaxFile }>;
  bayes: { features: string[]; values: string };
}

/** Written beside and renamed: a reader sees the old model or the new one, never half of it. */
export async function saveModel(model: TrainedModel, path: string): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  await writeFile(partial, encodeModel(model));
  await rename(partial, path);
}

/** Throws when the file cannot be read or is no model. */
export async function loadModel(path: string): Promise<TrainedModel> {
  return decodeModel(await readFile(path, 'utf8'));
}

export function encodeModel(model: TrainedModel): string {
  const counts = model.bayes.exportCounts(1);
  const file: ModelFile = {
    fingerprint: model.fingerprint,
    temperatures: model.temperatures,
    temperature: model.temperature,
    thresholds: model.thresholds,
    words: softmaxFile(model.words),
    mixed: softmaxFile(model.mixed),
    sides: mapSides((question) => ({
      answers: [...model.sides[question].answers],
      softmax: softmaxFile(model.sides[question].softmax),
    })),
    bayes: { features: [...counts.features], values: encodeFloats(counts.values) },
  };
  return JSON.stringify(file);
}

export function decodeModel(text: string): TrainedModel {
  const file = JSON.parse(text) as ModelFile;
  return {
    fingerprint: file.fingerprint,
    temperatures: file.temperatures,
    temperature: file.temperature,
    thresholds: file.thresholds,
    words: softmaxModel(file.words, LABELS.length),
    mixed: softmaxModel(file.mixed, LABELS.length),
    sides: mapSides((question) => {
      const { answers, softmax } = file.sides[question];
      return { answers, softmax: softmaxModel(softmax, answers.length) };
    }),
    bayes: NaiveBayes.fromCounts(LABELS, {
      features: file.bayes.features,
      values: decodeFloats(file.bayes.values),
    }),
  };
}

function mapSides<Value>(map: (question: SideQuestion) => Value): Record<SideQuestion, Value> {
  return Object.fromEntries(SIDE_QUESTIONS.map((question) => [question, map(question)])) as Record<
    SideQuestion,
    Value
  >;
}

function softmaxFile(model: SoftmaxModel): SoftmaxFile {
  return {
    features: [...model.features.keys()],
    inverseFrequency: encodeFloats(model.inverseFrequency),
    weights: encodeFloats(model.weights),
    bias: encodeFloats(model.bias),
  };
}

function softmaxModel(file: SoftmaxFile, classes: number): SoftmaxModel {
  return {
    classes,
    features: new Map(file.features.map((feature, row) => [feature, row])),
    inverseFrequency: decodeFloats(file.inverseFrequency),
    weights: decodeFloats(file.weights),
    bias: decodeFloats(file.bias),
  };
}

function encodeFloats(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

function decodeFloats(base64: string): Float32Array {
  // Copied, because a pooled buffer need not start at a multiple of four bytes.
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
