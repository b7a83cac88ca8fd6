import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Thread from '../../src/compose/retrain-in-thread.ts';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import { decodeModel, modelIn } from '../../src/recognition/model-file.ts';
import { retrain } from '../../src/recognition/retrain.ts';
import { smallIntents } from '../support/small-intents.ts';

/** As it was compiled before the tests: only then it is a thread. */
const COMPILED = path.join(import.meta.dirname, '../../dist/compose/retrain-in-thread.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tsutae-thread-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a thread gives the model and the scores that training here gives, and says when it cannot', async () => {
  const { retrainInThread } = (await import(COMPILED)) as typeof Thread;
  const intents = await smallIntents(path.join(folder, 'intents'));
  const built = path.join(folder, 'built');
  await ensureModel(intents, built);
  const lessons = [{ text: '封筒の宛名がずれていた', label: 'incident' as const }];
  const job = { intents, present: modelIn(built), lessons, fingerprint: 'f+1' };
  const [there, here] = [await retrainInThread(job), await retrain(job)];
  expect([there.before, there.after]).toEqual([here.before, here.after]);
  const model = decodeModel(there.model);
  expect([model.fingerprint, model.words]).toEqual(['f+1', decodeModel(here.model).words]);
  await expect(retrainInThread({ ...job, present: path.join(folder, 'nowhere') })).rejects.toThrow(
    'Training',
  );
}, 60_000);
