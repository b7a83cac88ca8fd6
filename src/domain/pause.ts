import {
  addBusinessMinutes,
  addDays,
  businessMinutesBetween,
  daysBetween,
  instantOf,
  localOf,
  nextWorkingDay,
  workingDayOf,
  type Calendar,
  type Instant,
} from './business-time.ts';
import type { Duration } from './clock.ts';
import type { StepRecord } from './report.ts';

/** A time in which the reporter was waited for; `until` is null while that lasts. */
export interface Pause {
  from: Instant;
  until: Instant | null;
}

/** Units whose clocks can stand still: an end of a period stays where it is. */
export const PAUSING_UNITS: ReadonlySet<Duration['unit']> = new Set<Duration['unit']>([
  'elapsed',
  'business',
  'business_days',
  'calendar_days',
]);

/**
 * While any question to the reporter was open, questions that overlap counted once.
 * @param after sequence number of a step: only questions asked later
 */
export function pausesOf(steps: readonly StepRecord[], after: number): Pause[] {
  const pauses: Pause[] = [];
  let open: number[] = [];
  for (const { seq, kind, at, facts } of steps) {
    if (kind === 'asked' && seq > after) {
      if (open.length === 0) pauses.push({ from: at, until: null });
      open.push(seq);
    }
    if (kind !== 'replied' || open.length === 0) continue;
    open = open.filter((question) => question !== facts['to']);
    const last = pauses.at(-1);
    if (open.length === 0 && last) last.until = at;
  }
  return pauses;
}

/** Moves what is due by a time that does not count, in the unit in which the clock counts. */
export function postponed(
  due: Instant,
  { from, until }: { from: Instant; until: Instant },
  unit: Duration['unit'],
  calendar: Calendar,
): Instant {
  switch (unit) {
    case 'elapsed':
      return new Date(Date.parse(due) + Date.parse(until) - Date.parse(from)).toISOString();
    case 'business':
      return addBusinessMinutes(calendar, until, businessMinutesBetween(calendar, from, due));
    case 'business_days':
      return postponedByDays(due, workingDayOf(calendar, from), workingDayOf(calendar, until), calendar);
    case 'calendar_days': {
      const local = localOf(calendar, due);
      const days = daysBetween(localOf(calendar, from).date, localOf(calendar, until).date);
      return instantOf(calendar, addDays(local.date, days), local.minute);
    }
    case 'calendar_months':
    case 'end_of':
    case 'given_day':
      return due;
  }
}

/** As many working days later as there are from the one day to the other. */
function postponedByDays(due: Instant, from: string, until: string, calendar: Calendar): Instant {
  const local = localOf(calendar, due);
  let { date } = local;
  for (let day = from; day < until; day = nextWorkingDay(calendar, day))
    date = nextWorkingDay(calendar, date);
  return instantOf(calendar, date, local.minute);
}
