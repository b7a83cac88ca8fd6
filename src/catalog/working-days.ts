import japan from '@holiday-jp/holiday_jp';
import type { Calendar, LocalDate } from '../domain/business-time.ts';
import type { CalendarFile } from './schema/calendar-schema.ts';

/** Japan has had no summer time since 1951. */
const TOKYO_OFFSET_MINUTES = 540;

const NATIONAL: readonly LocalDate[] = Object.keys(japan.holidays).sort();

/** National holidays (the substitute ones included), the days closed every year, and the organisation's own. */
export function workingDays(file: CalendarFile): Calendar {
  const [first, last] = file.years;
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return {
    offsetMinutes: TOKYO_OFFSET_MINUTES,
    opens: file.opens,
    closes: file.closes,
    holidays: new Set([
      ...NATIONAL.filter((date) => years.includes(date.slice(0, 4))),
      ...years.flatMap((year) => file.closedDays.map((day) => `${year}-${day}`)),
      ...file.extraClosed,
    ]),
  };
}

/** The years that national holidays are known for. */
export function yearsWithHolidays(): [first: number, last: number] {
  return [Number(NATIONAL[0]?.slice(0, 4)), Number(NATIONAL.at(-1)?.slice(0, 4))];
}
