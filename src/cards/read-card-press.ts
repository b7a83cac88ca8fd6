import { z } from 'zod';
import type { Press } from '../domain/view.ts';

const pressSchema = z.object({
  action: z.string().min(1).max(100),
  value: z.string().max(500).optional(),
  turn: z.number().int().nonnegative().optional(),
  report: z.string().max(100).optional(),
});

const dataSchema = z.object({ press: pressSchema });

/** The press that an action of a card carries, or null when somebody else made the data up. */
export function readCardPress(data: unknown): Press | null {
  const read = dataSchema.safeParse(data);
  return read.success ? read.data.press : null;
}
