import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../src/recognition/matches.ts';

const PATTERNS = [/a/gu, /a*/gu, /(?<=b)|😊/gu, /(?:)/gu, /(?<name>ab?)(c)?/dgu, /[^]/g, /^|$/gm];

describe('the matches of a pattern', () => {
  it('are those that matchAll finds', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '\n', '😊', '\ud83d', '漢'))
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...PATTERNS), (words, pattern) => {
        expect(matchesOf(words, pattern)).toStrictEqual([...words.matchAll(pattern)]);
      }),
    );
  });

  it('are found from the beginning, wherever the pattern was left', () => {
    const pattern = /a/gu;
    pattern.lastIndex = 2;
    expect(matchesOf('aaa', pattern)).toHaveLength(3);
  });

  it('are asked of a pattern that goes on', () => {
    expect(() => matchesOf('a', /a/u)).toThrow(TypeError);
  });
});
