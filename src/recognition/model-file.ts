import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import type { TrainedModel } from './model.ts';
import { KnownFeatures } from './known-features.ts';
import type { SpanOfNumbers } from './packed-numbers.ts';
import { packFile, unpackFile } from './packed-numbers.ts';
import type { SideQuestion } from './side-models.ts';
import { SIDE_QUESTIONS } from './side-models.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { Vocabulary } from './vocabulary.ts';
import type { WordNetwork } from './word-network.ts';

interface SoftmaxFile {
  rows: SpanOfNumbers;
  inverseFrequency: SpanOfNumbers;
  weights: SpanOfNumbers;
  bias: SpanOfNumbers;
}

interface NetworkFile {
  units: number;
  rows: SpanOfNumbers;
  embeddings: SpanOfNumbers;
  thresholds: SpanOfNumbers;
  weights: SpanOfNumbers;
  bias: SpanOfNumbers;
}

interface ModelFile extends Pick<
  TrainedModel,
  'fingerprint' | 'temperatures' | 'temperature' | 'thresholds'
> {
  /** Of every feature of every model: they see the same messages. */
  vocabulary: { slots: SpanOfNumbers; fingerprints: SpanOfNumbers };
  signals: number[];
  words: SoftmaxFile;
  mixed: SoftmaxFile;
  sides: Record<SideQuestion, { answers: string[]; softmax: SoftmaxFile }>;
  bayes: { rows: SpanOfNumbers; counts: SpanOfNumbers; logTotals: readonly number[] };
  networks: NetworkFile[];
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

/** A missing or damaged file is no failure: what it held can be learned anew. */
export async function loadIfPresent<Kept>(
  path: string,
  load: (path: string) => Promise<Kept>,
): Promise<Kept | null> {
  try {
    return await load(path);
  } catch {
    return null;
  }
}

export function encodeModel(model: TrainedModel): Uint8Array<ArrayBuffer> {
  return packFile((floats, integers): ModelFile => {
    const softmaxFile = ({ rows, inverseFrequency, weights, bias }: SoftmaxModel): SoftmaxFile => ({
      rows: integers(rows),
      inverseFrequency: floats(inverseFrequency),
      weights: floats(weights),
      bias: floats(bias),
    });
    const networkFile = ({ units, rows, ...numbers }: WordNetwork): NetworkFile => ({
      units,
      rows: integers(rows),
      embeddings: floats(numbers.embeddings),
      thresholds: floats(numbers.thresholds),
      weights: floats(numbers.weights),
      bias: floats(numbers.bias),
    });
    const { fingerprint, temperatures, temperature, thresholds, known, bayes } = model;
    const { slots, fingerprints } = known.vocabulary.table;
    return {
      fingerprint,
      temperatures,
      temperature,
      thresholds,
      vocabulary: { slots: integers(slots), fingerprints: integers(fingerprints) },
      signals: [...known.signals],
      words: softmaxFile(model.words),
      mixed: softmaxFile(model.mixed),
      sides: mapSides((question) => {
        const { answers, softmax } = model.sides[question];
        return { answers: [...answers], softmax: softmaxFile(softmax) };
      }),
      bayes: { rows: integers(bayes.rows), counts: floats(bayes.counts), logTotals: bayes.logTotals },
      networks: model.networks.map(networkFile),
    };
  });
}

/** A model whose numbers stay where they are in `bytes`. Throws when they are no model. */
export function decodeModel(bytes: Uint8Array<ArrayBuffer>): TrainedModel {
  const { head: file, floats, integers } = unpackFile<ModelFile>(bytes);
  const slots = integers(file.vocabulary.slots);
  const fingerprints = integers(file.vocabulary.fingerprints);
  const known = new KnownFeatures(Vocabulary.of({ slots, fingerprints }), file.signals);
  const softmaxModel = (softmax: SoftmaxFile, classes: number): SoftmaxModel => ({
    classes,
    rows: integers(softmax.rows),
    signals: known.signals,
    inverseFrequency: floats(softmax.inverseFrequency),
    weights: floats(softmax.weights),
    bias: floats(softmax.bias),
  });
  const network = ({ units, rows, ...spans }: NetworkFile): WordNetwork => ({
    classes: LABELS.length,
    units,
    rows: integers(rows),
    embeddings: floats(spans.embeddings),
    thresholds: floats(spans.thresholds),
    weights: floats(spans.weights),
    bias: floats(spans.bias),
  });
  const { fingerprint, temperatures, temperature, thresholds, bayes } = file;
  return {
    labels: LABELS,
    fingerprint,
    temperatures,
    temperature,
    thresholds,
    known,
    words: softmaxModel(file.words, LABELS.length),
    mixed: softmaxModel(file.mixed, LABELS.length),
    sides: mapSides((question) => {
      const { answers, softmax } = file.sides[question];
      return { answers, softmax: softmaxModel(softmax, answers.length) };
    }),
    bayes: { rows: integers(bayes.rows), counts: floats(bayes.counts), logTotals: bayes.logTotals },
    networks: file.networks.map(network),
  };
}

function mapSides<Value>(map: (question: SideQuestion) => Value): Record<SideQuestion, Value> {
  return Object.fromEntries(SIDE_QUESTIONS.map((question) => [question, map(question)])) as Record<
    SideQuestion,
    Value
  >;
}
