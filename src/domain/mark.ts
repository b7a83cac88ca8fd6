import {
  addBusinessMinutes,
  addMinutes,
  instantOf,
  isWorkingDay,
  localOf,
  nextWorkingDay,
  previousWorkingDay,
  subtractBusinessMinutes,
  type Calendar,
  type Instant,
  type LocalDate,
} from './business-time.ts';
import type { Duration, Mark } from './clock.ts';

/** The moment of a mark, told from when its clock runs out. */
export function momentOf(mark: Mark, due: Instant, calendar: Calendar): Instant {
  switch (mark.unit) {
    case 'due':
      return due;
    case 'due_day':
      return opening(calendar, lastWorkingDay(calendar, localOf(calendar, due).date));
    case 'business_days':
      return opening(calendar, shifted(calendar, localOf(calendar, due).date, mark.days));
    case 'elapsed':
      return addMinutes(due, mark.minutes);
    case 'business':
      return mark.minutes < 0
        ? subtractBusinessMinutes(calendar, due, -mark.minutes)
        : addBusinessMinutes(calendar, due, mark.minutes);
  }
}

/** Whether a mark is meant to come before the end. */
export function isBefore(mark: Mark): boolean {
  switch (mark.unit) {
    case 'due':
      return false;
    case 'due_day':
      return true;
    case 'business_days':
      return mark.days < 0;
    case 'elapsed':
    case 'business':
      return mark.minutes < 0;
  }
}

/**
 * A deadline counted in days of the calendar, or given as one, can end on a holiday, and is warned of on the working day before: when
 * that day opens, or at once if the clock started in the course of it. Null where there is nothing to warn of.
 */
export function warningOf(
  { startedAt, due, duration }: { startedAt: Instant; due: Instant; duration: Duration },
  calendar: Calendar,
): Instant | null {
  const { date } = localOf(calendar, due);
  if (!COUNTED_BY_CALENDAR.has(duration.unit) || isWorkingDay(calendar, date)) return null;
  const at = opening(calendar, previousWorkingDay(calendar, date));
  return at > startedAt ? at : startedAt;
}

const COUNTED_BY_CALENDAR: ReadonlySet<Duration['unit']> = new Set<Duration['unit']>([
  'calendar_days',
  'calendar_months',
  'end_of',
  'given_day',
]);

function lastWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : previousWorkingDay(calendar, date);
}

function shifted(calendar: Calendar, from: LocalDate, days: number): LocalDate {
  let date = from;
  for (let left = Math.abs(days); left > 0; left--)
    date = days < 0 ? previousWorkingDay(calendar, date) : nextWorkingDay(calendar, date);
  return date;
}

function opening(calendar: Calendar, date: LocalDate): Instant {
  return instantOf(calendar, date, calendar.opens);
}
