import { z } from 'zod';
import type { Mark } from '../../domain/clock.ts';
import { durationOf } from './duration-schema.ts';

/**
 * `due`, `morning of due day`, `3 business days before`, `1 business day after`, `1 business hour before`,
 * `30 min elapsed before`.
 */
const markSchema: z.ZodType<Mark> = z.unknown().transform((text, context) => {
  const mark = typeof text === 'string' ? markOf(text) : null;
  if (mark) return mark;
  context.addIssue({ code: 'custom', message: 'bad_mark' });
  return z.NEVER;
});

export const marksSchema = z.array(markSchema).default([]);

const SIDES: ReadonlyMap<string, -1 | 1> = new Map([
  ['before', -1],
  ['after', 1],
]);

function markOf(text: string): Mark | null {
  if (text === 'due') return { unit: 'due' };
  if (text === 'morning of due day') return { unit: 'due_day' };
  const [, length = '', side = ''] = /^(.*) (before|after)$/.exec(text) ?? [];
  const duration = durationOf(length);
  const sign = SIDES.get(side);
  if (!duration || sign === undefined) return null;
  switch (duration.unit) {
    case 'elapsed':
    case 'business':
      return { unit: duration.unit, minutes: sign * duration.minutes };
    case 'business_days':
      return { unit: 'business_days', days: sign * duration.days };
    case 'calendar_days':
    case 'calendar_months':
    case 'end_of':
    case 'given_day':
      // Reminders go out on working days, so that only these are counted.
      return null;
  }
}
