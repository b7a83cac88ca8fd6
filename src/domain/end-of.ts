import {
  addBusinessDays,
  addBusinessMinutes,
  addDays,
  addMinutes,
  addMonths,
  instantOf,
  lastOfMonth,
  localOf,
  nextWorkingDay,
  type Calendar,
  type Instant,
} from './business-time.ts';
import type { Duration } from './clock.ts';

/** The moment a duration ends, counted from an instant; of a given day, one of its moments. */
export function endOf(duration: Duration, from: Instant, calendar: Calendar): Instant {
  const { date } = localOf(calendar, from);
  const closing = (day: string) => instantOf(calendar, day, calendar.closes);
  switch (duration.unit) {
    case 'elapsed':
      return addMinutes(from, duration.minutes);
    case 'business':
      return addBusinessMinutes(calendar, from, duration.minutes);
    case 'business_days':
      return addBusinessDays(calendar, from, duration.days);
    case 'calendar_days':
      return closing(addDays(date, duration.days));
    case 'calendar_months':
      return closing(addMonths(date, duration.months));
    case 'end_of':
      return endOfPeriod(duration.period, date, calendar);
    case 'given_day':
      return closing(date);
  }
}

function endOfPeriod(
  period: Extract<Duration, { unit: 'end_of' }>['period'],
  date: string,
  calendar: Calendar,
): Instant {
  switch (period) {
    case 'same_day':
      // The day itself, however late: 「その日のうち」 ends at midnight.
      return instantOf(calendar, date, 24 * 60);
    case 'month':
      return instantOf(calendar, lastOfMonth(date), calendar.closes);
    case 'next_month':
      return instantOf(calendar, lastOfMonth(addMonths(date, 1)), calendar.closes);
    case 'noon_next_working_day':
      return instantOf(calendar, nextWorkingDay(calendar, date), 12 * 60);
  }
}
