import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../src/platforms/slack/limits.ts';
import { splitText } from '../../../src/platforms/slack/split-text.ts';

describe('a text in parts', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('あ', '。', '\n', '<', '&', '👨‍👩‍👧', ' '), maxLength: 400 }),
  );

  it('is the same text again when they are put together, and no part is too long', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 5, max: 60 }), (text, most) => {
        const parts = splitText(text, most);
        expect(parts.join('')).toBe(text);
        expect(Math.max(...parts.map(lengthOf))).toBeLessThanOrEqual(most);
        if (text !== '') expect(parts.every((part) => part !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('divides no sign that is seen as one, as long as it fits', () => {
    expect(splitText('👨‍👩‍👧👨‍👩‍👧', 10)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it('ends after lines and sentences, rather than inside of them', () => {
    expect(splitText('一行目です。\n二行目です。', 10)).toEqual(['一行目です。\n', '二行目です。']);
    expect(splitText('渡しました。回収しました。', 10)).toEqual(['渡しました。', '回収しました。']);
  });

  it('is fast for the longest text that is taken', () => {
    const started = performance.now();
    expect(splitText('あ'.repeat(40_000), 3000)).toHaveLength(14);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
