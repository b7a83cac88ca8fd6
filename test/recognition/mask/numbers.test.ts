import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMyNumber, myNumberCheckDigit } from '../../../src/recognition/mask/check-digit.ts';
import { foundIn, fullWidth, inGroups, mask, myNumberFrom, valuesOf } from './masker-under-test.ts';

const MY_NUMBER = myNumberFrom('98765432101');
const WRONG_CHECK = MY_NUMBER.slice(0, 11) + String((Number(MY_NUMBER[11]) + 1) % 10);

describe('basic pension number', () => {
  test.each([
    ['1234-567890です', '1234-567890'],
    ['１２３４－５６７８９０の方', '１２３４－５６７８９０'],
    ['1234ー567890', '1234ー567890'],
    ['1234‐567890', '1234‐567890'],
    ['1234 - 567890', '1234 - 567890'],
    ['1234 567890', '1234 567890'],
    ['1234　567890', '1234　567890'],
    ['基礎年金番号1234567890', '1234567890'],
    ['基礎年金番号は「１２３４５６７８９０」', '１２３４５６７８９０'],
    ['年番 1234567890', '1234567890'],
    ['基礎年金番号\n1234567890', '1234567890'],
    ['ｷﾊﾞﾝは不明、基番：0312345678', '0312345678'],
    ['1234567890（基礎年金番号）', '1234567890'],
    ['基番 1 2 3 4 - 5 6 7 8 9 0', '1 2 3 4 - 5 6 7 8 9 0'],
    ['1234\u200b-567890', '1234\u200b-567890'],
    ['基礎年金番号 1234_567890', '1234_567890'],
    ['基礎年金№1234567890', '1234567890'],
  ])('is found in %s', (text, value) => {
    expect(foundIn(text)).toEqual([['basic_pension_number', value]]);
  });

  test.each([
    '1234567890を入力した',
    '受付番号 1234567890',
    '管理番号1234-567890',
    '伝票番号1234-567890',
    '1234567890円',
    '基礎年金番号10桁を確認',
    '基番の入力誤りが12件',
    'INV-1234-567890',
    '12345-67890',
    '123-4567890',
    '1234-5678901',
    '91234-567890',
    '1,234,567,890',
    '通知書番号2026-000123',
    'scan_2026_000123.pdf',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('basic_pension_number', text)).toEqual([]);
  });
});

describe('My Number', () => {
  test.each([
    [MY_NUMBER, MY_NUMBER],
    [`番号は${MY_NUMBER}です`, MY_NUMBER],
    [inGroups(MY_NUMBER, [4, 4, 4], '-'), inGroups(MY_NUMBER, [4, 4, 4], '-')],
    [inGroups(MY_NUMBER, [4, 4, 4], ' '), inGroups(MY_NUMBER, [4, 4, 4], ' ')],
    [fullWidth(MY_NUMBER), fullWidth(MY_NUMBER)],
    [`マイナンバー${WRONG_CHECK}`, WRONG_CHECK],
    [`ﾏｲﾅﾝﾊﾞｰ ${WRONG_CHECK}`, WRONG_CHECK],
    [`個人番号：${WRONG_CHECK}`, WRONG_CHECK],
    [`マイナは ${inGroups(WRONG_CHECK, [4, 4, 4], '-')}`, inGroups(WRONG_CHECK, [4, 4, 4], '-')],
    [`マイナカードの番号「${WRONG_CHECK}」`, WRONG_CHECK],
    ['個人番号202504011530', '202504011530'],
    [`My number: ${WRONG_CHECK}`, WRONG_CHECK],
    [`${WRONG_CHECK}（マイナンバー）`, WRONG_CHECK],
    [`マイナンバーは${inGroups(WRONG_CHECK, [4, 4, 4], '.')}`, inGroups(WRONG_CHECK, [4, 4, 4], '.')],
  ])('is found in %s', (text, value) => {
    expect(foundIn(text)).toEqual([['my_number', value]]);
  });

  test.each([
    WRONG_CHECK,
    inGroups(WRONG_CHECK, [4, 4, 4], '-'),
    `伝票番号${MY_NUMBER}`,
    `追跡番号 ${inGroups(MY_NUMBER, [4, 4, 4], '-')}`,
    `お問い合わせ番号：${MY_NUMBER}`,
    `送り状 ${MY_NUMBER}`,
    `${MY_NUMBER}円`,
    `${MY_NUMBER}1`,
    `1-${inGroups(MY_NUMBER, [4, 4, 4], '-')}`,
    `法人番号7${MY_NUMBER}`,
    'マイナンバーの確認が12件',
    'マイナス 123456',
    `マイナンバー${MY_NUMBER.slice(0, 6)}`,
  ])('is not seen in %s', (text) => {
    expect(valuesOf('my_number', text)).toEqual([]);
  });

  test('no time stamp is taken for one, even when the check digit fits', () => {
    const minute = fc.date({ min: new Date('2001-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(minute, (date) => {
        const stamp = date.toISOString().replace(/\D/g, '').slice(0, 12);
        expect(mask(`${stamp} に発生`).found).toEqual([]);
      }),
    );
  });

  test('exactly one last digit passes the check', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (eleven) => {
        const passing = Array.from('0123456789').filter((last) => isMyNumber(eleven + last));
        expect(passing).toEqual([String(myNumberCheckDigit(eleven))]);
      }),
    );
  });
});

