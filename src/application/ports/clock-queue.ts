import type { Instant } from '../../domain/business-time.ts';

/** What the clocks want done, for those who look after the scheduler. */
export interface ClockQueue {
  /** Reports that should have been looked at before a moment: how many, and since when the oldest waits. */
  waitingSince(before: Instant): Promise<{ late: number; since: Instant | null }>;
}
