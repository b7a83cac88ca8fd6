import type { FieldError } from '../dialog/form.ts';
import type { Phrase } from '../phrase.ts';
import type { Problem } from '../problems.ts';
import { reasonFlaw } from '../reason.ts';
import { fail, type Result } from '../result.ts';
import type { ActRules } from './act.ts';

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

/** The problem of a text that would fit any matter; null when it says something of this one. */
export function saysNothing(
  { hollowPhrases }: Pick<ActRules, 'hollowPhrases'>,
  field: string,
  text: string,
): Result<never, Problem> | null {
  return refused(fieldError(field, reasonFlaw(text, { recent: [], hollow: hollowPhrases })));
}
