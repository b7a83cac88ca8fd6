import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReportNumbers } from '../../../src/recognition/extract/report-numbers.ts';
import { normalize } from '../../../src/recognition/normalize.ts';

function numbersIn(text: string): string[] {
  return findReportNumbers(normalize(text).text).map((number) => number.value);
}

describe('report numbers in any typing', () => {
  it.each([
    ['INC-26-7KQ4Mは？', 'INC-26-7KQ4M'],
    ['inc-26-7kq4m はどうなりました', 'INC-26-7KQ4M'],
    ['ＩＮＣ－２６－７ＫＱ４Ｍの件', 'INC-26-7KQ4M'],
    ['inc267kq4mどこ', 'INC-26-7KQ4M'],
    ['INC 26 7K Q4M', 'INC-26-7KQ4M'],
    ['INCー26ー7KQ4M', 'INC-26-7KQ4M'],
    ['prp-26-o0il1a', 'none'],
    ['PRP-26-OIL2A', 'PRP-26-0112A'],
    ['voc‐26‐3FZ1K', 'VOC-26-3FZ1K'],
    ['INC-26-QQQQQは？', 'INC-26-QQQQQ'],
    ['INC.26.7KQ4M', 'INC-26-7KQ4M'],
    ['inc#26-7kq4m', 'INC-26-7KQ4M'],
    ['ＩＮＣ　２６　７ＫＱ４Ｍ', 'INC-26-7KQ4M'],
    ['INC−26−7KQ4M', 'INC-26-7KQ4M'],
    ['ＩＮＣー２６ー７ＫＱ４Ｍ', 'INC-26-7KQ4M'],
    ['iNc_26_7kQ4m', 'INC-26-7KQ4M'],
    ['inc-26-7 k q 4 m', 'INC-26-7KQ4M'],
    ['「INC-26-7KQ4M」', 'INC-26-7KQ4M'],
    ['INC-26-7KQ4Mの追記', 'INC-26-7KQ4M'],
    ['INC 26-\n7KQ4M', 'INC-26-7KQ4M'],
    ['INC-２６-７kq4m', 'INC-26-7KQ4M'],
    ['ref:VOC-26-3FZ1K.', 'VOC-26-3FZ1K'],
    ['INC-2６-7ＫQ4M', 'INC-26-7KQ4M'],
    ['INC:26-7KQ4M', 'INC-26-7KQ4M'],
    ['INC－26－7KQ4M、PRP-26-3H5JK', 'INC-26-7KQ4M'],
    ['INC–26–7KQ4M', 'INC-26-7KQ4M'],
    ['INC—26—7KQ4M', 'INC-26-7KQ4M'],
    ['【RSK-26-9A9A9】', 'RSK-26-9A9A9'],
    ['INC - 26 - 7KQ4M', 'INC-26-7KQ4M'],
  ])('reads %s as %s', (text, expected) => {
    expect(numbersIn(text)[0] ?? 'none').toBe(expected);
  });

  it.each([
    'INC-26-12345',
    'INC-26-7KQ4',
    'INC-26-7KUQ4',
    '03-1234-5678',
    'ABC-26-7KQ4M',
    'INC-26-7KQ4MX',
    'XINC-26-7KQ4M',
    'INC-26',
    'incident 26 items',
  ])('takes %s for none', (text) => {
    expect(numbersIn(text)).toEqual([]);
  });

  it('finds every number however it is spaced, cased or widened', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    const body = fc.array(sign, { minLength: 5, maxLength: 5 }).map((signs) => signs.join(''));
    const number = fc
      .tuple(
        fc.constantFrom('INC', 'PRP', 'VOC', 'CMP', 'RSK', 'KNW'),
        fc.integer({ min: 10, max: 99 }),
        body,
      )
      .filter(([, , id]) => /[A-Z]/.test(id));
    const gap = fc.constantFrom('-', '', ' ', '－', ' - ');
    fc.assert(
      fc.property(number, gap, fc.boolean(), ([code, year, id], between, lower) => {
        const typed = [code, String(year), id].join(between === ' - ' ? '-' : between);
        expect(numbersIn(`${lower ? typed.toLowerCase() : typed} の件`)).toEqual([`${code}-${year}-${id}`]);
      }),
    );
  });
});
