import type { LocalDate } from '../../domain/business-time.ts';

const DAY = 86_400_000;

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export function calendarDay(date: LocalDate): CalendarDay {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** Null for a day that does not exist, such as 2/30. */
export function localDate({ year, month, day }: CalendarDay): LocalDate | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  const exists =
    time.getUTCMonth() === month - 1 && time.getUTCDate() === day && year >= 1000 && year <= 9999;
  return exists ? time.toISOString().slice(0, 10) : null;
}

export function daysBefore(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

/** `month` may be 0 or below: those are the last months of the year before. */
export function monthEnd(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The same day of an earlier month, or its last day when it is shorter. */
export function monthsBefore(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = calendarDay(date);
  const end = monthEnd(year, month - months);
  return `${end.slice(0, 8)}${String(Math.min(day, calendarDay(end).day)).padStart(2, '0')}`;
}

/** 0 is Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
