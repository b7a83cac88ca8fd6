import { z } from 'zod';
import type { ClockRule } from '../../domain/clock.ts';
import { idSchema } from './basic-schema.ts';
import { durationSchema } from './duration-schema.ts';
import { LEVEL_NAMES, levelOf } from './level-schema.ts';

/** `none`, a duration, or a duration and what counts when it had passed before filing. */
const limitSchema = z.union([
  durationSchema.transform((duration) => ({ duration, whenPassed: null })),
  z.literal('none').transform(() => null),
  z
    .strictObject({ in: durationSchema, whenPassed: durationSchema })
    .transform((both) => ({ duration: both.in, whenPassed: both.whenPassed })),
]);

/** One row for every level, or one for each: a level is left out by saying `none`. */
const clockSchema = z.strictObject({
  from: z.string(),
  until: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]),
  every: limitSchema.optional(),
  S4: limitSchema.optional(),
  S3: limitSchema.optional(),
  S2: limitSchema.optional(),
  S1: limitSchema.optional(),
});

export type ClockRow = z.infer<typeof clockSchema>;

export const clocksSchema = z.record(idSchema, clockSchema);

export function clockRules(row: ClockRow): ClockRule[] {
  if (row.every) return [{ levels: [], ...row.every }];
  return LEVEL_NAMES.flatMap((name) => {
    const limit = row[name];
    const level = levelOf(name);
    return limit && level !== null ? [{ levels: [level], ...limit }] : [];
  });
}
