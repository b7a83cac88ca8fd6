import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../../src/catalog/check/certainty.ts';
import { conditionSchema } from '../../src/catalog/schema/condition-schema.ts';
import { durationOf } from '../../src/catalog/schema/duration-schema.ts';
import { holds, type Condition } from '../../src/domain/condition.ts';

describe('a condition as an administrator writes it', () => {
  it.each<[yaml: unknown, condition: Condition]>([
    [{}, { kind: 'always' }],
    [{ cue: 'press' }, { kind: 'is', fact: 'cue', values: ['press'] }],
    [
      { personal_data: ['yes', 'unknown'] },
      { kind: 'is', fact: 'personal_data', values: ['yes', 'unknown'] },
    ],
    [{ focus: true }, { kind: 'is', fact: 'focus', values: ['true'] }],
    [{ people: { atLeast: 101 } }, { kind: 'atLeast', fact: 'people', value: 101 }],
    [{ level: { atLeast: 'S3' } }, { kind: 'atLeast', fact: 'level', value: 3 }],
    [{ level: ['none', 'S1'] }, { kind: 'is', fact: 'level', values: ['0', '1'] }],
    [{ amount: { known: true } }, { kind: 'known', fact: 'amount' }],
    [{ amount: { known: false } }, { kind: 'not', of: { kind: 'known', fact: 'amount' } }],
    [{ not: { cue: 'press' } }, { kind: 'not', of: { kind: 'is', fact: 'cue', values: ['press'] } }],
    [
      { type: 'risk', any: [{ cue: 'grave' }, { urgent: true }] },
      {
        kind: 'all',
        of: [
          { kind: 'is', fact: 'type', values: ['risk'] },
          {
            kind: 'any',
            of: [
              { kind: 'is', fact: 'cue', values: ['grave'] },
              { kind: 'is', fact: 'urgent', values: ['true'] },
            ],
          },
        ],
      },
    ],
  ])('%j', (yaml, condition) => {
    expect(conditionSchema.parse(yaml)).toEqual(condition);
  });

  it.each([
    null,
    'press',
    [],
    { cue: [] },
    { cue: 3 },
    { any: [] },
    { any: {} },
    { people: { atLeast: 'many' } },
    { level: 'S9' },
  ])('refuses %j', (yaml) => {
    expect(conditionSchema.safeParse(yaml).success).toBe(false);
  });
});

describe('a duration as an administrator writes it', () => {
  it.each([
    ['15 min elapsed', { unit: 'elapsed', minutes: 15 }],
    ['24 h elapsed', { unit: 'elapsed', minutes: 1440 }],
    ['1 business hour', { unit: 'business', minutes: 60 }],
    ['4 business hours', { unit: 'business', minutes: 240 }],
    ['3 business days', { unit: 'business_days', days: 3 }],
    ['30 calendar days', { unit: 'calendar_days', days: 30 }],
    ['3 calendar months', { unit: 'calendar_months', months: 3 }],
    ['end of same day', { unit: 'end_of', period: 'same_day' }],
    ['end of month', { unit: 'end_of', period: 'month' }],
    ['end of next month', { unit: 'end_of', period: 'next_month' }],
    ['noon of next working day', { unit: 'end_of', period: 'noon_next_working_day' }],
  ])('%s', (text, duration) => {
    expect(durationOf(text)).toEqual(duration);
  });

  it.each(['', '0 min elapsed', '15 min', '1.5 business hours', 'end of year', '-1 business days', 'soon'])(
    'refuses %j',
    (text) => {
      expect(durationOf(text)).toBeNull();
    },
  );
});

describe('certainty', () => {
  const FACTS = ['a', 'b', 'c'];
  const leaf = fc.constantFrom(...FACTS).map((fact): Condition => ({ kind: 'is', fact, values: ['true'] }));
  const condition = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.constant<Condition>({ kind: 'always' }),
      tie('node').map((of): Condition => ({ kind: 'not', of })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'all', of })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind: 'any', of })),
    ),
  })).node;
  const world = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() });

  it('is never contradicted, whatever the open facts turn out to be', () => {
    fc.assert(
      fc.property(condition, fc.subarray(FACTS), world, (one, settled, facts) => {
        const certainty = certaintyOf(one, facts, new Set(settled));
        if (certainty === 'always') expect(holds(one, facts)).toBe(true);
        if (certainty === 'never') expect(holds(one, facts)).toBe(false);
        if (settled.length === FACTS.length) expect(certainty).not.toBe('maybe');
      }),
    );
  });
});
