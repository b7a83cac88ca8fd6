import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import { readDocument } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './lexicon.ts';
import { loadModel, saveModel } from './model-file.ts';
import type { TrainedModel } from './model.ts';
import type { Tokenize } from './tokenize.ts';
import { loadTokenizer } from './tokenize.ts';
import type { Example } from './train.ts';
import { train } from './train.ts';
import type { Utterance } from './utterances.ts';
import { readUtterances } from './utterances.ts';

interface TrainingData {
  training: Utterance[];
  development: Utterance[];
  lexicon: Lexicon;
  fingerprint: string;
}

export interface EnsuredModel {
  model: TrainedModel;
  /** False when the cached model was still the right one. */
  trained: boolean;
}

/** The model for the data as it is now: loaded from `cacheDir`, or trained and kept there when the data changed. */
export async function ensureModel(intentsDir: string, cacheDir: string): Promise<EnsuredModel> {
  const data = await readTrainingData(intentsDir);
  const path = join(cacheDir, 'model.json');
  const cached = await loadIfPresent(path);
  if (cached?.fingerprint === data.fingerprint) return { model: cached, trained: false };
  const model = await trainOn(data);
  await mkdir(cacheDir, { recursive: true });
  await saveModel(model, path);
  return { model, trained: true };
}

/** Labelled messages as the models see them. */
export function toExamples(
  utterances: readonly Utterance[],
  tokenize: Tokenize,
  lexicon: Lexicon,
): Example[] {
  return utterances.map((utterance) => ({
    document: readDocument(utterance.text, tokenize, lexicon),
    label: utterance.label,
    voiceKind: utterance.kind ?? null,
    subtype: utterance.subtype ?? null,
    suspicions: utterance.suspicions ?? [],
    urgent: utterance.urgent ?? false,
  }));
}

async function readTrainingData(intentsDir: string): Promise<TrainingData> {
  const [training, development, lexicon, recipe] = await Promise.all([
    readUtterances(join(intentsDir, 'utterances')),
    readUtterances(join(intentsDir, 'development')),
    loadLexicon(join(intentsDir, 'lexicon.yaml')),
    readRecipe(),
  ]);
  const fingerprint = createHash('sha256')
    .update(
      JSON.stringify([recipe, LABELS, training, development, [...lexicon.compounds], lexicon.colloquial]),
    )
    .digest('hex');
  return { training, development, lexicon, fingerprint };
}

/** The program text that makes features and models: when it changes, a cached model no longer fits it. */
async function readRecipe(): Promise<string[]> {
  const folders = [import.meta.dirname, join(import.meta.dirname, 'detect')];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const sources = listed
    .flat()
    .filter((path) => /(?<!\.d)\.[jt]s$/u.test(path))
    .sort();
  return Promise.all(sources.map((path) => readFile(path, 'utf8')));
}

async function trainOn({ training, development, lexicon, fingerprint }: TrainingData): Promise<TrainedModel> {
  const tokenize = await loadTokenizer();
  return train(
    toExamples(training.filter(isOneMatter), tokenize, lexicon),
    toExamples(development, tokenize, lexicon),
    fingerprint,
  );
}

/** A message of two matters would teach its label the words of the other one. */
function isOneMatter({ items }: Utterance): boolean {
  return items === undefined || items === 1;
}

/** A missing or damaged cache is no failure: the model is trained again. */
async function loadIfPresent(path: string): Promise<TrainedModel | null> {
  try {
    return await loadModel(path);
  } catch {
    return null;
  }
}
