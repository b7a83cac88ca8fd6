import { z } from 'zod';
import type { Dated, Named, Unit, Windows } from '../../domain/organization.ts';
import { dateSchema, idSchema, inOrder, namedSchema, optionalCell } from './basic-schema.ts';

const channelsSchema = z.record(idSchema, z.string());
const contactSchema = z.strictObject({ name: namedSchema, contact: z.string() });

const datedNames = z
  .array(z.strictObject({ from: dateSchema, ja: z.string(), en: z.string() }))
  .min(1)
  .transform((rows): Dated<Named>[] => rows.map(({ from, ...value }) => ({ from, value })));

const datedParents = z
  .array(z.strictObject({ from: dateSchema, unit: idSchema }))
  .default([])
  .transform((rows): Dated<string>[] => rows.map(({ from, unit }) => ({ from, value: unit })));

const unitSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(['executive', 'department', 'block', 'region', 'address']),
    names: datedNames,
    parents: datedParents,
    from: dateSchema,
    until: dateSchema.nullable().default(null),
    successor: idSchema.nullable().default(null),
    /** Every department can, unless it says no. */
    handles: z.boolean().optional(),
    channels: channelsSchema.default({}),
  })
  .refine(inOrder, { message: 'period_reversed', path: ['until'] })
  .transform((unit): Unit => ({ ...unit, handles: unit.handles ?? unit.kind === 'department' }));

/** organization/departments.yaml */
export const departmentsSchema = z.strictObject({
  organization: z.strictObject({ name: namedSchema }),
  units: z.array(unitSchema).min(1),
  windows: z.strictObject({
    compliance: contactSchema,
    external: contactSchema,
    harassment: contactSchema,
    urgent: contactSchema,
  }) satisfies z.ZodType<Windows>,
  fallbackChannel: channelsSchema,
});

export type Departments = z.infer<typeof departmentsSchema>;

export const OFFICE_COLUMNS = [
  'id',
  'block',
  'region',
  'prefecture',
  'ja',
  'en',
  'from',
  'until',
  'successor',
];

/** One row of organization/offices.csv. */
export const officeSchema = z
  .strictObject({
    id: idSchema,
    block: idSchema,
    region: optionalCell(idSchema),
    prefecture: z.string(),
    ja: z.string().refine(Boolean, 'missing_key'),
    en: z.string().refine(Boolean, 'missing_key'),
    from: dateSchema,
    until: optionalCell(dateSchema),
    successor: optionalCell(idSchema),
  })
  .refine(inOrder, { message: 'period_reversed', path: ['until'] });

export type OfficeRow = z.infer<typeof officeSchema>;

/**
 * An office stands under its block until its region begins, and under the region from then on; the members of each
 * office have a channel of their own.
 */
export function officeUnit(row: OfficeRow, region: Unit | undefined): Unit {
  const under = row.region ?? row.block;
  const later = region !== undefined && region.from > row.from;
  return {
    id: row.id,
    kind: 'office',
    names: [{ from: row.from, value: { ja: row.ja, en: row.en } }],
    parents: later
      ? [
          { from: row.from, value: row.block },
          { from: region.from, value: under },
        ]
      : [{ from: row.from, value: under }],
    from: row.from,
    until: row.until,
    successor: row.successor,
    handles: false,
    channels: { web: row.id },
  };
}
