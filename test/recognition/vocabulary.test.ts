import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/recognition/vocabulary.ts';

/** Any UTF-16 units, lone surrogates and signs beyond the first plane among them. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom(
    '',
    '\u0000',
    '\u0000\u0000',
    '\ud842',
    '\udfb7',
    '\ud842\udfb7',
    '𠮷',
    '1',
    '01',
    '__proto__',
  ),
);
const anyNames = fc.uniqueArray(anyName, { maxLength: 200 });

function holding(names: readonly string[]): Vocabulary {
  const vocabulary = Vocabulary.empty();
  for (const name of names) vocabulary.add(name);
  return vocabulary;
}

describe('a vocabulary', () => {
  it('numbers names in the order they come in, each once', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const vocabulary = Vocabulary.empty();
        const indices = names.map((_, index) => index);
        expect(names.map((name) => vocabulary.add(name))).toEqual(indices);
        expect(names.map((name) => vocabulary.add(name))).toEqual(indices);
        expect(vocabulary.size).toBe(names.length);
      }),
    );
  });

  it('finds every name again from its table, and no other', () => {
    fc.assert(
      fc.property(anyNames, anyNames, (names, others) => {
        const read = Vocabulary.of(holding(names).table);
        expect(names.map((name) => read.find(name))).toEqual(names.map((_, index) => index));
        for (const other of others) if (!names.includes(other)) expect(read.find(other)).toBeUndefined();
      }),
    );
  });

  it('goes on from its table without changing it', () => {
    fc.assert(
      fc.property(anyNames, anyName, (names, another) => {
        const { table } = holding(names);
        const before = { slots: table.slots.slice(), fingerprints: table.fingerprints.slice() };
        const read = Vocabulary.of(table);
        const index = read.add(another);
        expect(index).toBe(names.includes(another) ? names.indexOf(another) : names.length);
        expect([...names, another].map((name) => read.find(name))).toEqual([...names.keys(), index]);
        expect(table).toEqual(before);
      }),
    );
  });

  it('tells tens of thousands of short and similar names apart', () => {
    const signs = Array.from({ length: 180 }, (_, n) => String.fromCodePoint(0x3041 + n));
    const names = signs.flatMap((first) => signs.map((second) => `c:${first}${second}`));
    expect(holding(names).size).toBe(names.length);
  });
});

describe('numbers that are no table', () => {
  const { slots, fingerprints } = holding(['w:封筒', 'w:宛名']).table;

  it.each([
    ['are not a power of two many', slots.subarray(1), fingerprints],
    ['have no free slot, so that a search would not end', slots.slice().fill(1), fingerprints],
    ['are none', new Int32Array(0), new Int32Array(0)],
    ['have half a fingerprint', slots, fingerprints.subarray(1)],
  ])('%s', (_, badSlots, badFingerprints) => {
    expect(() => Vocabulary.of({ slots: badSlots, fingerprints: badFingerprints })).toThrow(RangeError);
  });
});
