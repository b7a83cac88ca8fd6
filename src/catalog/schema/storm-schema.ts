import { z } from 'zod';
import type { Storm } from '../../domain/report-type.ts';
import { conditionSchema } from './condition-schema.ts';
import { durationSchema } from './duration-schema.ts';

/** An outage runs day and night. */
const minutesSchema = durationSchema.transform((duration, context): number => {
  if (duration.unit === 'elapsed') return duration.minutes;
  context.addIssue({ code: 'custom', message: 'bad_duration' });
  return z.NEVER;
});

/** `storm` of intents/<report type>.yaml */
export const stormSchema: z.ZodType<Storm> = z.strictObject({
  when: conditionSchema,
  within: minutesSchema,
  callAt: z.array(z.int().positive()),
});
