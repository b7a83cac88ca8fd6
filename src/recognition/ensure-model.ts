import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOfData, fingerprintOfRecipe } from './data-fingerprint.ts';
import { loadIfPresent, loadModel, modelIn, saveModel } from './model-file.ts';
import type { TrainedModel } from './model.ts';
import { isTaughtFrom } from './taught-model.ts';
import { train } from './train.ts';
import { readTrainingData } from './training-data.ts';

/**
 * Of the data and of what makes features and models.
 * @param folder where the program text lies, compiled or not
 */
export function fingerprintOfModel(data: string, folder = import.meta.dirname): Promise<string> {
  return fingerprintOfRecipe(data, [{ folder }, { folder: join(folder, 'detect') }]);
}

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
 * @param data fingerprint of the data
 */
export async function ensureModel(
  intentsDir: string,
  cacheDir: string,
  taught: string | null = null,
  data = fingerprintOfData(intentsDir),
): Promise<EnsuredModel> {
  const path = modelIn(cacheDir);
  const reading = data.then((fingerprint) => fingerprintOfModel(fingerprint));
  for (const file of taught === null ? [path] : [taught, path]) {
    const [fingerprint, kept] = await Promise.all([reading, loadIfPresent(file, loadModel)]);
    if (isFor(kept, fingerprint)) return { model: kept, fingerprint, trained: false };
  }
  const [fingerprint, { training, development }] = await Promise.all([reading, readTrainingData(intentsDir)]);
  const model = train(training, development, fingerprint);
  await mkdir(cacheDir, { recursive: true });
  await saveModel(model, path);
  return { model, fingerprint, trained: true };
}

function isFor(model: TrainedModel | null, fingerprint: string): model is TrainedModel {
  return (
    model !== null && (model.fingerprint === fingerprint || isTaughtFrom(model.fingerprint, fingerprint))
  );
}
