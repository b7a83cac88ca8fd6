import type { FormValues, Input, View } from '../domain/view.ts';
import { controlIds, shownValues } from './input-values.ts';
import { readCardInputs } from './read-card-inputs.ts';

/** A form as somebody has left it before; the fields that they have not changed are as they stand now. */
export function withTyped(form: View, typed: FormValues): View {
  return { ...form, inputs: form.inputs.map((input) => withValue(input, typed)) };
}

function withValue(input: Input, typed: FormValues): Input {
  const value = Object.hasOwn(typed, input.id) ? typed[input.id] : undefined;
  if (value === undefined) return input;
  if (value === null) return { ...input, value: null, typed: null };
  return 'answer' in value
    ? { ...input, value: value.answer, typed: null }
    : { ...input, value: null, typed: value.typed };
}

/** Of what a form holds, the fields that differ from how it opens now. */
export function changedIn(form: View, values: FormValues): FormValues {
  const untouched = readCardInputs(form, Object.fromEntries(form.inputs.flatMap(shown)));
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(untouched[field] ?? null),
    ),
  );
}

function shown(input: Input): [string, string][] {
  const [ids, values] = [controlIds(input), shownValues(input)];
  return (['entry', 'time', 'ready'] as const)
    .filter((part) => values[part] !== '')
    .map((part) => [ids[part], values[part]]);
}
