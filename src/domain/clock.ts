import type { Level } from './severity.ts';

/**
 * One clock as data. elapsed runs day and night; business runs in business hours; calendar counts days and ends at
 * the close of business of the last one.
 */
export interface ClockDefinition {
  id: string;
  /** Event kind (ledger) or fact that starts it: `filed`, `found`, … */
  starts: string;
  /** Event kind or state that ends it; of several, whichever comes first. */
  ends: string | readonly string[];
  rules: readonly ClockRule[];
}

export interface ClockRule {
  /** Levels this row is for; empty means every level. */
  levels: readonly Level[];
  duration: Duration;
  /** Used instead when `duration` has already run out at filing. */
  whenPassed: Duration | null;
}

export type Duration =
  | { unit: 'elapsed'; minutes: number }
  | { unit: 'business'; minutes: number }
  | { unit: 'business_days'; days: number }
  | { unit: 'calendar_days'; days: number }
  | { unit: 'calendar_months'; months: number }
  /** Close of business of the same day, of the last day of this or the next month; noon of the next working day. */
  | { unit: 'end_of'; period: 'same_day' | 'month' | 'next_month' | 'noon_next_working_day' };
