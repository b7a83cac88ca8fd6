import { z } from 'zod';
import { ALWAYS } from '../../domain/condition.ts';
import type { ChecklistItem } from '../../domain/checklist.ts';
import { idSchema } from './basic-schema.ts';
import { conditionSchema } from './condition-schema.ts';

/** What has to be there before an end: for every report of the type, or while a condition holds. */
export const checklistSchema = z
  .record(
    idSchema,
    z
      .strictObject({ when: conditionSchema.default(ALWAYS), people: z.int().positive().default(1) })
      .nullable(),
  )
  .transform((items): ChecklistItem[] =>
    Object.entries(items).map(([id, item]) => ({ id, ...(item ?? { when: ALWAYS, people: 1 }) })),
  );

/** Criteria by which every report of the type is judged, each on the same few named steps, best first. */
export const evaluationSchema = z.strictObject({
  scale: z.array(idSchema).min(2),
  criteria: z.array(idSchema).min(1),
});
