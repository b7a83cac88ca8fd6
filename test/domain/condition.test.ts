import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, factsIn, holds, UNKNOWN, type Condition, type Facts } from '../../src/domain/condition.ts';

const is = (fact: string, ...values: string[]): Condition => ({ kind: 'is', fact, values });
const atLeast = (value: number): Condition => ({ kind: 'atLeast', fact: 'people', value });
const known = (fact: string): Condition => ({ kind: 'known', fact });

describe('a condition', () => {
  it('compares numbers and yes or no as they are written', () => {
    expect(holds(is('level', '3'), { level: 3 })).toBe(true);
    expect(holds(is('drill', 'true'), { drill: true })).toBe(true);
    expect(holds(is('drill', 'true'), { drill: false })).toBe(false);
  });

  it('holds for a list that shares a value', () => {
    expect(holds(is('cue', 'press', 'lost'), { cue: ['outside', 'lost'] })).toBe(true);
    expect(holds(is('cue', 'press'), { cue: [] })).toBe(false);
  });

  it('never holds for what was not said, except as its negation', () => {
    for (const condition of [is('people', 'unknown'), atLeast(0), known('people')]) {
      expect(holds(condition, {})).toBe(false);
      expect(holds({ kind: 'not', of: condition }, {})).toBe(true);
    }
  });

  it('takes the upper end of a range, and an open one as any number', () => {
    expect(holds(atLeast(101), { people: { from: 10, to: 101 } })).toBe(true);
    expect(holds(atLeast(101), { people: { from: 10, to: 100 } })).toBe(false);
    expect(holds(atLeast(1_000_000), { people: { from: 101, to: null } })).toBe(true);
  });

  it('does not take 分からない as a number: unknown raises the level elsewhere', () => {
    expect(holds(atLeast(0), { people: UNKNOWN })).toBe(false);
    expect(holds(known('people'), { people: UNKNOWN })).toBe(false);
    expect(holds(known('people'), { people: { from: 0, to: 0 } })).toBe(true);
    expect(holds(is('people', 'unknown'), { people: UNKNOWN })).toBe(true);
  });

  it('does not take a range as one of several words', () => {
    expect(holds(is('people', '1', '[object Object]'), { people: { from: 1, to: 1 } })).toBe(false);
  });

  it('follows the laws of logic', () => {
    fc.assert(
      fc.property(anyCondition(), anyCondition(), anyFacts(), (a, b, facts) => {
        const not = (of: Condition): Condition => ({ kind: 'not', of });
        const both = holds({ kind: 'all', of: [a, b] }, facts);
        expect(both).toBe(holds(a, facts) && holds(b, facts));
        expect(holds(not({ kind: 'any', of: [not(a), not(b)] }), facts)).toBe(both);
        expect(holds({ kind: 'any', of: [a, ALWAYS] }, facts)).toBe(true);
        expect(holds({ kind: 'all', of: [] }, facts)).toBe(true);
        expect(holds({ kind: 'any', of: [] }, facts)).toBe(false);
      }),
    );
  });

  it('depends on no fact but those that it names', () => {
    fc.assert(
      fc.property(anyCondition(), anyFacts(), anyFacts(), (condition, facts, others) => {
        const named = new Set(factsIn(condition));
        const changed = Object.fromEntries(Object.entries(others).filter(([fact]) => !named.has(fact)));
        const kept = Object.fromEntries(Object.entries(facts).filter(([fact]) => named.has(fact)));
        expect(holds(condition, { ...changed, ...kept })).toBe(holds(condition, facts));
      }),
    );
  });
});

const aFact = fc.constantFrom('cue', 'people', 'level', 'drill');

function anyCondition(): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.constant(ALWAYS),
    fc.record({
      kind: fc.constant('is' as const),
      fact: aFact,
      values: fc.subarray(['a', 'b', '3', 'true', UNKNOWN]),
    }),
    fc.record({ kind: fc.constant('atLeast' as const), fact: aFact, value: fc.nat(5) }),
    fc.record({ kind: fc.constant('known' as const), fact: aFact }),
  );
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('node'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('node') }),
    ),
  })).node;
}

function anyFacts(): fc.Arbitrary<Facts> {
  const value = fc.oneof(
    fc.constantFrom('a', 'b', UNKNOWN),
    fc.nat(5),
    fc.boolean(),
    fc.subarray(['a', 'b']),
    fc.record({ from: fc.nat(5), to: fc.option(fc.nat(9)) }),
  );
  return fc.record({ cue: value, people: value, level: value, drill: value }, { requiredKeys: [] });
}
