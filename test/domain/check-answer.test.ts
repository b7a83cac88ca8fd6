import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, sameAnswer, type Answer } from '../../src/domain/answers.ts';
import { flawOf, missing, unreadable } from '../../src/domain/check-answer.ts';
import { ALWAYS } from '../../src/domain/condition.ts';
import { FIELD_KINDS, type Field } from '../../src/domain/field.ts';
import { theCatalogue, TODAY, typeIn } from '../support/builders.ts';
import { anyAnswer } from './any-matter.ts';

const catalogue = await theCatalogue();
const fields = [...catalogue.types.values()].flatMap((type) => type.fields);

function field(over: Partial<Field> = {}): Field {
  return {
    id: 'any',
    kind: 'text',
    required: true,
    ask: true,
    askWhen: ALWAYS,
    allowUnknown: false,
    options: [],
    default: null,
    maxLength: 5,
    screen: 'first',
    allowFuture: false,
    ...over,
  };
}

function flaw(of: Field, answer: Answer): string | null {
  return flawOf(of, answer, TODAY, catalogue.organization)?.key ?? null;
}

const text = (words: string): Answer => ({ kind: 'text', text: words });
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });
const date = (day: string): Answer => ({ kind: 'date', date: day });
const unit = (id: string): Answer => ({ kind: 'unit', unit: id });

describe('an answer', () => {
  it('that the form offers or that is of its kind is taken by every field of every form', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields).chain((of) => fc.tuple(fc.constant(of), anyAnswer(of))),
        ([of, answer]) => {
          expect(flaw(of, answer)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of another kind is taken by no field', () => {
    const answers: Answer[] = [
      text('ことば'),
      date(TODAY),
      exactly(3),
      unit('midori'),
      choice('no-such-option'),
    ];
    const takes = {
      text: 'text',
      choice: 'choice',
      date: 'date',
      datetime: 'date',
      count: 'count',
      money: 'count',
      unit: 'unit',
    };
    for (const kind of FIELD_KINDS)
      for (const answer of answers.filter((one) => one.kind !== takes[kind]))
        expect(flaw(field({ kind }), answer)).toBe(unreadable(field({ kind })).key);
  });

  it('which only looks like an option of a number is not taken for it', () => {
    const people = typeIn(catalogue, 'incident').fields.find(({ id }) => id === 'people');
    if (!people) throw new Error('no people');
    expect(flaw(people, choice('over_100'))).toBe('err.number');
    expect(flaw(people, { kind: 'count', from: 101, to: null })).toBeNull();
  });

  it('分からない is one only where the field says so', () => {
    expect(flaw(field({ allowUnknown: true }), { kind: 'unknown' })).toBeNull();
    expect(flaw(field(), { kind: 'unknown' })).toBe('err.empty');
    expect(
      flaw(field({ kind: 'choice', options: [{ id: 'a', answer: choice('a') }] }), { kind: 'unknown' }),
    ).toBe('err.choose');
  });

  it('in words is neither blank nor too long, counted in characters', () => {
    expect(flaw(field(), text(' 　\n'))).toBe('err.empty');
    expect(flaw(field(), text('𠮟𠮟𠮟𠮟𠮟'))).toBeNull();
    expect(flawOf(field(), text('1234567'), TODAY, catalogue.organization)).toEqual({
      key: 'err.long',
      values: { n: 2 },
    });
  });

  it('is a day that exists and not one to come, unless the field asks for a promise', () => {
    const day = field({ kind: 'date' });
    expect(flaw(day, date(TODAY))).toBeNull();
    expect(flaw(day, date('2026-11-21'))).toBe('err.future');
    expect(flaw({ ...day, allowFuture: true }, date('2026-11-21'))).toBeNull();
    for (const none of ['2026-02-30', '11/19', '', '2026-11-31'])
      expect(flaw(day, date(none))).toBe('err.date');
  });

  it('is a whole number, or a range from less to more', () => {
    const people = field({ kind: 'count' });
    expect(
      [exactly(0), { kind: 'count', from: 10, to: null } as const].map((one) => flaw(people, one)),
    ).toEqual([null, null]);
    const none: Answer[] = [
      exactly(-1),
      exactly(1.5),
      exactly(Number.NaN),
      exactly(Number.POSITIVE_INFINITY),
      { kind: 'count', from: 9, to: 2 },
      { kind: 'count', from: 1, to: Number.NaN },
    ];
    expect(none.map((one) => flaw(people, one))).toEqual(none.map(() => 'err.number'));
  });

  it('is a unit that exists today; an abolished one is named with who took over', () => {
    const place = field({ kind: 'unit' });
    expect(flaw(place, unit('midori'))).toBeNull();
    expect(flaw(place, unit('nowhere'))).toBe('err.unit');
    expect(flaw(place, unit('constructor'))).toBe('err.unit');
    expect(flawOf(place, unit('aoba'), TODAY, catalogue.organization)).toEqual({
      key: 'err.unit_abolished',
      values: { unit: { unit: 'aoba' }, successor: { unit: 'midori' } },
    });
  });
});

describe('an open question', () => {
  it('is told apart by whether there is something to choose', () => {
    expect(missing(field()).key).toBe('err.empty');
    expect(missing(field({ options: [{ id: 'a', answer: choice('a') }] })).key).toBe('err.choose');
  });
});

describe('two answers', () => {
  it('are the same whatever the order of their parts', () => {
    expect(sameAnswer({ kind: 'count', from: 1, to: 2 }, { to: 2, from: 1, kind: 'count' })).toBe(true);
    expect(sameAnswer(exactly(1), exactly(2))).toBe(false);
    expect(sameAnswer(undefined, undefined)).toBe(true);
    expect(sameAnswer(undefined, { kind: 'unknown' })).toBe(false);
  });
});
