import { rm } from 'node:fs/promises';
import { createLog } from '../observability/log.ts';
import { fingerprintOfData } from '../recognition/data-fingerprint.ts';
import { unpackDictionary } from '../recognition/dictionary.ts';
import { ensureModel } from '../recognition/ensure-model.ts';
import { ensureMaskModel } from '../recognition/mask/learned/ensure-mask-model.ts';
import { loadDictionary } from '../recognition/tokenize.ts';
import { findTemplate } from '../storage/find-template.ts';
import { makeTemplate } from '../storage/make-template.ts';
import { DICTIONARY_FOLDER, MODEL_FOLDER, TEMPLATES_FOLDER } from './prepared-folders.ts';

/**
 * What the build does once, so that not every start has to. Parts that need nothing of each other, so that each can
 * have a processor of its own. Each is given the folder of what can be said.
 */
export const PREPARATIONS: Readonly<Record<string, (intents: string) => Promise<void>>> = {
  recogniser: async (intents) => {
    await ensureModel(intents, MODEL_FOLDER, null, fingerprintOfData(intents));
  },
  mask: async (intents) => {
    await unpackDictionary(DICTIONARY_FOLDER);
    await ensureMaskModel(intents, MODEL_FOLDER, await loadDictionary(DICTIONARY_FOLDER));
  },
  database: prepareTemplate,
};

async function prepareTemplate(): Promise<void> {
  if ((await findTemplate(TEMPLATES_FOLDER)) !== null) return;
  // Those of earlier migrations.
  await rm(TEMPLATES_FOLDER, { recursive: true, force: true });
  await makeTemplate(TEMPLATES_FOLDER, createLog({ level: 'warn', file: null }));
}
