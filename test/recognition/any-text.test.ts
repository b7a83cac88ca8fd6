import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Recognizer } from '../../src/application/ports.ts';
import { normalize, originalWords } from '../../src/recognition/normalize.ts';
import { mask } from './mask/masker-under-test.ts';
import { CONTEXT, trainedRecognizer } from './trained-recognizer.ts';

const LONGEST = 40_000;

let recognizer: Recognizer;
beforeAll(async () => {
  ({ recognizer } = await trainedRecognizer());
});

const PIECES = [
  ...['昨日', '誤送付', '中央年金事務所', '平所', '3名', '約', '〜', '二、三人', '十', '百万円', '1,2'],
  ...['R8.', '11/', '令和八年', '月末', '先週の', '金曜', 'INC-26-', '7KQ4M', '回収', 'していない', '山田様'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '\u0000',
    '\u0007',
    '\u202e',
    '\u200f',
    '\u2066',
  ],
  ...[
    '\ud83d',
    '\udc00',
    '\ufffe',
    '\ufeff',
    '👨‍👩‍👧',
    '🇯🇵',
    '✊🏽',
    'か\u3099',
    'が',
    'ｶﾞ',
    'e\u0301',
    'é',
    '㍿',
    '﷽',
    '\u0301',
  ],
  ...[
    '。',
    '、',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '　',
    '「',
    '」',
    '!',
    '?',
    '.',
    ',',
    '-',
    'ー',
    '~',
    '1',
    'A',
    'あ',
    'ン',
    '𠮷',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
);

describe('a message of any content', () => {
  it('is understood, and the same way each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const understood = recognizer.understand(text, CONTEXT);
        const sum = understood.alternatives.reduce((total, { confidence }) => total + confidence, 0);
        expect(sum).toBeCloseTo(1, 6);
        expect(recognizer.understand(text, CONTEXT)).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  it('is read for every type of report, as a question and as terms', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const types = ['incident', 'proposal', 'customer_voice', 'compliance', 'risk', 'knowledge'] as const;
        for (const type of types) expect(recognizer.extract(text, type, CONTEXT)).toBeTypeOf('object');
        expect(recognizer.about(text, CONTEXT).mine).toBeTypeOf('boolean');
        expect(recognizer.terms(text).every(({ weight }) => Number.isFinite(weight))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('gives back the words as they were typed', () => {
    fc.assert(
      fc.property(anyText, (message) => {
        const normalized = normalize(message);
        expect(normalized.starts).toHaveLength(normalized.text.length + 1);
        expect(message).toContain(originalWords(normalized, 0, normalized.text.length));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same in any normal form', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'がぎパピプヴあ年金窓口éü、1'), maxLength: 60 });
    fc.assert(
      fc.property(kana, (text) => {
        expect(normalize(text.normalize('NFD')).text).toBe(normalize(text).text);
        expect(recognizer.understand(text.normalize('NFD'), CONTEXT).alternatives).toEqual(
          recognizer.understand(text, CONTEXT).alternatives,
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each(PIECES)('that repeats %j over 40,000 characters is masked and understood', (piece) => {
    const text = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
    const masked = mask(text);
    let position = 0;
    for (const { start, end } of masked.found) {
      expect(start).toBeGreaterThanOrEqual(position);
      position = end;
    }
    expect(position).toBeLessThanOrEqual(text.length);
    expect(recognizer.understand(masked.text, CONTEXT).alternatives).not.toHaveLength(0);
  });
});
