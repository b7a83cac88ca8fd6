import { z } from 'zod';
import type { ClockRule } from '../../domain/clock.ts';
import { ALWAYS } from '../../domain/condition.ts';
import { idSchema } from './basic-schema.ts';
import { conditionSchema } from './condition-schema.ts';
import { durationSchema } from './duration-schema.ts';
import { LEVEL_NAMES, levelOf } from './level-schema.ts';
import { marksSchema } from './mark-schema.ts';

/** `none`, a duration, or a duration with what counts when it had passed before filing, or with the phone besides. */
const limitSchema = z.union([
  durationSchema.transform((duration) => ({ duration, whenPassed: null })),
  z.literal('none').transform(() => null),
  z
    .strictObject({
      in: durationSchema,
      whenPassed: durationSchema.optional(),
      byPhone: z.literal(true).optional(),
    })
    .transform((row) => ({
      duration: row.in,
      whenPassed: row.whenPassed ?? null,
      ...(row.byPhone && { byPhone: row.byPhone }),
    })),
]);

/** One row for every level, or one for each: a level is left out by saying `none`. */
const limits = {
  every: limitSchema.optional(),
  S4: limitSchema.optional(),
  S3: limitSchema.optional(),
  S2: limitSchema.optional(),
  S1: limitSchema.optional(),
};

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

/**
 * from: what starts it; of several the latest. until: what ends it; of several the first. when: for which reports it
 * runs. cases: rows that come before the others where their condition holds.
 */
const clockSchema = z.strictObject({
  from: oneOrMore,
  until: oneOrMore,
  when: conditionSchema.default(ALWAYS),
  ...limits,
  cases: z.array(z.strictObject({ when: conditionSchema, ...limits })).default([]),
  repeats: z.boolean().default(false),
  pauses: z.boolean().default(false),
  remindAt: marksSchema,
  escalateAt: marksSchema,
  tellAt: marksSchema,
  extension: z.strictObject({ times: z.int().positive(), atMost: durationSchema }).optional(),
});

export type ClockRow = z.infer<typeof clockSchema>;

export const clocksSchema = z.record(idSchema, clockSchema);

/** The rows in the order in which they are asked: what holds only for some comes first. */
export function clockRules(row: ClockRow): ClockRule[] {
  return [...row.cases.flatMap((one) => rulesOf(one, one.when)), ...rulesOf(row, ALWAYS)];
}

type Limits = Pick<ClockRow, 'every' | 'S4' | 'S3' | 'S2' | 'S1'>;

function rulesOf(row: Limits, when: ClockRule['when']): ClockRule[] {
  if (row.every) return [{ levels: [], when, ...row.every }];
  return LEVEL_NAMES.flatMap((name) => {
    const limit = row[name];
    const level = levelOf(name);
    return limit && level !== null ? [{ levels: [level], when, ...limit }] : [];
  });
}
