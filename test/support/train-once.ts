import { join } from 'node:path';
import { ensureModel } from '../../src/recognition/ensure-model.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Before any test: the recogniser is trained once, not by several workers at the same time. */
export async function setup(): Promise<void> {
  await ensureModel(join(ROOT, 'intents'), join(ROOT, 'node_modules/.cache/tsutae/model'));
}
