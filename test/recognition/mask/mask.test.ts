import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSONAL_DATA_KINDS } from '../../../src/recognition/mask/personal-data.ts';
import { PLACEHOLDERS } from '../../../src/recognition/mask/placeholders.ts';
import { foundIn, fullWidth, inGroups, mask, myNumberFrom } from './masker-under-test.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);
/** Pieces that the detectors look for, in every order: the hardest text there is for them. */
const pieces = [
  ...[
    '山田',
    '太郎',
    '様',
    'さん',
    '氏名',
    '：',
    ' ',
    '　',
    '、',
    '。',
    '\n',
    'は',
    'に送付',
    'という方',
    '〒',
    '住所',
  ],
  ...[
    '東京都',
    '港区',
    '本町',
    '3丁目',
    '昭和30年4月1日',
    '生まれ',
    '生年月日',
    'S30.4.1',
    '090',
    '1234',
    '567890',
    '1',
  ],
  ...[
    '-',
    'ー',
    '(',
    ')',
    '+81',
    '@',
    'example.com',
    'Taro',
    'ヤマダ',
    'ｶﾞ',
    '㈱',
    '①',
    '基番',
    'マイナ',
    '記号',
    '番号',
  ],
  ...['普通', '円', 'INC-26-7KQ4M', '〔氏名〕', '〔', '〕', '\u200b', '\u0301', '\ud800', '\ue000', ','],
];
const denseText = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(''));

const filler = fc
  .array(
    fc.constantFrom(
      '先ほど窓口で',
      '別の封筒に入り',
      'ご案内を',
      '確認したところ',
      '書類が届き',
      'と申し出あり',
    ),
    {
      maxLength: 4,
    },
  )
  .map((words) => words.join('、'));
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
const separator = fc.constantFrom('-', 'ー', '－', '‐', '−', '—', ' ', '　', ' - ');
const width = fc.constantFrom((text: string) => text, fullWidth);

/** The groups of a number, written in any width with any separator. */
function written(number: fc.Arbitrary<string>, groups: number[]) {
  return fc
    .tuple(number, separator, width)
    .map(([value, between, widen]) => widen(inGroups(value, groups, between)));
}

describe('any text', () => {
  test.each([
    ['of any characters', anyText, ['山田']],
    // The placeholder of the date is a neighbour by which examples know the name.
    ['dense with what detectors look for', denseText, ['山田S30.4.1〕']],
  ])('%s is masked without an error, and masking again changes nothing', (_, texts, examples) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = mask(text);
        expect(mask(once.text)).toMatchObject({ text: once.text, found: [] });
      }),
      { numRuns: 1000, examples: examples.map((text): [string] => [text]) },
    );
  });

  test('what is found lies in order, apart, and everything else stays as it was written', () => {
    fc.assert(
      fc.property(denseText, (text) => {
        const { found, text: masked } = mask(text);
        let position = 0;
        let rebuilt = '';
        for (const { kind, start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          rebuilt += text.slice(position, start) + PLACEHOLDERS[kind];
          position = end;
        }
        expect(masked).toBe(rebuilt + text.slice(position));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['', 'constructor', '__proto__', '\u0000', '\ud83d', '\u202e090-1234-5678', '〔氏名〕様'])(
    '%j is no trap',
    (text) => {
      expect(mask(text).text).not.toMatch(/\d{4}/);
    },
  );

  test.each([
    ...[
      '1',
      '1 ',
      '1-',
      '田',
      '山田',
      '様',
      '山様',
      '山田さん',
      '氏',
      'あ',
      'ア',
      'ｶﾞ',
      'A',
      'Aa ',
      '@',
      'a@',
      '(',
      '〒',
    ],
    ...[
      '😊',
      '\ud800',
      '\u0000',
      '\u0301',
      'ﷺ',
      '市',
      '1丁目',
      '番号1',
      '記号1234567',
      '氏名',
      '昭和',
      '090-1234-5678 ',
    ],
  ])('40,000 characters of %j are masked to the end', (piece) => {
    const hostile = piece.repeat(Math.ceil(40_000 / piece.length));
    expect(foundIn(`${hostile}。山田太郎様`).at(-1)).toEqual(['name', '山田太郎']);
  });
});

describe('a number planted in a message', () => {
  test.each([
    ['my_number', written(digits(11).map(myNumberFrom), [4, 4, 4]), '個人番号は'],
    [
      'basic_pension_number',
      written(
        digits(6).map((six) => `3456${six}`),
        [4, 6],
      ),
      '',
    ],
    ['basic_pension_number', written(digits(10), [10]), '基礎年金番号'],
    [
      'pension_certificate',
      written(
        digits(10).map((ten) => `${ten}1150`),
        [4, 6, 4],
      ),
      '年金証書',
    ],
    ['employment_insurance', written(digits(11), [4, 6, 1]), '雇用保険'],
    ['access_key', written(digits(17), [17]), 'アクセスキー'],
    [
      'phone',
      written(
        digits(8).map((eight) => `090${eight}`),
        [3, 4, 4],
      ),
      '',
    ],
    [
      'phone',
      written(
        digits(8).map((eight) => `090${eight}`),
        [11],
      ),
      '',
    ],
    [
      'postal_code',
      written(
        digits(7).filter((code) => code !== '1000000'),
        [3, 4],
      ),
      '〒',
    ],
    ['bank_account', written(digits(7), [7]), '普通 '],
  ] as const)('%s is found in any width, with any dash or space', (kind, numbers, label) => {
    fc.assert(
      fc.property(filler, numbers, filler, (before, number, after) => {
        const text = `${before}。${label}${number}の件、${after}`;
        expect(foundIn(text)).toEqual([[kind, number]]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the stored text', () => {
  test('names what was hidden and keeps the rest', () => {
    expect(mask('山田様（S30.4.1生、090-1234-5678）に誤送付').text).toBe(
      '〔氏名〕様（〔生年月日〕生、〔電話番号〕）に誤送付',
    );
  });

  test.each(PERSONAL_DATA_KINDS)('the placeholder of %s has no digit', (kind) => {
    expect(PLACEHOLDERS[kind]).toMatch(/^〔[^\d〔〕]+〕$/u);
  });

  test.each([
    ['障害年金の診断書を紛失', ['disability', 'illness']],
    ['滞納処分と離婚分割', ['arrears', 'divorce']],
    ['生活保護を受給中', ['welfare']],
    ['証書1234-567890-1350', ['disability']],
    ['システム障害で停止、障害年金センターへ連絡', []],
  ])('what is sensitive in %s is flagged, not hidden', (text, flags) => {
    expect(mask(text).sensitive).toEqual(flags);
  });
});
