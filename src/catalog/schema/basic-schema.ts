import { z } from 'zod';
import type { Named } from '../../domain/organization.ts';

/** Ids of everything: lower case, digits, `_` and `-`. Refused with the problem bad_id. */
export const idSchema = z.string().refine((text) => /^[a-z][a-z0-9_-]*$/.test(text), 'bad_id');

/** A day of the calendar, YYYY-MM-DD. */
export const dateSchema = z.string().refine(isDate, 'bad_date');

export const namedSchema: z.ZodType<Named> = z.strictObject({ ja: z.string(), en: z.string() });

/** Empty is none: cells of a table. */
export const optionalCell = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text || null)
    .pipe(schema.nullable());

/** Ends no earlier than it begins. */
export function inOrder(period: { from: string; until?: string | null | undefined }): boolean {
  return !period.until || period.from <= period.until;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
