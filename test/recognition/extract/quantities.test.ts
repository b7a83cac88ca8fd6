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
    ['約三十名', 'people', [30, 30]],
    ['2,3人', 'people', [2, 3]],
    ['２，３人', 'people', [2, 3]],
    ['5,6件', 'cases', [5, 6]],
    ['二、三人', 'people', [2, 3]],
    ['2~3名', 'people', [2, 3]],
    ['2～3名', 'people', [2, 3]],
    ['2-3名', 'people', [2, 3]],
    ['十五、六人', 'people', [15, 16]],
    ['15、6人', 'people', [15, 16]],
    ['数十人', 'people', [20, 90]],
    ['十数人', 'people', [11, 19]],
    ['数百名', 'people', [200, 900]],
    ['百人近く', 'people', [100, 100]],
    ['100名を超える', 'people', [101, null]],
    ['少なくとも10人', 'people', [10, null]],
    ['最低10名', 'people', [10, null]],
    ['10人余り', 'people', [10, null]],
    ['10名弱', 'people', [10, 10]],
    ['30名前後', 'people', [30, 30]],
    ['10人未満', 'people', [0, 9]],
    ['お一人様', 'people', [1, 1]],
    ['三百二十一名', 'people', [321, 321]],
    ['1,234名', 'people', [1234, 1234]],
    ['１２３名', 'people', [123, 123]],
    ['1万2千人', 'people', [12000, 12000]],
    ['1.2万人', 'people', [12000, 12000]],
    ['2〜3千人', 'people', [2000, 3000]],
    ['2、3百人', 'people', [200, 300]],
    ['千二百円', 'yen', [1200, 1200]],
    ['1万2千円', 'yen', [12000, 12000]],
    ['12万3,456円', 'yen', [123456, 123456]],
    ['1万2,345円', 'yen', [12345, 12345]],
    ['50〜60万円', 'yen', [500000, 600000]],
    ['数万円', 'yen', [20000, 90000]],
    ['数十万円', 'yen', [200000, 900000]],
    ['¥12,345', 'yen', [12345, 12345]],
    ['￥１２，３４５', 'yen', [12345, 12345]],
    ['1,234千円', 'yen', [1234000, 1234000]],
    ['2百万円', 'yen', [2000000, 2000000]],
    ['三万五千円', 'yen', [35000, 35000]],
    ['1.5万円', 'yen', [15000, 15000]],
    ['1億円', 'yen', [100000000, 100000000]],
    ['1千2百万円', 'yen', [12000000, 12000000]],
    ['100万円超', 'yen', [1000001, null]],
    ['50万円以上', 'yen', [500000, null]],
    ['500万円を下らない', 'yen', [5000000, null]],
    ['2通の封筒', 'papers', [2, 2]],
    ['１２部', 'papers', [12, 12]],
    ['0件', 'cases', [0, 0]],
    ['10件中2件', 'cases', [10, 10]],
    ['対象者は5人です', 'people', [5, 5]],
    ['受給者100人分', 'people', [100, 100]],
    ['5人分', 'people', [5, 5]],
    ['3名様の', 'people', [3, 3]],
    ['約1,200人', 'people', [1200, 1200]],
    ['千人規模', 'people', [1000, 1000]],
    ['about 40 customers', 'people', [40, 40]],
    ['3 or 4 people', 'people', [3, 4]],
    ['at least 10 people', 'people', [10, null]],
    ['〔氏名〕様ほか2名の通知', 'people', [3, 3]],
    ['一家3人の届', 'people', [3, 3]],
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

  it.each<[string, Unit]>([
    ['ひとり', 'people'],
    ['一人暮らしの方', 'people'],
    ['2人暮らし', 'people'],
    ['一人ひとりに', 'people'],
    ['4人家族', 'people'],
    ['1人あたり30分', 'people'],
    ['100人に1人の割合', 'people'],
    ['一人親', 'people'],
    ['3枚目', 'papers'],
    ['1件あたり', 'cases'],
    ['3件目', 'cases'],
    ['職員2名で確認', 'people'],
    ['3人体制で', 'people'],
    ['2人とも無傷', 'people'],
    ['84円切手', 'yen'],
    ['12人待ち', 'people'],
    ['5人目', 'people'],
  ])('reads %s as no count of %s', (text, unit) => {
    expect(quantity(text, unit)).toBeNull();
  });

  it('reads every number written in figures with separators', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (n) => {
        expect(numeralValue(n.toLocaleString('en-US'))).toBe(n);
      }),
    );
  });
});
