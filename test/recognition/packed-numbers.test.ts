import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packFile, unpackFile, type SpanOfNumbers } from '../../src/recognition/packed-numbers.ts';

interface Head {
  title: string;
  weights: SpanOfNumbers;
  rows: SpanOfNumbers;
}

const anyFile = fc.record({
  title: fc.string({ unit: 'grapheme' }),
  weights: fc.float32Array(),
  rows: fc.int32Array(),
});

const packed = ({ title, weights, rows }: { title: string; weights: Float32Array; rows: Int32Array }) =>
  packFile((floats, integers): Head => ({ title, weights: floats(weights), rows: integers(rows) }));

it('gives back the head and every number that was kept, whatever the length of the head', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const { head, floats, integers } = unpackFile<Head>(packed(file));
      expect(head.title).toBe(file.title);
      expect(floats(head.weights)).toEqual(file.weights);
      expect(integers(head.rows)).toEqual(file.rows);
    }),
  );
});

it('throws for numbers whose place the head does not tell', () => {
  const { floats } = unpackFile(
    packed({ title: '重み', weights: Float32Array.of(1), rows: Int32Array.of(3) }),
  );
  expect(() => floats({ at: Number.NaN, length: 1 })).toThrow(RangeError);
});

it('throws for a file that was cut off anywhere', () => {
  const whole = packed({ title: '重み', weights: Float32Array.of(1, 2), rows: Int32Array.of(3) });
  for (let length = 0; length < whole.length; length++) {
    const cut = Uint8Array.from(whole.subarray(0, length));
    expect(() => {
      const { head, integers } = unpackFile<Head>(cut);
      integers(head.rows);
    }).toThrow();
  }
});
