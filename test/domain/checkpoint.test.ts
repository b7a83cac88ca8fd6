import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointText, digestOf } from '../../src/domain/checkpoint.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the digest over all chains', () => {
  const heads = fc.uniqueArray(fc.record({ report: fc.string(), seq: fc.nat(), hash: fc.string() }), {
    minLength: 2,
    selector: ({ report }) => report,
  });

  it('tells a different order, a missing head and a changed head apart', () => {
    fc.assert(
      fc.property(heads, (all) => {
        const digest = digestOf(all, sha256);
        expect(digestOf([...all].reverse(), sha256)).not.toBe(digest);
        expect(digestOf(all.slice(0, -1), sha256)).not.toBe(digest);
        const changed = all.map((head, index) => (index === 0 ? { ...head, seq: head.seq + 1 } : head));
        expect(digestOf(changed, sha256)).not.toBe(digest);
        expect(digestOf(all, sha256)).toBe(digest);
      }),
    );
  });

  it('of nothing is that of nothing', () => {
    expect(digestOf([], sha256)).toBe(digestOf(new Set<never>(), sha256));
  });
});

describe('the text that is signed', () => {
  it('is the checkpoint, in the order of its keys', () => {
    const checkpoint = { number: 1, at: 'now', chains: 2, events: 3, digest: 'd', previous: 'p' };
    expect(checkpointText(checkpoint)).toBe(
      '{"at":"now","chains":2,"digest":"d","events":3,"number":1,"previous":"p"}',
    );
  });
});