describe('other numbers of a person', () => {
  test.each([
    ['pension_certificate', '1234-567890-1150', '1234-567890-1150'],
    ['pension_certificate', '基礎年金番号・年金コード 1234-567890-1150', '1234-567890-1150'],
    ['insurance_symbol', '枝番は03（保険証）', '03'],
    ['bank_account', '振込口座：普7654321', '7654321'],
    ['pension_certificate', '年金証書の番号 12345678901350', '12345678901350'],
    ['pension_certificate', '証書番号1234 567890 1450', '1234 567890 1450'],
    ['pension_certificate', '１２３４－５６７８９０－５９５０', '１２３４－５６７８９０－５９５０'],
    ['employment_insurance', '雇用保険 1234-567890-1', '1234-567890-1'],
    ['employment_insurance', '1234ー567890ー1', '1234ー567890ー1'],
    ['employment_insurance', '雇用保険被保険者番号12345678901', '12345678901'],
    ['access_key', 'アクセスキーは12345678901234567', '12345678901234567'],
    ['access_key', 'ｱｸｾｽｷｰ 20250401153045123', '20250401153045123'],
    ['insurance_symbol', '保険証 記号・番号12345678', '12345678'],
    ['insurance_symbol', '健康保険証の番号 4567', '4567'],
    ['bank_account', '普通 1234567', '1234567'],
    ['bank_account', '口座（普通）１２３４５６７', '１２３４５６７'],
    ['bank_account', '当座預金口座番号：7654321', '7654321'],
  ] as const)('%s is found in %s', (kind, text, value) => {
    expect(foundIn(text)).toEqual([[kind, value]]);
  });

  test('every number of a list and of a correction is hidden', () => {
    const three = ['1234-567890', '1234-567891', '1234-567892'];
    expect(valuesOf('basic_pension_number', `${three.join(',')}の3名`)).toEqual(three);
    expect(valuesOf('bank_account', '口座番号は1234567ではなく7654321')).toEqual(['1234567', '7654321']);
  });

  test('symbol, number and branch of an insurance card are hidden each', () => {
    expect(valuesOf('insurance_symbol', '記号12345678 番号123 枝番01')).toEqual(['12345678', '123', '01']);
  });

  test('the symbol and number of the post bank are an account', () => {
    expect(valuesOf('bank_account', '記号11940 番号12345671')).toEqual(['11940', '12345671']);
    expect(valuesOf('bank_account', '記号番号 11940-1-12345671')).toEqual(['11940-1', '12345671']);
    expect(valuesOf('bank_account', 'ゆうちょ 11940-12345671')).toEqual(['11940', '12345671']);
  });

  test.each([
    '法人番号1234567890123',
    '1234567890123',
    '20250401153045',
    '20250401153045123',
    '12,345,678円',
    '合計 12345678円を1200件',
    'INC-26-7KQ4M と voc-25-12a34',
    'ＩＮＣ－２６－７ＫＱ４Ｍ',
    '11940-12345671',
    '普通に説明した。番号1番',
    '口座振替 3件、口座番号の登録ミス',
    '番号 1234567 枝番02',
    '記号の説明は12ページ',
  ])('nothing is hidden in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  test('the number of a business is flagged and stays', () => {
    const masked = mask('事業所整理記号 12-ｱｲｳ 番号12345');
    expect(masked.found).toEqual([]);
    expect(masked.sensitive).toEqual(['business_number']);
  });
});
