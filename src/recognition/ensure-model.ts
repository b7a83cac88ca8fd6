import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LABELS } from '../domain/understanding.ts';
import { loadModel, modelIn, saveModel } from './model-file.ts';
import type { TrainedModel } from './model.ts';
import { isTaughtFrom } from './taught-model.ts';
import { train } from './train.ts';
import { DATA, readTrainingData } from './training-data.ts';

export interface EnsuredModel {
  model: TrainedModel;
  /** Of the data and the recipe as they are now, without what corrections have taught. */
  fingerprint: string;
  /** False when a model that was kept was still the right one. */
  trained: boolean;
}

/**
 * The model for the data as it is now: the one that corrections have taught when it was made from this data, else the
 * one in `cacheDir`, which is trained and kept there when the data changed.
 * @param taught file of the model that corrections have taught
 */
export async function ensureModel(
  intentsDir: string,
  cacheDir: string,
  taught: string | null = null,
): Promise<EnsuredModel> {
  const path = modelIn(cacheDir);
  const reading = fingerprintOf(intentsDir);
  for (const file of taught === null ? [path] : [taught, path]) {
    const [fingerprint, kept] = await Promise.all([reading, loadIfPresent(file)]);
    if (isFor(kept, fingerprint)) return { model: kept, fingerprint, trained: false };
  }
  const [fingerprint, { training, development }] = await Promise.all([reading, readTrainingData(intentsDir)]);
  const model = train(training, development, fingerprint);
  await mkdir(cacheDir, { recursive: true });
  await saveModel(model, path);
  return { model, fingerprint, trained: true };
}

/** Of the files as they are: reading what they say takes longer than loading the model. */
async function fingerprintOf(intentsDir: string): Promise<string> {
  const data = [
    ...(await filesBelow(join(intentsDir, DATA.utterances))),
    ...(await filesBelow(join(intentsDir, DATA.development))),
    ...(await filesBelow(join(intentsDir, DATA.detectors))),
    join(intentsDir, DATA.lexicon),
  ];
  const hash = createHash('sha256').update(JSON.stringify(LABELS));
  for (const path of data) hash.update(relative(intentsDir, path));
  for (const text of await textsOf([...(await recipeFiles()), ...data]))
    hash.update(`${text.length} ${text}`);
  return hash.digest('hex');
}

/** The program text that makes features and models: when it changes, a cached model no longer fits it. */
async function recipeFiles(): Promise<string[]> {
  const folders = [import.meta.dirname, join(import.meta.dirname, 'detect')];
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return listed
    .flat()
    .filter((path) => /(?<!\.d)\.[jt]s$/u.test(path))
    .sort();
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function textsOf(paths: readonly string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => readFile(path, 'utf8')));
}

function isFor(model: TrainedModel | null, fingerprint: string): model is TrainedModel {
  return (
    model !== null && (model.fingerprint === fingerprint || isTaughtFrom(model.fingerprint, fingerprint))
  );
}

/** A missing or damaged file is no failure: there is always another way to the model. */
async function loadIfPresent(path: string): Promise<TrainedModel | null> {
  try {
    return await loadModel(path);
  } catch {
    return null;
  }
}
