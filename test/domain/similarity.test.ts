import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, similarity } from '../../src/domain/similarity.ts';

const terms = fc.uniqueArray(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 3 }),
    weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
  }),
  { selector: ({ text }) => text },
);

describe('similarity', () => {
  it('is the weight of the shared words over the weight of the question', () => {
    const asked = [
      { text: '番号札', weight: 3 },
      { text: '表示', weight: 1 },
    ];
    expect(similarity(asked, new Set(['番号札', '窓口']))).toBe(0.75);
  });

  it('is nothing when nothing is asked or nothing is shared', () => {
    expect(similarity([], new Set(['番号札']))).toBe(0);
    expect(similarity([{ text: '番号札', weight: 1 }], new Set())).toBe(0);
  });

  it('lies between 0 and 1, is 1 for a report that says it all, and never falls when a report says more', () => {
    fc.assert(
      fc.property(
        terms,
        fc.array(fc.string({ maxLength: 3 })),
        fc.string({ maxLength: 3 }),
        (asked, said, more) => {
          const score = similarity(asked, new Set(said));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(similarity(asked, new Set([...said, more]))).toBeGreaterThanOrEqual(score);
          if (asked.length > 0) expect(similarity(asked, new Set(asked.map(({ text }) => text)))).toBe(1);
        },
      ),
    );
  });
});

describe('the report that is meant', () => {
  const scored = (...scores: number[]) => scores.map((score, index) => ({ item: `r${index}`, score }));

  it('is none when no report says enough of it', () => {
    expect(bestOf(scored(), 3)).toBeNull();
    expect(bestOf(scored(0.29, 0.1), 3)).toBeNull();
  });

  it('is one when it is alone or leads clearly', () => {
    expect(bestOf(scored(0.3), 3)).toEqual({ one: 'r0' });
    expect(bestOf(scored(0.5, 0.9), 3)).toEqual({ one: 'r1' });
  });

  it('is a short list, best first, when several come close', () => {
    expect(bestOf(scored(0.4, 0.45, 0.5, 0.42, 0.2), 3)).toEqual({ several: ['r2', 'r1', 'r3'] });
  });

  it('leaves its input as it was', () => {
    const input = scored(0.1, 0.9, 0.5);
    bestOf(input, 2);
    expect(input).toEqual(scored(0.1, 0.9, 0.5));
  });
});
