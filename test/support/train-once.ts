import { join } from 'node:path';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import { ensureTagChain } from '../../src/recognition/mask/learned/ensure-tag-chain.ts';
import { loadDictionary } from '../../src/recognition/tokenize.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Before any test: recogniser and masker are trained once, not by several workers at the same time. */
export async function setup(): Promise<void> {
  const [intents, cache] = [join(ROOT, 'intents'), join(ROOT, 'node_modules/.cache/tsutae/model')];
  await ensureModel(intents, cache);
  await ensureTagChain(intents, cache, await loadDictionary());
}
