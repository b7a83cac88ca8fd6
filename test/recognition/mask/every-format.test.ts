import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonalDataKind } from '../../../src/recognition/mask/mask.ts';
import { foundIn, fullWidth, inGroups, mask, myNumberFrom } from './masker-under-test.ts';

interface Format {
  kind: PersonalDataKind;
  labels: readonly string[];
  digits: fc.Arbitrary<string>;
  groups: readonly (readonly number[])[];
}

const digits = (length: number, first: string) =>
  fc.stringMatching(new RegExp(`^\\d{${String(length - first.length)}}$`)).map((rest) => first + rest);

const FORMATS: readonly Format[] = [
  {
    kind: 'basic_pension_number',
    labels: ['基礎年金番号', '年番', '基番', '年金番号', 'ｷﾊﾞﾝ', '基礎年金№', 'ねんきん番号'],
    digits: digits(10, '4'),
    groups: [[4, 6], [10]],
  },
  {
    kind: 'pension_certificate',
    labels: ['年金証書番号', '証書番号', '証書の番号', '証書'],
    digits: digits(10, '4').map((ten) => `${ten}1150`),
    groups: [[4, 6, 4], [14]],
  },
  {
    kind: 'my_number',
    labels: ['マイナンバー', '個人番号', 'マイナ', 'ﾏｲﾅﾝﾊﾞｰ', '個番'],
    digits: digits(11, '4').map(myNumberFrom),
    groups: [[4, 4, 4], [12], [6, 6]],
  },
  {
    kind: 'employment_insurance',
    labels: ['雇用保険番号', '雇保番号', '雇保', '離職票の番号'],
    digits: digits(11, '1'),
    groups: [[4, 6, 1], [11]],
  },
  {
    kind: 'access_key',
    labels: ['アクセスキー', 'ｱｸｾｽｷｰ'],
    digits: digits(17, '4'),
    groups: [[17], [5, 6, 6]],
  },
  {
    kind: 'phone',
    labels: ['電話', 'TEL', '℡', '携帯', '連絡先', '折返し', '☎', 'ﾃﾞﾝﾜ', ''],
    digits: digits(11, '090'),
    groups: [
      [3, 4, 4],
      [3, 8],
    ],
  },
  {
    kind: 'phone',
    labels: ['自宅', '固定', 'FAX', '勤務先', '実家', '電話番号'],
    digits: digits(10, '045'),
    groups: [[3, 3, 4], [10]],
  },
  {
    kind: 'bank_account',
    labels: ['普通', '口座番号', '当座', '(普)'],
    digits: digits(7, '4'),
    groups: [[7]],
  },
];

const HYPHENS = ['-', '‐', '－', 'ー', '―', '−', '–', ' ', '　', ' - '];
const KANJI = '〇一二三四五六七八九';
const WRITTEN: readonly ((number: string) => string)[] = [
  (number) => number,
  fullWidth,
  (number) => number.replace(/\d/g, (digit) => KANJI[Number(digit)] ?? ''),
];
const PLACED: readonly ((label: string, number: string) => string)[] = [
  (label, number) => `${label}${number}`,
  (label, number) => `${label}：${number}です。確認をお願いします`,
  (label, number) => `${label}は「${number}」とのこと`,
  (label, number) => `${label}\n${number}`,
  (label, number) => `${label}→${number}`,
];

/** Amounts, codes and what is carried have as many digits. */
const OTHERWISE: readonly ((number: string) => string)[] = [
  (number) => `伝票番号 ${number}`,
  (number) => `追跡番号：${number}`,
  (number) => `受付番号は${number}です`,
  (number) => `リース番号 ${number}`,
  (number) => `決裁番号${number}`,
  (number) => `シリアル ${number}`,
];

const written = (format: Format) =>
  fc
    .record({
      digits: format.digits,
      groups: fc.constantFrom(...format.groups),
      hyphen: fc.constantFrom(...HYPHENS),
      write: fc.constantFrom(...WRITTEN),
    })
    .map(({ digits, groups, hyphen, write }) => write(inGroups(digits, groups, hyphen)));

describe.each(FORMATS)('$kind, called $labels', (format) => {
  test('is hidden whole, whatever parts it, however it is written and announced', () => {
    fc.assert(
      fc.property(
        written(format),
        fc.constantFrom(...format.labels),
        fc.constantFrom(...PLACED),
        (number, label, place) => {
          expect(foundIn(place(label, number)).map(([, value]) => value)).toEqual([number]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('is left where it is called something else', () => {
    fc.assert(
      fc.property(format.digits, fc.constantFrom(...OTHERWISE), (number, place) => {
        expect(mask(place(number)).found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
