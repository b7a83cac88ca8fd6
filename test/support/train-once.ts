import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOfData } from '../../src/recognition/data-fingerprint.ts';
import { ensureModel, fingerprintOfModel } from '../../src/recognition/ensure-model.ts';
import {
  maskModelIn,
  ensureMaskModel,
  fingerprintOfMask,
  loadMaskModel,
  saveMaskModel,
} from '../../src/recognition/mask/learned/ensure-mask-model.ts';
import { loadIfPresent, loadModel, modelIn, saveModel } from '../../src/recognition/model-file.ts';
import { loadDictionary } from '../../src/recognition/tokenize.ts';
import { isBuilt } from './as-built.ts';

const ROOT = join(import.meta.dirname, '../..');
const [SOURCE, BUILT] = [join(ROOT, 'src/recognition'), join(ROOT, 'dist/recognition')];
const LEARNED = 'mask/learned';

/** Before any test: recogniser and masker are trained once, not by several workers at the same time. */
export async function setup(): Promise<void> {
  const [intents, cache] = [join(ROOT, 'intents'), join(ROOT, 'node_modules/.cache/tsutae/model')];
  const data = fingerprintOfData(intents);
  await mkdir(cache, { recursive: true });
  if (isBuilt('src/recognition')) await takeFromBuild(await data, cache);
  await ensureModel(intents, cache, null, data);
  await ensureMaskModel(intents, cache, await loadDictionary(), data);
}

/** What the build has learned from the same data is what these programs would learn, under the name of the compiled ones. */
async function takeFromBuild(data: string, cache: string): Promise<void> {
  const built = join(ROOT, 'dist/model');
  const names = await Promise.all([
    fingerprintOfModel(data, SOURCE),
    fingerprintOfMask(data, join(SOURCE, LEARNED)),
  ]);
  const model = await loadIfPresent(modelIn(built), loadModel);
  if (
    model?.fingerprint === (await fingerprintOfModel(data, BUILT)) &&
    (await loadIfPresent(modelIn(cache), loadModel))?.fingerprint !== names[0]
  )
    await saveModel({ ...model, fingerprint: names[0] }, modelIn(cache));
  const kept = await loadIfPresent(maskModelIn(built), loadMaskModel);
  if (
    kept?.fingerprint === (await fingerprintOfMask(data, join(BUILT, LEARNED))) &&
    (await loadIfPresent(maskModelIn(cache), loadMaskModel))?.fingerprint !== names[1]
  )
    await saveMaskModel({ fingerprint: names[1], model: kept.model }, maskModelIn(cache));
}
