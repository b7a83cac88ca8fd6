import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralValue } from '../../../src/recognition/extract/numerals.ts';
import type { Unit } from '../../../src/recognition/extract/quantities.ts';
import { findQuantities } from '../../../src/recognition/extract/quantities.ts';
import { normalize } from '../../../src/recognition/normalize.ts';

function quantity(text: string, unit: Unit): [number, number | null] | null {
  const value = findQuantities(normalize(text).text).find((each) => each.value.unit === unit)?.value;
  return value === undefined ? null : [value.from, value.to];
}

describe('counts and amounts in a message', () => {
  it.each<[string, Unit, [number, number | null]]>([
    ['5名分の名簿', 'people', [5, 5]],
    ['３人分です', 'people', [3, 3]],
    ['二人のお客様', 'people', [2, 2]],
    ['十二名が対象', 'people', [12, 12]],
    ['約50名', 'people', [50, 50]],
    ['5〜6人', 'people', [5, 6]],
    ['10～100人', 'people', [10, 100]],
    ['100人以上', 'people', [100, null]],
    ['数名の方', 'people', [2, 9]],
    ['1,800人分', 'people', [1800, 1800]],
    ['封筒2通が逆', 'papers', [2, 2]],
    ['誤送信1件', 'cases', [1, 1]],
    ['84万円の未払い', 'yen', [840_000, 840_000]],
    ['1億2千万円', 'yen', [120_000_000, 120_000_000]],
    ['12,345円', 'yen', [12_345, 12_345]],
    ['1000000円', 'yen', [1_000_000, 1_000_000]],
    ['百五十万円', 'yen', [1_500_000, 1_500_000]],
    ['data of 3 people', 'people', [3, 3]],
  ])('reads %s as %s %j', (text, unit, expected) => {
    expect(quantity(text, unit)).toEqual(expected);
  });

  it.each([
    '窓口に30人待ち',
    '職員3人で探しています',
    '2人で確認しています',
    '3人目のお客様',
    '窓口端末3台が動きません',
  ])('counts no affected people in %s', (text) => {
    expect(quantity(text, 'people')).toBeNull();
  });

  it('reads every number written in figures with separators', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (n) => {
        expect(numeralValue(n.toLocaleString('en-US'))).toBe(n);
      }),
    );
  });
});
