import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a number with a slip', () => {
  test.each([
    ['basic_pension_number', '基礎年金番号 1234-56789（1桁足りない？）', '1234-56789'],
    ['basic_pension_number', '年番7109-4483（桁足らず）', '7109-4483'],
    ['basic_pension_number', '基番 4123-601158と4123601185、後ろが逆', '4123601185'],
    ['basic_pension_number', '基礎年金番号 正 3714-209958 誤 3714-20995', '3714-20995'],
    ['my_number', 'マイナンバー、12けたのはずが11けたしかない 25511848733', '25511848733'],
    ['employment_insurance', '雇用保険番号1234-56789-1（1桁足りない）', '1234-56789-1'],
    ['phone', '携帯 80-1234-5678 先頭の0がない', '80-1234-5678'],
    ['phone', '電話03-123-5678', '03-123-5678'],
    ['postal_code', '郵便番号123-456（桁足りず）', '123-456'],
    ['bank_account', '普通 123456（1桁足りない）', '123456'],
    ['email', 'taro.mihon@example,com（カンマになってる）', 'taro.mihon@example,com'],
    ['pension_certificate', '証書番号が読めない「3512-0488?1-1450」', '3512-0488?1-1450'],
  ] as const)('%s is hidden in %s', (kind, text, value) => {
    expect(valuesOf(kind, text)).toContain(value);
  });
});

describe('a number that was dictated', () => {
  test.each([
    ['phone', '番号は0 7 2 の 8 3 1 の 4 4 7 6', '0 7 2 の 8 3 1 の 4 4 7 6'],
    ['phone', '「077、522、…の、3184」って区切って', '077、522、…の、3184'],
    ['phone', '電話は0537の、えー、24の、6618', '0537の、えー、24の、6618'],
    [
      'phone',
      '携帯が〇九〇の、さんまるよん…いや、三〇四一の、八八二五',
      '〇九〇の、さんまるよん…いや、三〇四一の、八八二五',
    ],
    ['basic_pension_number', '番号は8102 の 33 57 19だって', '8102 の 33 57 19'],
    ['basic_pension_number', '年金の番号は三九一〇－五五七二四八です', '三九一〇－五五七二四八'],
    ['basic_pension_number', '3611-ﾊｲﾌﾝ-448027と読み上げ', '3611-ﾊｲﾌﾝ-448027'],
    [
      'employment_insurance',
      '雇用保険のカード見ながら「27の14、88の13の06、の3」',
      '27の14、88の13の06、の3',
    ],
    ['access_key', '17桁の 7730 1184 5529 0066 2 と読める', '7730 1184 5529 0066 2'],
    ['bank_account', 'ﾕｳﾁｮ 1 4 3 5 0の7 7 1 0 2 6 3 1', '1 4 3 5 0の7 7 1 0 2 6 3 1'],
    ['postal_code', '郵便番号は〇三一－〇八〇三', '〇三一－〇八〇三'],
    ['birth_date', '生年月日を「5の21の03の14」と言われた', '5の21の03の14'],
  ] as const)('%s is hidden in %s', (kind, text, value) => {
    expect(valuesOf(kind, text)).toEqual([value]);
  });

  test('is hidden where it is told in two parts', () => {
    expect(valuesOf('access_key', 'アクセスキーは前半61820374で後半が559102486')).toEqual([
      '61820374',
      '559102486',
    ]);
    expect(valuesOf('basic_pension_number', '基礎年金番号…\n前4桁 3120\n後ろ 448 907')).toEqual([
      '3120',
      '448 907',
    ]);
  });
});

describe('symbols and accounts', () => {
  test.each([
    ['insurance_symbol', '健保 記号 さ１２３ 番号 四五六', ['さ１２３', '四五六']],
    ['insurance_symbol', '健保組合から、記号1184の番号20957の人', ['1184', '20957']],
    ['insurance_symbol', '健康保険の記号だけ２５０４４、番号なし', ['２５０４４']],
    ['insurance_symbol', '資格確認書のコピー。21700023・145と記号と番号', ['21700023', '145']],
    ['insurance_symbol', '被保険者 31040025-67 の被扶養者異動届', ['31040025-67']],
    ['insurance_symbol', '事業所名\t健保記号\t健保番号\n見本運輸\t21500037\t118', ['21500037', '118']],
    ['bank_account', '口座相違。正→3071944　誤→3071994　普通', ['3071944', '3071994']],
    ['bank_account', '千代\tゆうちょ\t11150\t8834021', ['11150', '8834021']],
  ] as const)('%s are hidden in %s', (kind, text, values) => {
    expect(valuesOf(kind, text)).toEqual(values);
  });
});

describe('what is nobody’s', () => {
  test.each([
    'ゆうパック 6712-0045-3389 を今日出しました',
    '見積書 No. 7004-112233 の件',
    '水道使用者番号 1234-567890',
    '記入例は 1234-567890-1 と書く',
    '「1234-567890の書式になっているか」を見る関数',
    '5-300401みたいな7桁は和暦コード',
    '整理記号 01-ｲﾛﾊ 番号 12、健康保険の適用あり',
    '障害年金センターの直通て、03-5155-1933で合うてる？',
    '新潟西年金事務所 025-225-3008 の看板',
    'FAXは03-5344-1100（本部代表）へ',
    '番号は0479-54-1442の方が佐原年金事務所',
    '電力の問い合わせ先 0120-175-366',
    '〒880-8588 宮崎市天満2-4-23（宮崎年金事務所）に訂正',
    '年金事務所の場所聞かれた。〒550-0014 大阪市西区北堀江3-10-1',
    '当所のチラシに誤植。郵便番号が 014-0027',
    '保存期間5年（R12.3.31満了）',
    '業務処理要領 第3章2-5-1 を改正',
    '整理記号 大手前 は ｶﾐｻ、被保険者 17名',
    '証書番号下4けた1350のとこ',
  ])('stays readable: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe('a name told beside something else', () => {
  test.each([
    ['梅沢様（うめざわ？うめさわ？）', ['梅沢', 'うめざわ', 'うめさわ']],
    ['留守電に「ウメザワです、また電話します」', ['ウメザワ']],
    ['安部＝0774-22-5183　阿部＝0774-22-5138', ['安部', '阿部']],
    ['山川と山田を取違え', ['山川', '山田']],
    ['旧姓ﾀｹﾔﾏ　T14.11.3', ['ﾀｹﾔﾏ']],
    ['飯田ご夫妻の相談', ['飯田']],
    ['前園さんの件', ['前園']],
    ['ハマダはんから電話', ['ハマダ']],
    ['・唐木 拓真　3718-551207', ['唐木 拓真']],
  ])('is hidden in %s', (text, names) => {
    expect(valuesOf('name', text)).toEqual(names);
  });

  test.each([
    '内線4021の安達さんって今日お休みですか',
    '職員番号 403317 の岩佐です',
    '処理者：本渡　坂井',
    '当日の配置：1番 山根、2番 西',
    '社会保険労務士法人みどり野',
  ])('is one of a colleague or a firm in %s', (text) => {
    expect(valuesOf('name', text)).toEqual([]);
  });
});
