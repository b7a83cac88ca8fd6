import { localOf, type Instant, type LocalDate } from '../domain/business-time.ts';
import { phrase } from '../domain/phrase.ts';
import type { Writing } from './write-value.ts';

const NOON = 12 * 60;

/** 11/19(木), with the year when it is not this year's. */
export function writeDate(date: LocalDate, { today, say }: Writing): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const key = date.slice(0, 4) === today.slice(0, 4) ? 'date.this_year' : 'date.other_year';
  // The year goes in as text: a number would be grouped like an amount.
  return say(phrase(key, { year: String(year), month, day, weekday }));
}

/** 11/20(金) 10:15 */
export function writeMoment(at: Instant, writing: Writing): string {
  const { date, minute } = localOf(writing.calendar, at);
  return joined(writeDate(date, writing), writeTime(minute, writing), writing);
}

/**
 * Only the clock time when it is today. Of another day's close of business only the day is said: 「11/30(月)まで」
 * is how an office says it.
 */
export function writeDue(at: Instant, writing: Writing): string {
  const { date, minute } = localOf(writing.calendar, at);
  const time = minute === NOON ? writing.say(phrase('time.noon')) : writeTime(minute, writing);
  if (date === writing.today) return time;
  const day = writeDate(date, writing);
  return minute === writing.calendar.closes ? day : joined(day, time, writing);
}

/** Minutes after midnight as 9:05. */
export function writeTime(minute: number, { say }: Writing): string {
  return say(
    phrase('time.clock', { hour: Math.floor(minute / 60), minute: String(minute % 60).padStart(2, '0') }),
  );
}

function joined(date: string, time: string, { say }: Writing): string {
  return say(phrase('date.with_time', { date, time }));
}
