import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/recognition/features.ts';
import { KnownFeatures } from '../../src/recognition/known-features.ts';
import { see } from '../../src/recognition/seen-document.ts';
import { sideDocument, tellingProbability } from '../../src/recognition/side-models.ts';
import { trainSideModels } from '../../src/recognition/train-sides.ts';
import { trainedRecognizer, type Trained } from './trained-recognizer.ts';

let trained: Trained;
beforeAll(async () => {
  trained = await trainedRecognizer();
}, 180_000);

const MATTERS = ['通知', '納付書', '届出', '証書', '申請書', '案内', '年金手帳', '払込票'];

describe('what one sentence of many tells', () => {
  it('is learned to be told by that sentence, and not by those that stand beside it', () => {
    const { tokenize, lexicon } = trained;
    const read = (text: string) => readDocument(text, tokenize, lexicon);
    const voice = (text: string, hasError: boolean) => ({
      document: read(text),
      label: 'customer_voice' as const,
      voiceKind: null,
      subtype: null,
      suspicions: hasError ? (['clerical_error'] as const) : [],
      urgent: false,
    });
    const beside = '駐車場が狭いと言われました。';
    const known = new KnownFeatures();
    const sides = trainSideModels(
      MATTERS.flatMap((matter) => [
        voice(`${beside}${matter}は隣の人のものでした。${beside}`, true),
        voice(`${beside}${matter}は分かりやすいそうです。`, false),
        voice(`${matter}は見やすいそうです。`, false),
      ]),
      known,
    );
    const probability = (text: string) =>
      tellingProbability(sides.clerical_error, sideDocument(known, see(known, read(text)), 'customer_voice'));
    expect(probability('封筒は隣の人のものでした。')).toBeGreaterThan(0.5);
    expect(probability(`${beside}${beside}`)).toBeLessThan(0.5);
    expect(probability(`${beside}封筒は隣の人のものでした。バスも少ないそうです。`)).toBeGreaterThan(0.5);
  });
});
