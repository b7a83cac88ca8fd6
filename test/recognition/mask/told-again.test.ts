import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a number that is told again', () => {
  test.each([
    ['口座番号は1234567を1234576と打ち間違い', 'bank_account', ['1234567', '1234576']],
    [
      '基番3201-774830、ハイフン抜きの3201774830だと出る',
      'basic_pension_number',
      ['3201-774830', '3201774830'],
    ],
    ['電話0857-28-3341が正。メモは「28-3314」', 'phone', ['0857-28-3341', '28-3314']],
    ['マイナンバー4402 1938 7716 誤 4402 1938 7761', 'my_number', ['4402 1938 7716', '4402 1938 7761']],
  ] as const)('is hidden each time in %s', (text, kind, values) => {
    expect(valuesOf(kind, text)).toEqual(values);
  });

  test.each(['携帯090-1234-5678、請求額は1,234,567円', '〒123-4567、在庫は4200000枚'])(
    'is not an amount that resembles it: %s',
    (text) => {
      expect(foundIn(text)).toHaveLength(1);
    },
  );
});

describe('what is told in part', () => {
  test.each([
    ['個人番号の後ろ4桁 8821を読み上げた', 'my_number', '8821'],
    ['基番の下6桁は448203', 'basic_pension_number', '448203'],
    ['携帯の末尾4桁が7719', 'phone', '7719'],
  ] as const)('is hidden in %s', (text, kind, value) => {
    expect(valuesOf(kind, text)).toEqual([value]);
  });

  test.each(['受付票の下4桁は8821', '4桁の内線'])('but not of what is nobody’s: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe('a name beside one that is found', () => {
  test.each([
    ['梅沢様（うめざわ）来所', ['梅沢', 'うめざわ']],
    ['梅沢様と林の証書を取り違え', ['梅沢', '林']],
    ['ヤマネ カズオ 0853-21-6638', ['ヤマネ カズオ']],
    ['お名前の「祐子」が「裕子」に', ['祐子', '裕子']],
    ['旧姓八重樫、新姓沢藤で届出', ['八重樫', '沢藤']],
  ])('is hidden in %s', (text, names) => {
    for (const name of names) expect(valuesOf('name', text)).toContain(name);
  });

  test.each([
    'フリガナの「ヅ」が「ズ」になる',
    '氏名欄の「旧姓」を「通称」に変更',
    '旧姓併記の届',
    'システム エラー 3件',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });
});
