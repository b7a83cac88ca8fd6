import { describe, expect, it } from 'vitest';
import { spelled, splitNumbers } from '../../../../src/platforms/web/page/parts/report-numbers.ts';

describe('a report number on the page', () => {
  it('is found among other words, however many there are', () => {
    const text = '受け付けました。番号は INC-26-7KQ4M と PRP-26-2WD8K です。';
    const stretches = splitNumbers(text);
    expect(stretches.filter(({ isNumber }) => isNumber).map((one) => one.text)).toEqual([
      'INC-26-7KQ4M',
      'PRP-26-2WD8K',
    ]);
    expect(stretches.map((one) => one.text).join('')).toBe(text);
  });

  it('is not seen in what only resembles one', () => {
    for (const text of ['INC-26-7KQ4', 'inc-26-7kq4m', 'XINC-26-7KQ4MX', 'INC-26-7KQ4I', ''])
      expect(splitNumbers(text).some(({ isNumber }) => isNumber)).toBe(false);
  });

  it('is read sign by sign', () => {
    expect(spelled('INC-26-7KQ4M')).toBe('INC 26 7 K Q 4 M');
  });
});
