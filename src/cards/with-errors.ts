import type { Phrase } from '../domain/phrase.ts';
import type { FormValues, View } from '../domain/view.ts';

/** A form with what was filled in, and beside each field what is wrong with it: nothing typed is lost. */
export function withErrors(
  view: View,
  values: FormValues,
  errors: readonly { field: string; message: Phrase }[],
): View {
  return {
    ...view,
    inputs: view.inputs.map((input) => {
      const filled = Object.hasOwn(values, input.id) ? (values[input.id] ?? null) : null;
      return {
        ...input,
        value: filled && 'answer' in filled ? filled.answer : null,
        typed: filled && 'typed' in filled ? filled.typed : null,
        error: errors.find(({ field }) => field === input.id)?.message ?? null,
      };
    }),
  };
}
