import fc from 'fast-check';
import type { Answer } from '../../src/domain/answers.ts';
import { FIELD_KINDS, type FieldKind } from '../../src/domain/field.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { FORM_SCREENS, type Input, type View } from '../../src/domain/view.ts';

/** An input of a form with everything that can be on it, to be changed where a test needs it. */
export function anInput(over: Partial<Input> = {}): Input {
  return {
    id: 'summary',
    kind: 'text',
    label: phrase('field.incident.summary.label'),
    hint: null,
    screen: 'first',
    required: false,
    allowUnknown: false,
    options: [],
    maxLength: 2000,
    value: null,
    typed: null,
    error: null,
    ...over,
  };
}

export function aForm(inputs: Input[]): View {
  return { kind: 'form', lines: [], inputs, buttons: [], fallback: phrase('type.incident') };
}

export const UNITS = ['office-midori', 'risk', 'service'].map((id) => ({ id, name: id, group: 'all' }));

/** Any input of any kind, with or without ready answers, known or not. */
export function someInput(): fc.Arbitrary<Input> {
  return fc.constantFrom(...FIELD_KINDS).chain(inputOfKind);
}

/** Any answer that a person can give to the input, its ready answers and 分からない among them. */
export function someAnswer(input: Input): fc.Arbitrary<Answer> {
  const ready = input.options.map(({ answer }) => fc.constant(answer));
  const unknown = input.allowUnknown ? [fc.constant<Answer>({ kind: 'unknown' })] : [];
  const written = input.kind === 'choice' ? [] : [writtenAnswer(input.kind)];
  return fc.oneof(...ready, ...unknown, ...written);
}

function inputOfKind(kind: FieldKind): fc.Arbitrary<Input> {
  const options = readyAnswers(kind);
  return fc
    .record({
      options,
      allowUnknown: fc.boolean(),
      required: fc.boolean(),
      screen: fc.constantFrom(...FORM_SCREENS),
    })
    .map((parts) => anInput({ id: `${kind}_field`, kind, ...parts }))
    .chain((input) => fc.option(someAnswer(input)).map((value) => ({ ...input, value })));
}

function readyAnswers(kind: FieldKind): fc.Arbitrary<Input['options']> {
  if (kind === 'unit') return fc.constant([]);
  return kind === 'choice' ? choices(1) : choices(0, kind);
}

function choices(minLength: number, kind: FieldKind = 'choice'): fc.Arbitrary<Input['options']> {
  const answer: fc.Arbitrary<Answer | null> =
    kind === 'count' || kind === 'money' ? someCount() : fc.constant(null);
  return fc.array(answer, { minLength, maxLength: 12 }).map((answers) =>
    answers.map((given, index) => ({
      id: `option_${index}`,
      label: phrase('value', { value: `${index}` }),
      answer: given ?? { kind: 'choice', choice: `option_${index}` },
    })),
  );
}

function writtenAnswer(kind: Exclude<FieldKind, 'choice'>): fc.Arbitrary<Answer> {
  switch (kind) {
    case 'text':
      return fc
        .string({ unit: 'binary', minLength: 1 })
        .filter((text) => text.trim() !== '')
        .map((text) => ({ kind: 'text', text }));
    case 'date':
      return someDate().map((date) => ({ kind: 'date', date }));
    case 'datetime':
      return fc
        .record({ date: someDate(), time: fc.option(someTime(), { nil: undefined }) })
        .map(({ date, time }) =>
          time === undefined ? { kind: 'date', date } : { kind: 'date', date, time },
        );
    case 'count':
    case 'money':
      return someCount();
    case 'unit':
      return fc.constantFrom(...UNITS).map(({ id }) => ({ kind: 'unit', unit: id }));
  }
}

function someCount(): fc.Arbitrary<Answer> {
  return fc
    .record({ from: fc.nat(), more: fc.option(fc.nat()) })
    .map(({ from, more }) => ({ kind: 'count', from, to: more === null ? null : from + more }));
}

function someDate(): fc.Arbitrary<string> {
  const range = { min: new Date('1926-12-25'), max: new Date('2099-12-31'), noInvalidDate: true };
  return fc.date(range).map((date) => date.toISOString().slice(0, 10));
}

function someTime(): fc.Arbitrary<string> {
  return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(-13, -8));
}
