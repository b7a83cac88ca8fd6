import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readCardInputs } from '../../src/cards/read-card-inputs.ts';
import { toAdaptiveCard } from '../../src/cards/to-adaptive-card.ts';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { Answer } from '../../src/domain/answers.ts';
import type { Locale } from '../../src/domain/organization.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Input } from '../../src/domain/view.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { inputsOf } from '../support/card-elements.ts';
import { aForm, anInput, someAnswer, someInput, UNITS } from '../support/inputs.ts';
import { smallOrganization, TOKYO } from '../support/small-organization.ts';

const words = createWords({
  catalogs: loadLocales('locales'),
  organization: smallOrganization(),
  calendar: TOKYO,
  today: () => '2026-11-20',
});

function render(input: Input, locale: Locale = 'ja'): AdaptiveCard {
  return toAdaptiveCard(aForm([input]), (said) => words.say(said, locale), {
    locale,
    units: UNITS,
  });
}

/** What a host sends back: every control of the card with what it shows, over it what the person changed. */
function submitted(card: AdaptiveCard, changes: Record<string, string> = {}): Record<string, string> {
  const data: Record<string, string> = {};
  for (const { id, value } of inputsOf(card)) data[id] = value ?? '';
  return { ...data, ...changes };
}

/**
 * Fills in an answer as a person would who looks at the card alone: the ready answer whose title or value says it,
 * else the boxes; nothing else is touched.
 */
function changesFor(card: AdaptiveCard, input: Input, answer: Answer): Record<string, string> {
  const option = input.options.find((one) => JSON.stringify(one.answer) === JSON.stringify(answer))?.id;
  const ready = answer.kind === 'unknown' ? 'unknown' : option;
  if (ready !== undefined) return { [choiceOffering(card, ready)]: ready };
  switch (answer.kind) {
    case 'text':
      return { [input.id]: answer.text };
    case 'count':
      return {
        [input.id]: answer.to === answer.from ? `${answer.from}` : `${answer.from}~${answer.to ?? ''}`,
      };
    case 'unit':
      return { [input.id]: answer.unit };
    case 'date':
      return {
        [input.id]: answer.date,
        ...(input.kind === 'datetime' && { [`${input.id}.time`]: answer.time ?? '' }),
      };
    case 'choice':
    case 'unknown':
      throw new Error(`the card offers no ${answer.kind}`);
  }
}

function choiceOffering(card: AdaptiveCard, value: string): string {
  const found = inputsOf(card).find(
    (control) =>
      control.type === 'Input.ChoiceSet' && control.choices.some((choice) => choice.value === value),
  );
  if (!found) throw new Error(`no control offers ${value}`);
  return found.id;
}

function read(input: Input, data: Record<string, unknown>) {
  return readCardInputs(aForm([input]), data)[input.id];
}

const people = [
  {
    id: 'few',
    label: phrase('field.incident.people.option.few'),
    answer: { kind: 'count' as const, from: 2, to: 9 },
  },
];

describe('a form that was filled in', () => {
  it('is read back as what was meant, for every kind of field, known before or not, in both languages', () => {
    const cases = someInput().chain((input) =>
      fc.record({
        input: fc.constant(input),
        answer: someAnswer(input),
        locale: fc.constantFrom<Locale[]>('ja', 'en'),
      }),
    );
    fc.assert(
      fc.property(cases, ({ input, answer, locale }) => {
        const card = render(input, locale);
        expect(read(input, submitted(card, changesFor(card, input, answer)))).toEqual({ answer });
      }),
      { numRuns: 1000 },
    );
  });

  it('that was sent as it was shown says what was known', () => {
    fc.assert(
      fc.property(someInput(), (input) => {
        const expected = input.value && { answer: input.value };
        expect(read(input, submitted(render(input)))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('that was left empty says nothing', () => {
    fc.assert(
      fc.property(someInput(), (input) => {
        expect(read(input, {})).toBeNull();
        const blank = Object.fromEntries(inputsOf(render(input)).map(({ id }) => [id, '']));
        expect(read(input, blank)).toBeNull();
      }),
    );
  });

  it('keeps what it cannot read as it was typed, and shows it again', () => {
    const typed = anInput({ kind: 'count', id: 'people', typed: '5〜6人くらい' });
    expect(read(typed, submitted(render(typed)))).toEqual({ typed: '5〜6人くらい' });
    const date = anInput({ kind: 'datetime', id: 'found_at' });
    expect(read(date, { found_at: '2026-02-30', 'found_at.time': '9:00' })).toEqual({
      typed: '2026-02-30 9:00',
    });
    expect(read(date, { 'found_at.time': '09:00' })).toEqual({ typed: '09:00' });
  });
});

describe('with a range chosen and a number written', () => {
  const input = (value: Answer | null) => anInput({ id: 'people', kind: 'count', options: people, value });

  it('the number counts when both are new', () => {
    expect(read(input(null), { people: '3', 'people.ready': 'few' })).toMatchObject({
      answer: { from: 3, to: 3 },
    });
  });

  it('what the person changed counts over what was there', () => {
    const known = input({ kind: 'count', from: 3, to: 3 });
    expect(read(known, { people: '3', 'people.ready': 'few' })).toMatchObject({ answer: { from: 2, to: 9 } });
  });
});

describe('what no form of ours sends', () => {
  it('is no answer: choices that were not offered stay as typed', () => {
    const choice = anInput({
      kind: 'choice',
      options: [{ id: 'yes', label: phrase('btn.yes'), answer: { kind: 'choice', choice: 'yes' } }],
    });
    expect(read(choice, { summary: 'perhaps' })).toEqual({ typed: 'perhaps' });
    expect(read(choice, { summary: 'unknown' })).toEqual({ typed: 'unknown' });
  });

  it('counts as left empty when it is no text', () => {
    for (const value of [5, true, null, ['a'], { kind: 'text', text: 'a' }])
      expect(read(anInput(), { summary: value })).toBeNull();
  });

  it('adds no field', () => {
    expect(Object.keys(readCardInputs(aForm([anInput()]), { summary: 'a', level: '4', press: 'x' }))).toEqual(
      ['summary'],
    );
    expect(read(anInput({ id: 'constructor' }), {})).toBeNull();
  });
});
