import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import { saveEncoded } from '../../src/recognition/model-file.ts';
import { isNotWorse, retrain, type ModelScore, type Retrained } from '../../src/recognition/retrain.ts';
import { taughtFingerprint, wasTaughtOnly } from '../../src/recognition/taught-model.ts';
import { smallIntents, utterance } from '../support/small-intents.ts';

const LESSONS = [
  { text: '封筒の宛名がずれていた', label: 'incident' as const },
  { text: '棚の札を色で分けたい', label: 'proposal' as const },
];

let folder: string;
let intents: string;
let built: string;
let taught: string;
let retrained: Retrained;
let fingerprint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsutae-taught-'));
  intents = await smallIntents(join(folder, 'intents'));
  built = join(folder, 'built');
  taught = join(folder, 'taught.bin');
  fingerprint = taughtFingerprint((await ensureModel(intents, built)).fingerprint, LESSONS);
  retrained = await retrain({ intents, present: join(built, 'model.bin'), lessons: LESSONS, fingerprint });
  await saveEncoded(retrained.model, taught);
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a model that corrections have taught', () => {
  it('knows their words, and is scored beside the old one on as many messages', async () => {
    const { model, trained } = await ensureModel(intents, built, taught);
    expect([model.fingerprint, trained]).toEqual([fingerprint, false]);
    const old = (await ensureModel(intents, built)).model;
    const knows = ({ known }: typeof model) => known.vocabulary.find('w:宛名') !== undefined;
    expect([knows(old), knows(model)]).toEqual([false, true]);
    expect(retrained.after.of).toBe(retrained.before.of);
    expect(retrained.before.of).toBeGreaterThan(0);
  });

  it('is left for the built one when it is not there, cut off or something else', async () => {
    const base = (await ensureModel(intents, built)).fingerprint;
    const usedBeside = async (file: string) => (await ensureModel(intents, built, file)).model.fingerprint;
    expect(await usedBeside(join(folder, 'nowhere.bin'))).toBe(base);
    const damaged = join(folder, 'damaged.bin');
    for (const length of [0, 3, 200, Math.floor(retrained.model.length / 2), retrained.model.length - 8]) {
      await writeFile(damaged, retrained.model);
      await truncate(damaged, length);
      expect(await usedBeside(damaged)).toBe(base);
    }
    await writeFile(damaged, await readFile(join(intents, 'lexicon.yaml')));
    expect(await usedBeside(damaged)).toBe(base);
  });

  it('is left for a new one when the data changed', async () => {
    const file = join(intents, 'utterances/ja/other.jsonl');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}${utterance('またあした')}\n`);
    const { model, trained } = await ensureModel(intents, join(folder, 'other'), taught);
    await writeFile(file, before);
    expect([trained, model.fingerprint.includes('+')]).toEqual([true, false]);
  }, 60_000);
});

describe('what a model was taught', () => {
  it('is told by its name, whatever order the lessons came in', () => {
    expect(taughtFingerprint('f', LESSONS)).toBe(taughtFingerprint('f', LESSONS.toReversed()));
    expect(taughtFingerprint('f', LESSONS)).not.toBe(taughtFingerprint('f', LESSONS.slice(1)));
  });

  it('is still right while nothing of it was taken back', () => {
    const name = taughtFingerprint('f', LESSONS);
    expect(wasTaughtOnly(name, [...LESSONS, { text: '別の話', label: 'risk' }])).toBe(true);
    expect(wasTaughtOnly(name, LESSONS.slice(1))).toBe(false);
    expect(wasTaughtOnly(name, [])).toBe(false);
  });
});

describe('a new model is not worse', () => {
  const score: ModelScore = { right: 80, of: 100, offered: 9, compliance: 10 };

  it('when as much is right and as many compliance matters are met', () => {
    expect(isNotWorse(score, score)).toBe(true);
    expect(isNotWorse({ ...score, right: 81, offered: 10 }, score)).toBe(true);
    expect(isNotWorse({ ...score, right: 79 }, score)).toBe(false);
    expect(isNotWorse({ ...score, right: 95, offered: 8 }, score)).toBe(false);
  });
});
