import { z } from 'zod';
import type { Campaign } from '../../domain/organization.ts';
import { dateSchema, idSchema, inOrder, namedSchema } from './basic-schema.ts';

const campaignSchema: z.ZodType<Campaign> = z
  .strictObject({ id: idSchema, name: namedSchema, asks: namedSchema, from: dateSchema, until: dateSchema })
  .refine(inOrder, { message: 'period_reversed', path: ['until'] });

/** organization/campaigns.yaml */
export const campaignsSchema = z.strictObject({ campaigns: z.array(campaignSchema) });
