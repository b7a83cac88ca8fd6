import { describe, expect, test } from 'vitest';
import { calledIn } from '../../../src/recognition/mask/learned/called.ts';
import { createNameJudge } from '../../../src/recognition/mask/learned/name-judge.ts';
import { likelihood, trainJudge } from '../../../src/recognition/mask/learned/train-judge.ts';
import { loadDictionary } from '../../../src/recognition/tokenize.ts';
import { mask, valuesOf } from './masker-under-test.ts';

describe('whether who is called さん is a colleague, the message as a whole says', () => {
  test.each([
    '宛名ラベルの型紙、戸越さんに聞いて作り直します',
    '送別会の幹事は波多江さんにお願いしました',
    '研修の資料は蓑田さんが取りまとめています',
  ])('a colleague stays readable: %s', (text) => {
    expect(mask(text).text).toBe(text);
  });

  test.each([
    '蓑田さんから電話、年金証書が届かないとのこと',
    '蓑田さん来所、娘さんの戸籍を持参',
    // Nobody knows who is meant.
    '研修の資料は蓑田さんが取りまとめ、蓑田様の分も',
    '蓑田様、戸越様と波多江さん',
    '波多江さん、確認してくださいと苦情',
  ])('a customer is hidden: %s', (text) => {
    expect(valuesOf('name', text).length).toBeGreaterThanOrEqual(calledIn(text).length);
  });

  test('a number that is read aloud with さん is nobody who is called so', () => {
    expect(valuesOf('phone', '電話は「ぜろはちぜろ、さんさんいちよん、にーはちごーなな」').length).toBe(1);
  });
});

describe('a judge', () => {
  const clues = (...places: number[]) => Int32Array.from(places);

  test('learns which clues speak for what stays readable, and passes over those met too seldom', () => {
    const lessons = Array.from({ length: 20 }, (_, at) => ({
      clues: at === 0 ? clues(1, 9) : clues(at % 2 === 0 ? 1 : 2),
      staysReadable: at % 2 === 0,
    }));
    const weights = trainJudge(lessons);
    expect(likelihood(weights, clues(1))).toBeGreaterThan(0.6);
    expect(likelihood(weights, clues(2))).toBeLessThan(0.4);
    expect(weights[9]).toBe(0);
  });

  test('weighs a name against what the chain says of it, but for one that its form tells', async () => {
    const dictionary = await loadDictionary();
    const nothingKnown = createNameJudge(new Float32Array(1 << 20), dictionary);
    const span = { start: 0, end: 2 };
    expect(nothingKnown('梅沢に確認')(span, 0.99)).toBe(true);
    expect(nothingKnown('梅沢に確認')(span, 0.5)).toBe(false);
    expect(nothingKnown('ファム・ヴァンに確認')({ start: 0, end: 6 }, 0.7)).toBe(true);
  });
});
