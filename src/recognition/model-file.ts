import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import type { TrainedModel } from './model.ts';
import { NaiveBayes } from './naive-bayes.ts';
import type { SpanOfNumbers } from './packed-numbers.ts';
import { packFile, unpackFile } from './packed-numbers.ts';
import type { SideQuestion } from './side-models.ts';
import { SIDE_QUESTIONS } from './side-models.ts';
import type { SoftmaxModel } from './softmax-regression.ts';

/** `features` are places in the vocabulary. */
interface SoftmaxFile {
  features: SpanOfNumbers;
  inverseFrequency: SpanOfNumbers;
  weights: SpanOfNumbers;
  bias: SpanOfNumbers;
}

interface ModelFile extends Pick<
  TrainedModel,
  'fingerprint' | 'temperatures' | 'temperature' | 'thresholds'
> {
  /** Every feature of every model once: they see the same messages. */
  vocabulary: string[];
  words: SoftmaxFile;
  mixed: SoftmaxFile;
  sides: Record<SideQuestion, { answers: string[]; softmax: SoftmaxFile }>;
  bayes: { features: SpanOfNumbers; values: SpanOfNumbers };
}

/** Where in a folder of the build the model lies. */
export function modelIn(folder: string): string {
  return join(folder, 'model.bin');
}

export function saveModel(model: TrainedModel, path: string): Promise<void> {
  return saveEncoded(encodeModel(model), path);
}

/** Written beside, to the disk, and renamed: a reader sees the old model or the new one, never half of it. */
export async function saveEncoded(model: Uint8Array, path: string): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(model);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  }
}

/** Throws when the file cannot be read or is no model. */
export async function loadModel(path: string): Promise<TrainedModel> {
  return decodeModel(await readFile(path));
}

export function encodeModel(model: TrainedModel): Uint8Array<ArrayBuffer> {
  return packFile((floats, integers): ModelFile => {
    const vocabulary = new Map<string, number>();
    const placesOf = (features: Iterable<string>) =>
      integers(Array.from(features, (feature) => placeIn(vocabulary, feature)));
    const softmaxFile = ({ features, inverseFrequency, weights, bias }: SoftmaxModel): SoftmaxFile => ({
      features: placesOf(features.keys()),
      inverseFrequency: floats(inverseFrequency),
      weights: floats(weights),
      bias: floats(bias),
    });
    const counts = model.bayes.exportCounts(1);
    const { fingerprint, temperatures, temperature, thresholds } = model;
    const models = {
      words: softmaxFile(model.words),
      mixed: softmaxFile(model.mixed),
      sides: mapSides((question) => {
        const { answers, softmax } = model.sides[question];
        return { answers: [...answers], softmax: softmaxFile(softmax) };
      }),
      bayes: { features: placesOf(counts.features), values: floats(counts.values) },
    };
    return {
      fingerprint,
      temperatures,
      temperature,
      thresholds,
      ...models,
      vocabulary: [...vocabulary.keys()],
    };
  });
}

export function decodeModel(bytes: Uint8Array<ArrayBuffer>): TrainedModel {
  const { head: file, floats, integers } = unpackFile<ModelFile>(bytes);
  const featuresAt = (places: SpanOfNumbers) =>
    Array.from(integers(places), (place) => file.vocabulary[place] ?? '');
  const softmaxModel = (softmax: SoftmaxFile, classes: number): SoftmaxModel => ({
    classes,
    features: new Map(featuresAt(softmax.features).map((feature, row) => [feature, row])),
    inverseFrequency: floats(softmax.inverseFrequency),
    weights: floats(softmax.weights),
    bias: floats(softmax.bias),
  });
  return {
    labels: LABELS,
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
      features: featuresAt(file.bayes.features),
      values: floats(file.bayes.values),
    }),
  };
}

function placeIn(vocabulary: Map<string, number>, feature: string): number {
  const known = vocabulary.get(feature);
  if (known !== undefined) return known;
  vocabulary.set(feature, vocabulary.size);
  return vocabulary.size - 1;
}

function mapSides<Value>(map: (question: SideQuestion) => Value): Record<SideQuestion, Value> {
  return Object.fromEntries(SIDE_QUESTIONS.map((question) => [question, map(question)])) as Record<
    SideQuestion,
    Value
  >;
}
