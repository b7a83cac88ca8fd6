import { z } from 'zod';
import type { Level } from '../../domain/severity.ts';

/** Levels as an administrator writes them. */
export const LEVEL_NAMES = ['S1', 'S2', 'S3', 'S4'] as const;

const LEVELS: ReadonlyMap<unknown, Level> = new Map<unknown, Level>([
  ['none', 0],
  ['S1', 1],
  ['S2', 2],
  ['S3', 3],
  ['S4', 4],
]);

/** `none` is the level of types without levels; null for anything that is no level. */
export function levelOf(name: unknown): Level | null {
  return LEVELS.get(name) ?? null;
}

export const levelSchema: z.ZodType<Level> = z.unknown().transform((name, context) => {
  const level = levelOf(name);
  if (level === null) context.addIssue({ code: 'custom', message: 'bad_level' });
  return level ?? 0;
});
