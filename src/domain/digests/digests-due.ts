import {
  addDays,
  addMonths,
  inBusinessHours,
  instantOf,
  localOf,
  previousWorkingDay,
  type Calendar,
  type Instant,
  type LocalDate,
} from '../business-time.ts';

/** overdue: of a unit, daily; office: of an office, daily; stock: of a unit, weekly; month: of everything, monthly. */
export type DigestKind = 'overdue' | 'office' | 'stock' | 'month';

/** What a digest tells of: from the one moment on, until before the other. */
export interface Period {
  from: Instant;
  before: Instant;
}

export interface DueDigest {
  kind: DigestKind;
  /** The day, the Monday or the first of the month that it stands for: it is sent once for that. */
  day: LocalDate;
  period: Period;
}

const MONDAY = 1;
const WEEK = 7;

/**
 * What may be sent at a moment, if it was not sent before: in office hours alone, hence never on a holiday; the
 * weekly and the monthly one on the first working day of their week and month, or on a later one if nobody was there
 * to send them.
 */
export function digestsDue(calendar: Calendar, now: Instant): DueDigest[] {
  if (!inBusinessHours(calendar, now)) return [];
  const { date } = localOf(calendar, now);
  const monday = mondayOf(date);
  const first = `${date.slice(0, 7)}-01`;
  const between = (from: LocalDate, before: LocalDate): Period => ({
    from: instantOf(calendar, from, 0),
    before: instantOf(calendar, before, 0),
  });
  const lately = between(previousWorkingDay(calendar, date), date);
  return [
    { kind: 'overdue', day: date, period: lately },
    { kind: 'office', day: date, period: lately },
    { kind: 'stock', day: monday, period: between(addDays(monday, -WEEK), monday) },
    { kind: 'month', day: first, period: between(addMonths(first, -1), first) },
  ];
}

function mondayOf(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday - MONDAY + WEEK) % WEEK));
}
