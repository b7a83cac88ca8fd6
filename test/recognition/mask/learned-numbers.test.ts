import { describe, expect, test } from 'vitest';
import { isNumberAt } from '../../../src/recognition/mask/learned/is-plausible-number.ts';
import { sortOfNumber } from '../../../src/recognition/mask/learned/sort-of-number.ts';

/** Where 【】 stands in the text. */
function marked(text: string): [string, number, number] {
  const start = text.indexOf('【');
  return [text.replace(/[【】]/gu, ''), start, text.indexOf('】') - 1];
}

describe('what examples take for a number of somebody', () => {
  test.each([
    '番号はね、【7 4 9 0・3 3 8・1 5 2】です',
    '裏面に【7702158】が写っていました',
    '末尾は【985】だそうです',
    '留守電「【八〇八〇の三一六二】」のみ',
    '様の枝番【02】が無い',
    '電話は0857-28-3341、メモでは【28-3314】',
    '聞こえたのは【ゼロハチハチの】まで',
    'TEL【0867-22】まで聞こえた',
  ])('may be one in %s', (text) => {
    expect(isNumberAt(...marked(text))).toBe(true);
  });

  test.each([
    '追跡番号4482-【7710-3659】、どこで入れ替わった',
    '勧奨は目標220に対して【198】',
    '引受番号【428-19-07735】',
    '年金コード表、【0120】のメモ',
    '【2026-01-19】 10:02 INFO',
    '内線【62-4419】へ',
    '転送先を内線4238と【4328】でまちがえ',
    '店番は【512】、口座番号は別に',
    'ドメインは【@example.jp】です',
    'ジョブ 【0260-114873】 開始9:02',
    'トラッキング番号 【3092-8815-4670】',
    'E【1107】（住所不一致）655',
    '#【7719】、担当が退職',
    '製造番号FM-88-【40317】のカウンター',
    'id 【88200】番台の40件',
    '【1234】円の過払い',
    '12:【3045】に着',
    '【987654321012】',
    'マイナンバー【987654】',
    '番号 1234567 枝番【02】',
    '【234-5678】の住所録',
    '【20250401153045】のログ',
    'PRP no. 【0412】 - accepted?',
  ])('is none in %s', (text) => {
    expect(isNumberAt(...marked(text))).toBe(false);
  });
});

describe('the sort of a number that examples have seen', () => {
  test.each([
    ['マイナンバーは【7309 1852 40】まで', 'my_number'],
    ['携帯は「【070】、えー', 'phone'],
    ['ご本人から【0268 75 4410】', 'phone'],
    ['労金の口座、番号は【419 5082】', 'bank_account'],
    ['基礎番【30628 63358】のように', 'basic_pension_number'],
    ['被保険者証の記号は【4016】', 'insurance_symbol'],
    ['さっきの訂正です。【320-0875】', 'postal_code'],
    ['電話0857-28-3341が正。メモは「【28-3314】」', 'phone'],
    ['【613905274488】、桁ずれ', 'my_number'],
    ['【taro@example.com】から', 'email'],
    ['裏面に【7702158】が写っていました', 'number'],
  ])('in %s is %s', (text, kind) => {
    expect(sortOfNumber(...marked(text))).toBe(kind);
  });
});
