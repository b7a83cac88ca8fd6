import type { FieldError } from '../dialog/form.ts';
import type { Phrase } from '../phrase.ts';
import type { Problem } from '../problems.ts';
import { fail, type Result } from '../result.ts';

/** What stands beside an input, where there is something. */
export function fieldError(field: string, message: Phrase | null): FieldError[] {
  return message ? [{ field, message }] : [];
}

/** The problem of all of them; null when there is none. */
export function refused(...errors: readonly (readonly FieldError[])[]): Result<never, Problem> | null {
  const all = errors.flat();
  return all.length === 0 ? null : fail({ kind: 'fields', errors: all });
}

/** Nothing can be done because of this one input. */
export function faulty(field: string, message: Phrase): Result<never, Problem> {
  return fail({ kind: 'fields', errors: [{ field, message }] });
}
