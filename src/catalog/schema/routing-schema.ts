import { z } from 'zod';
import { ALWAYS } from '../../domain/condition.ts';
import type { OwnershipTable } from '../../domain/ownership.ts';
import {
  RELATIVE_UNITS,
  type RelativeUnit,
  type RoutingRule,
  type RoutingTable,
  type UnitRef,
} from '../../domain/routing.ts';
import { VISIBILITIES } from '../../domain/visibility.ts';
import { dateSchema, idSchema, inOrder } from './basic-schema.ts';
import { conditionSchema } from './condition-schema.ts';

/** `$owner`, `$block`, `$region`, `$office`, or the id of a unit. */
const unitRefSchema: z.ZodType<UnitRef> = z.string().transform((text, context): UnitRef => {
  const relative = RELATIVE_UNITS.find((one): one is RelativeUnit => text === `$${one}`);
  if (relative) return { relative };
  if (!idSchema.safeParse(text).success) {
    context.addIssue({ code: 'custom', message: 'unknown_unit', params: { unit: text } });
  }
  return { unit: text };
});

/** Ids of rules are shown on cards: R01 as well as a word. */
const ruleIdSchema = z.string().refine((text) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(text), 'bad_id');

const refs = z.array(unitRefSchema).default([]);

const ruleSchema: z.ZodType<RoutingRule> = z
  .strictObject({
    id: ruleIdSchema,
    version: z.int().positive(),
    validFrom: dateSchema,
    validUntil: dateSchema.nullable().default(null),
    when: conditionSchema,
    primary: unitRefSchema.nullable().default(null),
    copies: refs,
    referrals: refs,
    alone: z.boolean().default(false),
    visibility: z.enum(VISIBILITIES),
    escalation: z.array(idSchema).default([]),
  })
  .refine((rule) => inOrder({ from: rule.validFrom, until: rule.validUntil }), {
    message: 'period_reversed',
    path: ['validUntil'],
  });

const otherwiseSchema = z
  .strictObject({
    id: ruleIdSchema,
    version: z.int().positive(),
    validFrom: dateSchema,
    primary: unitRefSchema,
    visibility: z.enum(VISIBILITIES),
  })
  .transform((rule): RoutingTable['otherwise'] => ({
    ...rule,
    validUntil: null,
    when: ALWAYS,
    copies: [],
    referrals: [],
    alone: false,
    escalation: [],
  }));

/** organization/routing.yaml */
export const routingSchema: z.ZodType<RoutingTable> = z.strictObject({
  rules: z.array(ruleSchema),
  otherwise: otherwiseSchema,
});

/** organization/ownership.yaml */
export const ownershipSchema: z.ZodType<OwnershipTable> = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: idSchema,
      unit: idSchema,
      when: conditionSchema.default(ALWAYS),
      words: z.array(z.string()).default([]),
    }),
  ),
  otherwise: idSchema,
});
