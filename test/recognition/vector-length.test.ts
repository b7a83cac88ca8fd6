import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../src/recognition/vector-length.ts';

describe('the length of a vector', () => {
  it('is what Math.hypot says of its numbers', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, min: -100, max: 100, maxLength: 80 }), (vector) => {
        expect(lengthOf(vector)).toBeCloseTo(Math.hypot(...vector), 10);
      }),
    );
  });

  it('of more numbers than a function takes is one too', () => {
    expect(lengthOf(new Float32Array(1_000_000).fill(2))).toBe(2_000);
  });
});
