import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, reasonFlaw, SHORTEST_REASON } from '../../src/domain/reason.ts';
import { theCatalogue } from '../support/builders.ts';

const { hollowPhrases: hollow } = await theCatalogue();
const GIVEN = '待ち時間の長い20か所で、先に効果を確かめるためです。';
const flaw = (reason: string, recent: readonly string[] = []) =>
  reasonFlaw(reason, { recent, hollow })?.key ?? null;

describe('a reason', () => {
  it.each([
    ['', 'err.reason_short'],
    ['無', 'err.reason_short'],
    ['。。。。。。。。。。。。。。', 'err.reason_short'],
    ['鋭意検討中です。', 'err.stock'],
    ['鋭意、検討中です', 'err.stock'],
    ['貴重なご提案をありがとうございました。今後の参考とします。', 'err.stock'],
    ['諸般の事情により、総合的に判断しました。', 'err.stock'],
    ['Thank you for your proposal. It is under consideration.', 'err.stock'],
  ])('that says nothing of the matter is none: %s', (reason, expected) => {
    expect(flaw(reason)).toBe(expected);
  });

  it.each([
    GIVEN,
    '来年4月の様式改定で、同じ欄を足すことが決まっているためです。',
    '貴重なご提案をありがとうございました。システムの改修に1,200万円かかり、効果を上回るためです。',
    'The form is replaced in April, and the new one has the box.',
  ])('that says something is taken: %s', (reason) => {
    expect(flaw(reason)).toBeNull();
  });

  it.each([
    GIVEN,
    '待ち時間の長い30か所で先に効果を確かめるためです',
    '待ち時間の長い２０か所で、先に効果を確かめるためです。 ',
  ])('in nearly the words of another one is none: %s', (reason) => {
    expect(flaw(reason, ['関係のない理由です。', GIVEN])).toBe('err.stock_same');
  });

  it('that only ends alike is taken', () => {
    expect(flaw('古い様式の在庫が9月でなくなり、そのとき直すためです。', [GIVEN])).toBeNull();
  });

  it('of fewer letters than a sentence has is never taken, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: SHORTEST_REASON - 1 }),
        fc.constantFrom('', '。', ' 、 '),
        (text, sign) => {
          const letters = [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')];
          fc.pre(letters.length < SHORTEST_REASON);
          expect(flaw([...text].join(sign))).not.toBeNull();
        },
      ),
    );
  });
});

describe('likeness', () => {
  it('is 1 for the same words, the same both ways, and never outside 0–1', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.string({ minLength: 3 }), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(likeness(GIVEN, GIVEN)).toBe(1);
    expect(likeness(GIVEN, '全く別のことを述べた文')).toBe(0);
  });
});
