import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a symbol and a number written in one', () => {
  test.each([
    ['insurance_symbol', '保険証の記号番号は80120045-17です', ['80120045', '17']],
    [
      'insurance_symbol',
      '保険証の記号番号、二人分を逆に入力。80120045-17と80120045-71',
      ['80120045-17', '80120045-71'],
    ],
    ['insurance_symbol', '健康保険証を回収。夫73301120-59、妻44120033-7', ['73301120-59', '44120033-7']],
    ['insurance_symbol', '健保 80120045-17', ['80120045-17']],
    ['insurance_symbol', '73301120-59（協会けんぽの記号番号）', ['73301120-59']],
    ['insurance_symbol', '協会の方、記号1502 0033番号88って口頭で', ['1502 0033', '88']],
    ['bank_account', 'ゆうちょの通帳、記号が10150で番号9923461', ['10150', '9923461']],
    ['bank_account', '通帳の記号は10150で番号は9923461', ['10150', '9923461']],
    ['bank_account', 'ゆうちょ 番号9923461 記号10150', ['9923461', '10150']],
    ['bank_account', '通帳コピーあり。10340-41827761（記号-番号）', ['10340-41827761']],
    ['bank_account', '10340-41827761が口座とのこと', ['10340-41827761']],
  ] as const)('is hidden as %s in %s', (kind, text, values) => {
    expect(valuesOf(kind, text)).toEqual(values);
  });

  test.each([
    '保険証の追跡番号 12345678-12',
    '在庫表20260401-12を保険証の棚へ',
    '在庫コード 10340-41827761',
    '第10150-12号の通達、口座振替の件',
    '口座の件、伝票番号10340-41827',
    '記号で12件、番号で3件',
    '記号12345で10件',
  ])('is none in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe('a number', () => {
  test.each([
    ['正）1503-774412　1番違いの別人', 'basic_pension_number', '1503-774412'],
    ['訂正 1503-774412 2件目の方', 'basic_pension_number', '1503-774412'],
    ['普通 1234567 1番違い', 'bank_account', '1234567'],
    ['090-1234-5678 10時に折返し', 'phone', '090-1234-5678'],
  ] as const)('does not grow over what is counted behind it in %s', (text, kind, value) => {
    expect(foundIn(text)).toEqual([[kind, value]]);
  });

  test.each([
    '窓口装置の型番 4412-338091 の件',
    '4412-338091（型番）を交換',
    '機番は4412-338091',
    '証書は4-6-4の14桁、基番は4桁-6桁の10桁、雇保は4-6-1',
    '外線は03-5344-1100のまま、内線412',
    '代表03-5344-1100にかけ直す',
  ])('is nobody’s in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test.each(['外線03-5344-1100から入電', 'お客様の外線03-5344-1100'])('is somebody’s in %s', (text) => {
    expect(valuesOf('phone', text)).toEqual(['03-5344-1100']);
  });
});

describe('a postal code without its sign', () => {
  test.each(['036-8093の住所で登録', '036-8093に住む方', '036-8093在住', '036-8093の方から電話'])(
    'is hidden in %s',
    (text) => {
      expect(foundIn(text)).toEqual([['postal_code', '036-8093']]);
    },
  );

  test.each(['様式123-4567の方が新しい', '234-5678の住所録', '345-6789の方が合う'])(
    'is none in %s',
    (text) => {
      expect(foundIn(text)).toEqual([]);
    },
  );
});
