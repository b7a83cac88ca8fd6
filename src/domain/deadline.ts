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
import type { ClockDefinition, Duration } from './clock.ts';
import type { EventKind } from './ledger.ts';
import type { Report } from './report.ts';
import type { ReportType } from './report-type.ts';

/** A running clock: since when, until when, and by which row. */
export interface Deadline {
  clock: string;
  startedAt: Instant;
  due: Instant;
  duration: Duration;
}

/** What clocks are counted from; a report has all of it. */
export type Timed = Pick<Report, 'level' | 'filedAt' | 'foundAt' | 'steps'>;

/** What a clock says for a report; null while it has not started, once it has ended, or where no row is for its level. */
export function deadlineOf(clock: ClockDefinition, report: Timed, calendar: Calendar): Deadline | null {
  const startedAt = startOf(clock, report);
  if (startedAt === null || hasHappened(clock.ends, report)) return null;
  const rule = clock.rules.find((one) => one.levels.length === 0 || one.levels.includes(report.level));
  if (!rule) return null;
  const due = endOf(rule.duration, startedAt, calendar);
  if (rule.whenPassed === null || due > report.filedAt)
    return { clock: clock.id, startedAt, due, duration: rule.duration };
  // The reporter was late: the promise counts from filing, so that nobody is asked for the impossible.
  return {
    clock: clock.id,
    startedAt: report.filedAt,
    due: endOf(rule.whenPassed, report.filedAt, calendar),
    duration: rule.whenPassed,
  };
}

/** The next thing promised to the reporter: the first of the type's promises whose clock is running. */
export function nextPromise(type: ReportType, report: Timed, calendar: Calendar): Deadline | null {
  for (const { clock } of type.promises) {
    const definition = type.clocks.find((one) => one.id === clock);
    const deadline = definition && deadlineOf(definition, report, calendar);
    if (deadline) return deadline;
  }
  return null;
}

export function clockOf(type: ReportType, id: string, report: Timed, calendar: Calendar): Deadline | null {
  const definition = type.clocks.find((one) => one.id === id);
  return definition ? deadlineOf(definition, report, calendar) : null;
}

/** The moment a duration ends, counted from an instant. */
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

/** filed and found come from the report; everything else is the first event of that kind, or the first in that state. */
function startOf(clock: ClockDefinition, report: Timed): Instant | null {
  if (clock.starts === 'filed') return report.filedAt;
  if (clock.starts === 'found') return report.foundAt ?? report.filedAt;
  return report.steps.find((step) => matches(clock.starts, step))?.at ?? null;
}

function hasHappened(ends: ClockDefinition['ends'], report: Timed): boolean {
  const names = typeof ends === 'string' ? [ends] : ends;
  return report.steps.some((step) => names.some((name) => matches(name, step)));
}

function matches(name: string, step: { kind: EventKind; state: string | null }): boolean {
  return step.kind === name || step.state === name;
}
