import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureNames } from '../../src/recognition/feature-names.ts';

const sign = fc.constantFrom(...Array.from('^$あいう年金𠮷a1_: '));

function sequences(signs: readonly string[], shortest: number, longest: number): string[] {
  const names: string[] = [];
  for (let length = shortest; length <= longest; length++) {
    for (let at = 0; at + length <= signs.length; at++)
      names.push(`c:${signs.slice(at, at + length).join('')}`);
  }
  return names;
}

describe('names of features', () => {
  it('are the same in one piece and in parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 5 }), (parts) => {
        const made = new FeatureNames();
        made.add(...parts);
        expect(made).toEqual(FeatureNames.of([parts.join('')]));
      }),
    );
  });

  it('of sequences are those of all stretches of signs, shorter ones first', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (signs, shortest) => {
        const made = new FeatureNames();
        made.addSequences('c:', signs, shortest, 3);
        expect(made).toEqual(FeatureNames.of(sequences(signs, shortest, 3)));
      }),
    );
  });

  it('tell which of them were made by hand', () => {
    expect([...FeatureNames.of(['w:封筒', 's:urgent', 'c:s', 's:label:other']).signals]).toEqual([1, 3]);
  });
});
