import type { Calendar, Instant } from '../../src/domain/business-time.ts';

/**
 * The clock as a person with a wall calendar would count it, minute by minute: slow, and written apart from the
 * domain. Only for calendars of Asia/Tokyo.
 */
const MINUTE = 60_000;
const TOKYO = 9 * 60 * MINUTE;

interface Wall {
  day: string;
  weekday: number;
  minute: number;
}

const DAY = 24 * 60 * MINUTE;
const names = new Map<number, string>();

function wall(ms: number): Wall {
  const number = Math.floor((ms + TOKYO) / DAY);
  return {
    day: nameOf(number),
    // January 1, 1970 was a Thursday.
    weekday: (number + 4) % 7,
    minute: Math.floor((ms + TOKYO - number * DAY) / MINUTE),
  };
}

function nameOf(number: number): string {
  const known = names.get(number);
  if (known !== undefined) return known;
  const name = new Date(number * DAY).toISOString().slice(0, 10);
  names.set(number, name);
  return name;
}

function works({ day, weekday }: Wall, calendar: Calendar): boolean {
  return weekday >= 1 && weekday <= 5 && !calendar.holidays.has(day);
}

/** Whether the minute that begins now is one of business hours. */
function open(at: Wall, calendar: Calendar): boolean {
  return works(at, calendar) && at.minute >= calendar.opens && at.minute < calendar.closes;
}

/** Walks on minute by minute until so many open minutes have passed; seconds of the start are dropped. */
export function slowBusinessMinutes(calendar: Calendar, from: Instant, minutes: number): Instant {
  let ms = Math.floor(Date.parse(from) / MINUTE) * MINUTE;
  while (!open(wall(ms), calendar)) ms += MINUTE;
  for (let left = minutes; left > 0; ms += MINUTE) if (open(wall(ms), calendar)) left -= 1;
  return new Date(ms).toISOString();
}

/** Walks on minute by minute to the close of business of the so-manieth working day after the day of the start. */
export function slowBusinessDays(calendar: Calendar, from: Instant, days: number): Instant {
  let ms = Math.floor(Date.parse(from) / MINUTE) * MINUTE;
  while (!open(wall(ms), calendar)) ms += MINUTE;
  let { day } = wall(ms);
  for (let left = days; left > 0;) {
    ms += MINUTE;
    const now = wall(ms);
    if (now.day === day) continue;
    day = now.day;
    if (works(now, calendar)) left -= 1;
  }
  while (wall(ms).minute !== calendar.closes) ms += wall(ms).minute < calendar.closes ? MINUTE : -MINUTE;
  return new Date(ms).toISOString();
}

/** Walks on to a later minute that fits; the one it stands on does not count. */
export function slowNext(from: Instant, fits: (at: Wall) => boolean): Instant {
  let ms = Math.floor(Date.parse(from) / MINUTE) * MINUTE + MINUTE;
  while (!fits(wall(ms))) ms += MINUTE;
  return new Date(ms).toISOString();
}

export function isWorkingNoon(calendar: Calendar, after: string): (at: Wall) => boolean {
  return (at) => works(at, calendar) && at.minute === 12 * 60 && at.day > after;
}

export function dayOf(at: Instant): string {
  return wall(Date.parse(at)).day;
}
