/** A calendar day where the organisation works, `YYYY-MM-DD`. */
export type LocalDate = string;
/** An instant, ISO 8601 in UTC with milliseconds: sortable as text. */
export type Instant = string;

/** Working days and hours as plain data; catalog/ makes it from organization/calendar.yaml and the holiday package. */
export interface Calendar {
  /** Offset of the organisation's time zone from UTC in minutes: 540 for Asia/Tokyo, which has no summer time. */
  offsetMinutes: number;
  /** Minutes after midnight. */
  opens: number;
  closes: number;
  /** Days that are no working days besides weekends: national holidays and the organisation's own. */
  holidays: ReadonlySet<LocalDate>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whether the text is a day that exists: February 30 does not. */
export function isLocalDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day and the minute after midnight that an instant is where the organisation works. */
export function localOf(calendar: Calendar, at: Instant): { date: LocalDate; minute: number } {
  const local = new Date(Date.parse(at) + calendar.offsetMinutes * MINUTE);
  return { date: local.toISOString().slice(0, 10), minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

export function instantOf(calendar: Calendar, date: LocalDate, minute: number): Instant {
  return new Date(Date.parse(`${date}T00:00:00Z`) + (minute - calendar.offsetMinutes) * MINUTE).toISOString();
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * MINUTE).toISOString();
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

export function lastOfMonth(date: LocalDate): LocalDate {
  return addDays(addMonths(`${date.slice(0, 7)}-01`, 1), -1);
}

export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(date);
}

export function nextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  let next = addDays(date, 1);
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

export function previousWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  let previous = addDays(date, -1);
  while (!isWorkingDay(calendar, previous)) previous = addDays(previous, -1);
  return previous;
}

/** The moment after so many minutes of business hours; 0 minutes from a closed hour is the next opening. */
export function addBusinessMinutes(calendar: Calendar, at: Instant, minutes: number): Instant {
  let { date, minute } = openingFrom(calendar, at);
  let left = minutes;
  while (left > calendar.closes - minute) {
    left -= calendar.closes - minute;
    date = nextWorkingDay(calendar, date);
    minute = calendar.opens;
  }
  return instantOf(calendar, date, minute + left);
}

/** So many working days later at the close of business; day 0 is the day of the start, or the next working day. */
export function addBusinessDays(calendar: Calendar, at: Instant, days: number): Instant {
  let { date } = openingFrom(calendar, at);
  for (let day = 0; day < days; day++) date = nextWorkingDay(calendar, date);
  return instantOf(calendar, date, calendar.closes);
}

/** Minutes of business hours from one moment to a later one; seconds are dropped. */
export function businessMinutesBetween(calendar: Calendar, from: Instant, until: Instant): number {
  const last = localOf(calendar, until);
  let { date, minute } = openingFrom(calendar, from);
  let minutes = 0;
  while (date < last.date) {
    minutes += calendar.closes - minute;
    date = nextWorkingDay(calendar, date);
    minute = calendar.opens;
  }
  return date > last.date ? minutes : minutes + Math.max(0, Math.min(last.minute, calendar.closes) - minute);
}

/** So many minutes of business hours earlier; 0 from a closed hour is the close of business before. */
export function subtractBusinessMinutes(calendar: Calendar, at: Instant, minutes: number): Instant {
  let { date, minute } = closingBefore(calendar, at);
  let left = minutes;
  while (left > minute - calendar.opens) {
    left -= minute - calendar.opens;
    date = previousWorkingDay(calendar, date);
    minute = calendar.closes;
  }
  return instantOf(calendar, date, minute - left);
}

/** The moment itself in business hours, else the next opening. */
export function openOrNext(calendar: Calendar, at: Instant): Instant {
  if (inBusinessHours(calendar, at)) return at;
  const { date, minute } = openingFrom(calendar, at);
  return instantOf(calendar, date, minute);
}

/** The working day that a moment belongs to: after the close of business it is the next one. */
export function workingDayOf(calendar: Calendar, at: Instant): LocalDate {
  return openingFrom(calendar, at).date;
}

export function daysBetween(from: LocalDate, until: LocalDate): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Whole minutes of day and night, negative when the other was first. */
export function minutesBetween(from: Instant, until: Instant): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / 60_000);
}

export function inBusinessHours(calendar: Calendar, at: Instant): boolean {
  const { date, minute } = localOf(calendar, at);
  return isWorkingDay(calendar, date) && minute >= calendar.opens && minute < calendar.closes;
}

function openingFrom(calendar: Calendar, at: Instant): { date: LocalDate; minute: number } {
  const { date, minute } = localOf(calendar, at);
  if (isWorkingDay(calendar, date) && minute < calendar.closes)
    return { date, minute: Math.max(minute, calendar.opens) };
  return { date: nextWorkingDay(calendar, date), minute: calendar.opens };
}

function closingBefore(calendar: Calendar, at: Instant): { date: LocalDate; minute: number } {
  const { date, minute } = localOf(calendar, at);
  if (isWorkingDay(calendar, date) && minute > calendar.opens)
    return { date, minute: Math.min(minute, calendar.closes) };
  return { date: previousWorkingDay(calendar, date), minute: calendar.closes };
}
