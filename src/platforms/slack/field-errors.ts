import type { Phrase } from '../../domain/phrase.ts';
import type { View } from '../../domain/view.ts';
import { controlBlockId, errorControl } from './control-block.ts';
import type { Say } from './render-lines.ts';

/** What keeps a modal open with its errors beside their fields, and everything typed where it was. */
export interface FieldErrors {
  response_action: 'errors';
  errors: Record<string, string>;
}

/**
 * @param edition of the modal that was sent
 * @returns null when a field has no place in the form, so that the errors have to be said in another way
 */
export function fieldErrors(
  { inputs }: View,
  edition: string,
  errors: readonly { field: string; message: Phrase }[],
  say: Say,
): FieldErrors | null {
  const placed: [string, string][] = [];
  for (const { field, message } of errors) {
    const input = inputs.find(({ id }) => id === field);
    if (!input) return null;
    placed.push([controlBlockId({ control: errorControl(input), part: 0, edition }), say(message)]);
  }
  return placed.length === 0 ? null : { response_action: 'errors', errors: Object.fromEntries(placed) };
}
