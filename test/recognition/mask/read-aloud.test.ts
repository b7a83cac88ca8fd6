import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a number as it is said or written by hand', () => {
  test.each([
    ['〇九〇－三三八二－一一七六', 'phone', '〇九〇－三三八二－一一七六'],
    ['携帯はゼロキューゼロの三三一七の八八二四です', 'phone', 'ゼロキューゼロの三三一七の八八二四'],
    [
      '家はゼロキュウヨンニのサンサンのハチハチイチナナ',
      'phone',
      'ゼロキュウヨンニのサンサンのハチハチイチナナ',
    ],
    ['年番 五一一七の三三〇九八二', 'basic_pension_number', '五一一七の三三〇九八二'],
    ['個人番号は二八三九 四七一〇 五五二六', 'my_number', '二八三九 四七一〇 五五二六'],
  ] as const)('is hidden in %s', (text, kind, value) => {
    expect(foundIn(text)).toEqual([[kind, value]]);
  });

  test.each([
    '一二三四五六七八九と並べる',
    '三三五五集まる',
    '二〇二六年四月一日',
    '〇〇〇－〇〇〇〇－〇〇〇〇と書く',
  ])('is not seen in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe('an address of mail as it is said or spaced out', () => {
  test.each([
    ['転送先 s-hayama.0312 アット jmail.example.com', 's-hayama.0312 アット jmail.example.com'],
    ['ito . tokiko @ hmail . example . jp', 'ito . tokiko @ hmail . example . jp'],
    ['ケー・オオバ アット サンプル ドット ジェーピー と', 'ケー・オオバ アット サンプル ドット ジェーピー'],
    ['アットマークの前が y_kusunoki1951 です', 'y_kusunoki1951'],
  ])('is hidden in %s', (text, value) => {
    expect(valuesOf('email', text)).toEqual([value]);
  });

  test.each(['3 @ 100円', '@channel 確認お願いします', 'アットホームな窓口'])('is not seen in %s', (text) => {
    expect(valuesOf('email', text)).toEqual([]);
  });
});

describe('lines that everybody may call', () => {
  test.each(['0570-05-1165にかけてもつながらない', '03-6700-1165', '支店の0120-65-7830は委託先の窓口'])(
    '%s stays readable',
    (text) => {
      expect(foundIn(text)).toEqual([]);
    },
  );

  test.each(['勤務先0120-000-123に連絡', '連絡先は0120-123-456'])('but %s is hidden', (text) => {
    expect(valuesOf('phone', text)).toHaveLength(1);
  });
});

describe('a number whose name stands further away', () => {
  test.each([
    ['マイナンバーの登録が別人のもの。登録されていた番号：7390 2518 4463', 'my_number'],
    ['4 1 2 0 3 3 8 8 1 7 と一桁ずつ書いてあり基礎年金番号と思われる', 'basic_pension_number'],
    ['４４０２－１９３８－７７１６マイナンバーです', 'my_number'],
    ['被保険者は41160078-212の方（記号-番号）', 'insurance_symbol'],
    ['協会けんぽ 52018833　64', 'insurance_symbol'],
    ['種別：普通　番号：4410928', 'bank_account'],
    ['振込先 0338172(普) 伊予銀行', 'bank_account'],
    ['証書番号0523-118842-7431-1350', 'pension_certificate'],
    ['電話は088-6391-4420', 'phone'],
    ['06-6714-3385 内線 214', 'phone'],
  ] as const)('is hidden in %s', (text, kind) => {
    expect(valuesOf(kind, text).length).toBeGreaterThan(0);
    expect(foundIn(text).every(([found]) => found === kind)).toBe(true);
  });

  test.each([
    'マイナンバーの件、追跡番号6610-3387-2094で発送',
    '保守番号 S/N 8830-4471-2210',
    '様式番号の新旧対応です。旧様式 7210-1018-1001',
  ])('is another number in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
