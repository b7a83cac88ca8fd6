import { z } from 'zod';
import type { Answer } from '../../domain/answers.ts';
import { ALWAYS } from '../../domain/condition.ts';
import { FIELD_KINDS, type Field, type FieldDefault, type FieldOption } from '../../domain/field.ts';
import { idSchema } from './basic-schema.ts';
import { conditionSchema } from './condition-schema.ts';

const DEFAULT_MAX_LENGTH = 1000;

/** `1`, `2-9`, `101+` people, cases or yen. */
const rangeSchema: z.ZodType<Answer> = z.unknown().transform((raw, context): Answer => {
  const [, from, dash, to, more] = /^(\d+)(?:(-)(\d+)|(\+))?$/.exec(String(raw)) ?? [];
  const last = dash ? Number(to) : more ? null : Number(from);
  if (from !== undefined && (last === null || Number(from) <= last))
    return { kind: 'count', from: Number(from), to: last };
  context.addIssue({ code: 'custom', message: 'bad_range' });
  return z.NEVER;
});

/** A list of choices, or ready-made ranges by their id. */
const optionsSchema: z.ZodType<FieldOption[]> = z.union([
  z.array(idSchema).transform((ids) => ids.map(choice)),
  z
    .record(idSchema, rangeSchema)
    .transform((ranges) => Object.entries(ranges).map(([id, answer]) => ({ id, answer }))),
]);

const fieldSchema = z
  .strictObject({
    kind: z.enum(FIELD_KINDS),
    required: z.boolean().default(false),
    ask: z.boolean().default(false),
    askWhen: conditionSchema.default(ALWAYS),
    allowUnknown: z.boolean().default(false),
    options: optionsSchema.default([]),
    default: z.string().optional(),
    maxLength: z.int().positive().default(DEFAULT_MAX_LENGTH),
    screen: z.enum(['first', 'more', 'follow_up', 'final']),
    allowFuture: z.boolean().default(false),
    settles: idSchema.optional(),
  })
  .transform(({ default: preset, ...field }, context) => {
    const value = preset === undefined ? null : defaultOf(preset, field.options);
    if (value === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'bad_default',
        path: ['default'],
        params: { value: preset },
      });
    }
    return { ...field, default: value ?? null };
  });

/** In the order in which the file names them. */
export const fieldsSchema: z.ZodType<Field[]> = z
  .record(idSchema, fieldSchema)
  .transform((fields) => Object.entries(fields).map(([id, field]) => ({ id, ...field })));

function defaultOf(preset: string, options: readonly FieldOption[]): FieldDefault | undefined {
  if (preset === 'now' || preset === 'office' || preset === 'message') return preset;
  const option = options.find((one) => one.id === preset);
  return option && { answer: option.answer };
}

function choice(id: string): FieldOption {
  return { id, answer: { kind: 'choice', choice: id } };
}
