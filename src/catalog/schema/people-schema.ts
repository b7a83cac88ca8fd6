import { z } from 'zod';
import { LOCALES, ROLES, type Role } from '../../domain/organization.ts';
import { dateSchema, idSchema, inOrder, optionalCell } from './basic-schema.ts';

export const PEOPLE_COLUMNS = ['id', 'ja', 'en', 'email', 'locale', 'unit', 'roles', 'from', 'until'];
export const DEPUTY_COLUMNS = ['person', 'deputy', 'from', 'until'];

const rolesCell: z.ZodType<Role[]> = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.array(z.enum(ROLES)));

/** One post of one person: a row of organization/people.csv. */
export const postSchema = z
  .strictObject({
    id: idSchema,
    ja: z.string().refine(Boolean, 'missing_key'),
    en: z.string().refine(Boolean, 'missing_key'),
    email: z.string(),
    locale: z.enum(LOCALES),
    unit: idSchema,
    roles: rolesCell,
    from: dateSchema,
    until: optionalCell(dateSchema),
  })
  .refine(inOrder, { message: 'period_reversed', path: ['until'] });

export type PostRow = z.infer<typeof postSchema>;

/** One row of organization/deputies.csv. */
export const deputySchema = z
  .strictObject({ person: idSchema, deputy: idSchema, from: dateSchema, until: optionalCell(dateSchema) })
  .refine(inOrder, { message: 'period_reversed', path: ['until'] });

export type DeputyRow = z.infer<typeof deputySchema>;
