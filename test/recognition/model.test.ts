import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitTemperature } from '../../src/recognition/calibrate.ts';
import { createRecognizer } from '../../src/recognition/create-recognizer.ts';
import { ensureModel } from '../../src/recognition/ensure-model.ts';
import { readDocument } from '../../src/recognition/features.ts';
import { decodeModel, encodeModel } from '../../src/recognition/model-file.ts';
import { labelProbabilities } from '../../src/recognition/label-model.ts';
import { see } from '../../src/recognition/seen-document.ts';
import { packFile, unpackFile, type SpanOfNumbers } from '../../src/recognition/packed-numbers.ts';
import { promote } from '../../src/recognition/promote.ts';
import { softmax } from '../../src/recognition/softmax-regression.ts';
import { fitThresholds } from '../../src/recognition/thresholds.ts';
import { readUtterances } from '../../src/recognition/utterances.ts';
import { smallIntents, utterance } from '../support/small-intents.ts';
import type { Trained } from './trained-recognizer.ts';
import { CONTEXT, INTENTS, MODEL_CACHE, trainedRecognizer, UNITS } from './trained-recognizer.ts';

let trained: Trained;
let folder: string;
beforeAll(async () => {
  trained = await trainedRecognizer();
  folder = await mkdtemp(join(tmpdir(), 'tsutae-model-'));
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the saved model', () => {
  it('predicts exactly what the trained one predicts', () => {
    const { model, tokenize, lexicon } = trained;
    const restored = decodeModel(encodeModel(model));
    const [before, after] = [model, restored].map((each) =>
      createRecognizer({ model: each, tokenize, lexicon, units: UNITS }),
    );
    for (const message of [
      '昨日誤送付がありました',
      '私の提案は?',
      '',
      'Lost a letter today',
      '待ち時間が長いと怒られました',
    ]) {
      const document = readDocument(message, tokenize, lexicon);
      const asked = (one: typeof model) => labelProbabilities(one, see(one.known, document));
      expect(asked(restored)).toEqual(asked(model));
      expect(after?.understand(message, CONTEXT)).toEqual(before?.understand(message, CONTEXT));
    }
  });

  it('is not trained again while nothing changed', async () => {
    const before = await stat(join(MODEL_CACHE, 'model.bin'));
    const again = await ensureModel(INTENTS, MODEL_CACHE);
    expect(again.trained).toBe(false);
    expect((await stat(join(MODEL_CACHE, 'model.bin'))).mtimeMs).toBe(before.mtimeMs);
  });
});

describe('a file that is no model', () => {
  it('is refused when it is cut off, keeps names instead of a table, or its table has no end', () => {
    const whole = encodeModel(trained.model);
    for (const length of [0, 3, 200, whole.length >> 1, whole.length - 4])
      expect(() => decodeModel(whole.slice(0, length))).toThrow();
    const { head } = unpackFile<object>(whole);
    expect(() => decodeModel(packFile(() => ({ ...head, vocabulary: ['w:封筒'] })))).toThrow();
    const endless = (integers: (numbers: Int32Array) => SpanOfNumbers) => ({
      slots: integers(Int32Array.of(1, 1)),
      fingerprints: integers(Int32Array.of(0, 0)),
    });
    expect(() =>
      decodeModel(packFile((_, integers) => ({ ...head, vocabulary: endless(integers) }))),
    ).toThrow('no vocabulary');
  });
});

describe('a small set of training data', () => {
  it('is trained anew when an utterance changes or the cache is damaged', async () => {
    const intents = await smallIntents(join(folder, 'intents'));
    const cache = join(folder, 'cache');
    expect((await ensureModel(intents, cache)).trained).toBe(true);
    expect((await ensureModel(intents, cache)).trained).toBe(false);
    const file = join(intents, 'utterances/ja/other.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}${utterance('またあした')}\n`);
    expect((await ensureModel(intents, cache)).trained).toBe(true);
    await writeFile(join(cache, 'model.bin'), '{');
    expect((await ensureModel(intents, cache)).trained).toBe(true);
  }, 60_000);

  it('gives a model that reads every message the same once it lies in a file', async () => {
    const intents = await smallIntents(join(folder, 'same'));
    const { model, trained: isNew } = await ensureModel(intents, join(folder, 'same-cache'));
    const { tokenize, lexicon } = trained;
    const [before, after] = [model, decodeModel(encodeModel(model))].map((each) =>
      createRecognizer({ model: each, tokenize, lexicon, units: UNITS }),
    );
    expect(isNew).toBe(true);
    for (const message of ['incident 3番目の話', 'riskの旗', '封筒の宛名がずれていた。すぐ見てほしい', '']) {
      expect(after?.understand(message, CONTEXT)).toEqual(before?.understand(message, CONTEXT));
      expect(after?.terms(message)).toEqual(before?.terms(message));
    }
  }, 60_000);

  it('is refused with file and line when a line cannot be read', async () => {
    const intents = await smallIntents(join(folder, 'broken'));
    await writeFile(join(intents, 'utterances/ja/risk.jsonl'), `${utterance('a')}\n{"text":""}\n`);
    await expect(readUtterances(join(intents, 'utterances'))).rejects.toThrow('line 2 of risk.jsonl');
  });
});

describe('calibration', () => {
  it('finds the temperature that the scores were heated by', () => {
    const scores = Array.from({ length: 400 }, (_, n) => [n % 4 === 0 ? 0 : 4, n % 4 === 0 ? 4 : 0]);
    const answers = scores.map((_, n) => (n % 8 === 0 ? 1 : 0));
    const temperature = fitTemperature(scores, answers);
    expect(softmax([4, 0], temperature)[0]).toBeGreaterThan(0.8);
  });

  it('assumes only from where 98 of 100 are right', () => {
    const judged = Array.from({ length: 200 }, (_, n) => ({
      confidence: 1 - n / 200,
      correct: n < 100,
      complianceProbability: n / 200,
      isCompliance: false,
    }));
    const thresholds = fitThresholds(judged);
    expect(thresholds.assume).toBeLessThanOrEqual(0.505);
    expect(thresholds.choose).toBeLessThanOrEqual(thresholds.assume);
    expect(
      judged.filter((row) => row.complianceProbability >= thresholds.compliance).length,
    ).toBeLessThanOrEqual(20);
  });

  it('never assumes when nothing was right', () => {
    const judged = Array.from({ length: 50 }, () => ({
      confidence: 0.9,
      correct: false,
      complianceProbability: 0,
      isCompliance: false,
    }));
    expect(fitThresholds(judged).assume).toBeGreaterThan(1);
  });
});

describe('promoting a guess', () => {
  it('keeps the sum of the probabilities', () => {
    const guesses = [
      { label: 'customer_voice', confidence: 0.9 },
      { label: 'incident', confidence: 0.08 },
      { label: 'other', confidence: 0.02 },
    ] as const;
    const promoted = promote(guesses, 'incident', 0.8);
    expect(promoted.map((guess) => guess.label)).toEqual(['incident', 'customer_voice', 'other']);
    expect(promoted[0]?.confidence).toBe(0.8);
    expect(promoted.reduce((sum, guess) => sum + guess.confidence, 0)).toBeCloseTo(1, 9);
  });
});
