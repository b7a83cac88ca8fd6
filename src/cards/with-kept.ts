import type { FormValues, View } from '../domain/view.ts';

/**
 * What was filled in, where some fields were shown empty because there was no room for what is stored in them: left
 * empty, that is what they say.
 * @param kept ids of those fields
 */
export function withKept(stored: View, values: FormValues, kept: readonly string[]): FormValues {
  const answers = stored.inputs.flatMap(({ id, value }) =>
    kept.includes(id) && value !== null && (values[id] ?? null) === null
      ? [[id, { answer: value }] as const]
      : [],
  );
  return { ...values, ...Object.fromEntries(answers) };
}
