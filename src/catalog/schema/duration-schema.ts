import { z } from 'zod';
import type { Duration } from '../../domain/clock.ts';

/**
 * `15 min elapsed`, `24 h elapsed`, `1 business hour`, `3 business days`, `30 calendar days`, `3 calendar months`,
 * `end of same day | month | next month`, `noon of next working day`, `given day`.
 */
export const durationSchema: z.ZodType<Duration> = z.unknown().transform((text, context) => {
  const duration = typeof text === 'string' ? durationOf(text) : null;
  if (duration) return duration;
  context.addIssue({ code: 'custom', message: 'bad_duration' });
  return z.NEVER;
});

const COUNTED: readonly (readonly [pattern: RegExp, of: (n: number) => Duration])[] = [
  [/^(\d+) min elapsed$/, (n) => ({ unit: 'elapsed', minutes: n })],
  [/^(\d+) h elapsed$/, (n) => ({ unit: 'elapsed', minutes: n * 60 })],
  [/^(\d+) business min$/, (n) => ({ unit: 'business', minutes: n })],
  [/^(\d+) business hours?$/, (n) => ({ unit: 'business', minutes: n * 60 })],
  [/^(\d+) business days?$/, (n) => ({ unit: 'business_days', days: n })],
  [/^(\d+) calendar days?$/, (n) => ({ unit: 'calendar_days', days: n })],
  [/^(\d+) calendar months?$/, (n) => ({ unit: 'calendar_months', months: n })],
];

const NAMED: ReadonlyMap<string, Duration> = new Map<string, Duration>([
  ['end of same day', { unit: 'end_of', period: 'same_day' }],
  ['end of month', { unit: 'end_of', period: 'month' }],
  ['end of next month', { unit: 'end_of', period: 'next_month' }],
  ['noon of next working day', { unit: 'end_of', period: 'noon_next_working_day' }],
  ['given day', { unit: 'given_day' }],
]);

export function durationOf(text: string): Duration | null {
  const named = NAMED.get(text);
  if (named) return named;
  for (const [pattern, of] of COUNTED) {
    const count = Number(pattern.exec(text)?.[1]);
    if (count > 0) return of(count);
  }
  return null;
}
