import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a table', () => {
  const heads = '氏名\t生年月日\t基礎年金番号\t電話';

  test('tells by its heads what its cells are', () => {
    expect(foundIn(`${heads}\n梅沢 凛\tS30.4.1\t4102638815\t24-5519`)).toEqual([
      ['name', '梅沢 凛'],
      ['birth_date', 'S30.4.1'],
      ['basic_pension_number', '4102638815'],
      ['phone', '24-5519'],
    ]);
  });

  test('of colleagues and extensions is left as it is', () => {
    expect(foundIn('所属\t氏名\t内線\n総務課\t梅沢課長\t201')).toEqual([]);
  });

  test('with other columns than its heads tells nothing', () => {
    expect(valuesOf('basic_pension_number', `${heads}\n4102638815\tS30.4.1`)).toEqual([]);
  });
});

describe('a number told as people tell it', () => {
  test.each([
    ['basic_pension_number', '年番4102の638815です', '4102の638815'],
    ['basic_pension_number', '4102638815←基番', '4102638815'],
    ['phone', '携帯は090の1234の5678', '090の1234の5678'],
    ['phone', '海外は +49 30 12345678 です', '+49 30 12345678'],
    ['phone', '自宅 24-5519', '24-5519'],
    ['postal_code', '〒旧 124-0014 新 120-0023', '120-0023'],
    ['bank_account', '普通1234567→2345678に訂正', '2345678'],
    ['bank_account', '口座 123-1234567', '123-1234567'],
    ['insurance_symbol', '健保 記号45010237 番号18・27・103', '103'],
    ['insurance_symbol', '健保番号 01020345-678', '678'],
    ['email', '連絡は umezawa(at)example.com へ', 'umezawa(at)example.com'],
  ] as const)('%s is hidden in %s', (kind, text, value) => {
    expect(valuesOf(kind, text)).toContain(value);
  });

  test('is put together where the line breaks behind a dash', () => {
    expect(valuesOf('phone', '電話 088-630-\n> 1482')).toEqual(['088-630-\n> 1482']);
  });

  test.each([
    '基礎年金番号は1234-567890みたいに書く',
    '決裁番号 2606-000412、施行 6/5',
    'テスト環境では0000-000000で登録',
    '予約は0570-05-4890へ',
    '4月1日生まれの方は前日に到達',
    '対象は昭和36年4月2日から昭和41年4月1日生まれの女性',
  ])('is none in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
