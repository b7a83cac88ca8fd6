import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { countFrom, countText } from '../../src/cards/count-text.ts';

describe('numbers in a text box', () => {
  it('are read as they are written, exact, ranges and open-ended', () => {
    const bounds = fc.tuple(fc.nat(), fc.option(fc.nat()));
    fc.assert(
      fc.property(bounds, ([from, more]) => {
        const count = { kind: 'count' as const, from, to: more === null ? null : from + more };
        expect(countFrom(countText(count))).toEqual(count);
      }),
    );
  });

  it.each([
    ['３', 3, 3],
    ['1,234', 1234, 1234],
    [' 2 ～ 9 ', 2, 9],
    ['2-9', 2, 9],
    ['2–9', 2, 9],
    ['101~', 101, null],
  ])('are read however they are typed: %s', (text, from, to) => {
    expect(countFrom(text)).toEqual({ kind: 'count', from, to });
  });

  it.each(['', 'たくさん', '9〜2', '3.5', '-3', '〜9', '1234567890123456', '3x'])(
    'are not guessed: %s',
    (text) => {
      expect(countFrom(text)).toBeUndefined();
    },
  );
});
