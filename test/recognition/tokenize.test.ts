import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXCERPT_LENGTH, normalize, originalWords } from '../../src/recognition/normalize.ts';
import type { Tokenize } from '../../src/recognition/tokenize.ts';
import { loadTokenizer } from '../../src/recognition/tokenize.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

const japanese = fc.string({
  unit: fc.constantFrom(...Array.from('あいうアイウ日本年金窓口渡。、！？ 😊👨‍👩‍👧🇯🇵ー〜ｶﾞ1２aＢ\n')),
  maxLength: 300,
});

describe('the tokenizer', () => {
  it('loses no text of any message', () => {
    const hostile = fc.oneof(
      japanese,
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(hostile, (message) => {
        const { text } = normalize(message);
        const tokens = tokenize(text);
        expect(tokens.map((token) => token.surface).join('')).toBe(text);
        for (const token of tokens) expect(text.startsWith(token.surface, token.start)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the words next to adjacent emoji', () => {
    expect(tokenize('😊😊😊ありがとう').map((token) => token.surface)).toContain('ありがとう');
  });

  it('reads an endless word in pieces', () => {
    const { text } = normalize('アイウエ'.repeat(10_000));
    expect(text).toHaveLength(EXCERPT_LENGTH);
    expect(
      tokenize(text)
        .map((token) => token.surface)
        .join(''),
    ).toBe(text);
  });
});

describe('normalisation', () => {
  it.each([
    ['ﾏｲﾅﾝﾊﾞｰ', 'マイナンバー'],
    ['ＦＡＸ１２', 'fax12'],
    ['あああああああ', 'あああ'],
    ['1000000円', '1000000円'],
    ['a\u0000b\u200bc', 'abc'],
    ['\ud800あ', '\ufffdあ'],
    ['10～20', '10〜20'],
  ])('writes %j as %j', (message, expected) => {
    expect(normalize(message).text).toBe(expected);
  });

  it('leads every sign back to where it stood', () => {
    fc.assert(
      fc.property(fc.oneof(japanese, fc.string({ unit: 'binary' })), (message) => {
        const normalized = normalize(message);
        expect(normalized.starts).toHaveLength(normalized.text.length + 1);
        expect([...normalized.starts].sort((a, b) => a - b)).toEqual(normalized.starts);
      }),
    );
  });

  it('gives the words back as they were typed', () => {
    const normalized = normalize('ＦＡＸで ﾏｲﾅﾝﾊﾞｰ を送った');
    const start = normalized.text.indexOf('マイナンバー');
    expect(originalWords(normalized, start, start + 'マイナンバー'.length)).toBe('ﾏｲﾅﾝﾊﾞｰ');
  });
});
