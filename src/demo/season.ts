import type { DemoSeason } from '../application/ports.ts';
import {
  addDays,
  instantOf,
  isWorkingDay,
  type Calendar,
  type Instant,
  type LocalDate,
} from '../domain/business-time.ts';
import type { Random } from './random.ts';
import { firstAbove, weighted } from './weighted.ts';

export const YEAR_DAYS = 365;

export interface Season {
  /** The day that this part (0–1) of the year's reports has come to. */
  dayAt(part: number): LocalDate;
  /** A moment of the day at which people report. */
  momentOn(day: LocalDate, random: Random): Instant;
}

/** The year that ends the day before `today`: more reports around payments and transfers, few on closed days. */
export function seasonOf(season: DemoSeason, calendar: Calendar, today: LocalDate): Season {
  const days = Array.from({ length: YEAR_DAYS }, (_, index) => addDays(today, index - YEAR_DAYS));
  const sums: number[] = [];
  let sum = 0;
  for (const day of days) sums.push((sum += weightOn(season, calendar, day)));
  const hour = weighted(Object.entries(season.hours), ([, weight]) => weight);
  return {
    dayAt: (part) => days[firstAbove(sums, part * sum)] ?? addDays(today, -1),
    momentOn: (day, random) => {
      const [at] = hour(random) ?? ['12'];
      return instantOf(calendar, day, Number(at) * 60 + random.between(0, 59));
    },
  };
}

function weightOn({ months, days, closedDays }: DemoSeason, calendar: Calendar, date: LocalDate): number {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const special = days.filter((one) => one.months.includes(month) && one.from <= day && day <= one.to);
  const weights = [months[month - 1] ?? 1, ...special.map(({ weight }) => weight)];
  return weights.reduce((product, weight) => product * weight, isWorkingDay(calendar, date) ? 1 : closedDays);
}
