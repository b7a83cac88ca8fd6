import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureNames } from '../../src/recognition/feature-names.ts';
import { countFeatures, KnownFeatures, withFeatures } from '../../src/recognition/known-features.ts';

const indices = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 });

describe('counting features', () => {
  it('gives each once, in the order they are met, with how often that was', () => {
    fc.assert(
      fc.property(fc.array(indices, { maxLength: 4 }), (parts) => {
        const { features, counts } = countFeatures(...parts.map((part) => Int32Array.from(part)));
        const all = parts.flat();
        expect([...features]).toEqual([...new Set(all)]);
        expect([...counts]).toEqual([...features].map((one) => all.filter((other) => other === one).length));
      }),
    );
  });

  it('adds further ones at the end', () => {
    const counted = countFeatures(Int32Array.of(7, 3, 7));
    const { features, counts } = withFeatures(counted, Int32Array.of(5));
    expect([...features]).toEqual([7, 3, 5]);
    expect([...counts]).toEqual([2, 1, 1]);
  });
});

describe('known features', () => {
  it('are found as often as they occur, without those never learned', () => {
    const known = new KnownFeatures();
    known.learn(FeatureNames.of(['w:封筒', 's:quote', 'w:宛名']));
    expect([...known.find(FeatureNames.of(['w:宛名', 'w:棚', 'w:宛名', 's:quote']))]).toEqual([2, 2, 1]);
    expect([...known.signals]).toEqual([1]);
  });
});
