import { beforeAll, describe, expect, it } from 'vitest';
import type { Label } from '../../src/domain/understanding.ts';
import { LABELS } from '../../src/domain/understanding.ts';
import { readDocument } from '../../src/recognition/features.ts';
import { labelProbabilities } from '../../src/recognition/label-model.ts';
import { decodeModel, encodeModel } from '../../src/recognition/model-file.ts';
import { see } from '../../src/recognition/seen-document.ts';
import type { Labelled } from '../../src/recognition/train-labels.ts';
import { optionsFor, trainLabels } from '../../src/recognition/train-labels.ts';
import { trainedRecognizer, type Trained } from './trained-recognizer.ts';

/** Enough for networks, if so few are to be enough. */
const MANY = 200;

let trained: Trained;
beforeAll(async () => {
  trained = await trainedRecognizer();
}, 180_000);

function read(text: string) {
  return readDocument(text, trained.tokenize, trained.lexicon);
}

/** Short messages of two labels, over and over: reading each once is enough. */
function lessons(count: number): Labelled<Label>[] {
  const kinds = [
    { document: read('誤送付'), label: 'incident' },
    { document: read('改善案'), label: 'proposal' },
  ] as const;
  return Array.from({ length: count }, (_, n) => kinds[n % 2]).filter((one) => one !== undefined);
}

describe('training to tell labels apart', () => {
  it('uses no networks for few examples: they would learn too little from them', () => {
    const model = trainLabels(lessons(60), LABELS);
    expect(model.networks).toEqual([]);
    expect(model.temperatures).toHaveLength(3);
  });

  it('uses none as long as there are fewer than it takes', () => {
    expect(trainLabels(lessons(MANY), LABELS, MANY + 1).networks).toEqual([]);
  });

  it('shows many examples fewer times, but not less often than is asked for', () => {
    expect(optionsFor(3_000).epochs).toBeGreaterThan(optionsFor(10_000).epochs);
    expect(optionsFor(100_000, 10).epochs).toBe(10);
  });
});

describe('a model of many examples', () => {
  it('has networks as further members, and is the same once it lies in a file', () => {
    const labels = trainLabels(lessons(MANY), LABELS, MANY);
    const { fingerprint, sides, thresholds } = trained.model;
    const restored = decodeModel(encodeModel({ ...labels, fingerprint, sides, thresholds }));
    const ask = (model: typeof labels, text: string) =>
      labelProbabilities(model, see(model.known, read(text)));
    expect(labels.networks.length).toBeGreaterThan(0);
    expect(labels.temperatures).toHaveLength(3 + labels.networks.length);
    for (const text of ['誤送付', '改善案', '誤送付の改善案', '']) {
      expect(ask(restored, text)).toEqual(ask(labels, text));
    }
    expect(ask(restored, '誤送付')[0]?.label).toBe('incident');
  });
});
