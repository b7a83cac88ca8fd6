import { addDays, instantOf, localOf, type Calendar, type Instant } from './business-time.ts';

/**
 * When something falls due, as lists and boards speak of it. Today and the week are what is still to come of them, so
 * that nothing is both overdue and due; weeks end on Sunday.
 */
export const DUE_SPANS = ['overdue', 'today', 'week', 'rest_of_week', 'later', 'none'] as const;
export type DueSpan = (typeof DUE_SPANS)[number];

/** From the one moment on, until before the other; both are open where they are missing. */
export interface DueRange {
  from?: Instant;
  before?: Instant;
}

/** What somebody has to do and is not late with, as their own place speaks of it: every date in exactly one of these. */
export interface DuesAhead {
  today: DueRange;
  soon: DueRange;
  later: DueRange;
}

const SOON_DAYS = 7;
const SUNDAY = 0;
const WEEK = 7;
const MIDNIGHT = 24 * 60;

/** The moments that a span means; null for what is due never. */
export function dueRange(span: DueSpan, now: Instant, calendar: Calendar): DueRange | null {
  const { date } = localOf(calendar, now);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const sunday = weekday === SUNDAY ? date : addDays(date, WEEK - weekday);
  const [tomorrow, nextWeek] = [date, sunday].map((day) => instantOf(calendar, day, MIDNIGHT));
  switch (span) {
    case 'overdue':
      return { before: now };
    case 'today':
      return { from: now, before: tomorrow };
    case 'week':
      return { from: now, before: nextWeek };
    case 'rest_of_week':
      return { from: tomorrow, before: nextWeek };
    case 'later':
      return { from: nextWeek };
    case 'none':
      return null;
  }
}

/** Of today what is still to come of it, then the seven days after it whatever weekday it is, then everything after. */
export function duesAhead(now: Instant, calendar: Calendar): DuesAhead {
  const { date } = localOf(calendar, now);
  const tomorrow = instantOf(calendar, date, MIDNIGHT);
  const afterwards = instantOf(calendar, addDays(date, SOON_DAYS), MIDNIGHT);
  return {
    today: { from: now, before: tomorrow },
    soon: { from: tomorrow, before: afterwards },
    later: { from: afterwards },
  };
}
