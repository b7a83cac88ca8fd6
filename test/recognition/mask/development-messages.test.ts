import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MaskingCase } from '../../../src/recognition/evaluate/evaluation-sets.ts';
import { readMaskingCases } from '../../../src/recognition/evaluate/evaluation-sets.ts';
import { scoreMasking } from '../../../src/recognition/evaluate/score-masking.ts';
import { mask } from './masker-under-test.ts';

const DEVELOPMENT = join(import.meta.dirname, '../../../intents/development');

let cases: MaskingCase[];
beforeAll(async () => {
  cases = await readMaskingCases(DEVELOPMENT);
});

/** So many messages, each masked in some milliseconds, on a machine that has other tests to run. */
const ALL_OF_THEM_MS = 120_000;

describe('the development messages for masking', () => {
  it('hold at least 250 with personal data and 150 that only look like it', () => {
    const withData = cases.filter(({ personal }) => personal.length > 0);
    expect(withData.length).toBeGreaterThanOrEqual(250);
    expect(cases.length - withData.length).toBeGreaterThanOrEqual(150);
  });

  it(
    'lose every number but one in a hundred, every word but one in twenty, and little else',
    () => {
      const { numbers, words, falsePositives } = scoreMasking({ mask }, cases);
      expect(numbers.value).toBeGreaterThanOrEqual(0.99);
      expect(words.value).toBeGreaterThanOrEqual(0.95);
      expect(falsePositives.value).toBeLessThanOrEqual(1 / 50);
    },
    ALL_OF_THEM_MS,
  );
});
