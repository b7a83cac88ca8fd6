import type { Calendar, Instant } from '../../src/domain/business-time.ts';
import type { ClockDefinition, Duration, Mark } from '../../src/domain/clock.ts';
import type { Condition } from '../../src/domain/condition.ts';
import { NEWS } from '../../src/domain/news-of-steps.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import type { ReportType } from '../../src/domain/report-type.ts';

/**
 * The clocks once more, for checking: by a wall calendar of ten years laid out minute by minute, and by reading the
 * rules of the organisation aloud. Nothing of the domain's counting is used. Only for calendars of Asia/Tokyo.
 */
const MINUTE = 60_000;
const TOKYO = 9 * 60;
const DAY = 24 * 60;

/** Minutes are counted from the midnight of Tokyo with which 1970 began there. */
const minuteOf = (at: Instant) => Math.floor(Date.parse(at) / MINUTE) + TOKYO;
const instantAt = (minute: number) => new Date((minute - TOKYO) * MINUTE).toISOString();
const dayNumber = (minute: number) => Math.floor(minute / DAY);
const dateOf = (day: number) => new Date(day * DAY * MINUTE).toISOString().slice(0, 10);

export interface Wall {
  /** Every minute in which somebody works, in order. */
  openMinutes: Int32Array;
  /** Every working day, in order. */
  workingDays: number[];
  opens: number;
  closes: number;
}

export function wallOf(calendar: Calendar, from: string, until: string): Wall {
  const workingDays: number[] = [];
  for (let day = Date.parse(from) / (DAY * MINUTE); dateOf(day) < until; day++) {
    const weekday = new Date(day * DAY * MINUTE).getUTCDay();
    if (weekday > 0 && weekday < 6 && !calendar.holidays.has(dateOf(day))) workingDays.push(day);
  }
  const hours = calendar.closes - calendar.opens;
  const openMinutes = new Int32Array(workingDays.length * hours);
  workingDays.forEach((day, index) => {
    for (let n = 0; n < hours; n++) openMinutes[index * hours + n] = day * DAY + calendar.opens + n;
  });
  return { openMinutes, workingDays, opens: calendar.opens, closes: calendar.closes };
}

/** Index of the first entry that is not less. */
function firstFrom(sorted: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The end of so many open minutes: right after the last of them. */
function afterOpenMinutes(wall: Wall, minute: number, count: number): number {
  const first = firstFrom(wall.openMinutes, minute);
  if (count === 0) return wall.openMinutes[first] ?? 0;
  return (wall.openMinutes[first + count - 1] ?? 0) + 1;
}

/** The working day that a minute falls on; what comes after hours falls on the next. */
function dayIndex(wall: Wall, minute: number): number {
  const open = wall.openMinutes[firstFrom(wall.openMinutes, minute)] ?? 0;
  return firstFrom(wall.workingDays, dayNumber(open));
}

const closeOf = (wall: Wall, day: number) => day * DAY + wall.closes;
const openOf = (wall: Wall, day: number) => day * DAY + wall.opens;

function monthLater(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
  // Day by day back from a date that may not exist to one that does.
  for (let tried = date; ; tried--) {
    const at = new Date(Date.UTC(year, month - 1 + months, tried));
    if (at.getUTCDate() === tried) return at.getTime() / (DAY * MINUTE);
  }
}

function lastDayOfMonth(day: number): number {
  let last = day;
  while (dateOf(last + 1).slice(5, 7) === dateOf(day).slice(5, 7)) last += 1;
  return last;
}

export function slowEnd(wall: Wall, duration: Duration, from: Instant): Instant {
  const minute = minuteOf(from);
  const day = dayNumber(minute);
  switch (duration.unit) {
    case 'elapsed':
      return new Date(Date.parse(from) + duration.minutes * MINUTE).toISOString();
    case 'business':
      return instantAt(afterOpenMinutes(wall, minute, duration.minutes));
    case 'business_days':
      return instantAt(closeOf(wall, wall.workingDays[dayIndex(wall, minute) + duration.days] ?? 0));
    case 'calendar_days':
      return instantAt(closeOf(wall, day + duration.days));
    case 'calendar_months':
      return instantAt(closeOf(wall, monthLater(day, duration.months)));
    case 'end_of':
      if (duration.period === 'same_day') return instantAt((day + 1) * DAY);
      if (duration.period === 'month') return instantAt(closeOf(wall, lastDayOfMonth(day)));
      if (duration.period === 'next_month')
        return instantAt(closeOf(wall, lastDayOfMonth(lastDayOfMonth(day) + 1)));
      return instantAt((wall.workingDays[firstFrom(wall.workingDays, day + 1)] ?? 0) * DAY + 12 * 60);
    case 'given_day':
      return instantAt(closeOf(wall, day));
  }
}

/** Moved by a time in which nobody could go on. */
function slowPostponed(
  wall: Wall,
  due: Instant,
  from: Instant,
  until: Instant,
  unit: Duration['unit'],
): Instant {
  const [dueMinute, fromMinute, untilMinute] = [minuteOf(due), minuteOf(from), minuteOf(until)];
  switch (unit) {
    case 'elapsed':
      return new Date(Date.parse(due) - Date.parse(from) + Date.parse(until)).toISOString();
    case 'business': {
      const left = firstFrom(wall.openMinutes, dueMinute) - firstFrom(wall.openMinutes, fromMinute);
      return left === 0 && wall.openMinutes[firstFrom(wall.openMinutes, untilMinute)] === untilMinute
        ? instantAt(untilMinute)
        : instantAt(afterOpenMinutes(wall, untilMinute, left));
    }
    case 'business_days': {
      const lost = dayIndex(wall, untilMinute) - dayIndex(wall, fromMinute);
      const day = dayNumber(dueMinute);
      const index = firstFrom(wall.workingDays, lost > 0 ? day + 1 : day);
      const moved = lost > 0 ? (wall.workingDays[index + lost - 1] ?? 0) : day;
      return instantAt(moved * DAY + (dueMinute - day * DAY));
    }
    case 'calendar_days':
      return instantAt(dueMinute + (dayNumber(untilMinute) - dayNumber(fromMinute)) * DAY);
    case 'calendar_months':
    case 'end_of':
    case 'given_day':
      return due;
  }
}

/** Told are the receipt, what has words, and every change of state that somebody else made. */
function isWord(report: Report, step: StepRecord): boolean {
  if (step.kind === 'filed' || step.kind === 'told') return true;
  const states = report.steps.filter(({ seq, state }) => seq < step.seq && state !== null);
  const moved = step.state !== null && step.state !== states[states.length - 1]?.state;
  return step.actor !== report.reporter && (NEWS[step.kind] !== null || moved);
}

function isMoment(report: Report, name: string, step: StepRecord): boolean {
  switch (name) {
    case 'last_update':
      return step.kind === 'updated';
    case 'last_reopening':
      return step.kind === 'reopened';
    case 'last_assignment':
      return step.kind === 'assigned';
    case 'last_decision':
      return step.kind === 'decision_given';
    case 'last_word':
      return isWord(report, step);
    case 'breach_known':
      return step.kind === 'breach_judged' && step.facts['reportable'] === true;
    case 'breach_closed':
      return step.kind === 'breach_notified' && step.facts['stage'] === 'final';
    case 'answered':
      // Also the name of a state: an answer for the time being is neither.
      return step.state === name || (step.kind === name && step.facts['final'] === true);
    default:
      return step.kind === name || step.state === name;
  }
}

function asked(report: Report, phase: string, condition: Condition): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'all':
      return !condition.of.some((part) => !asked(report, phase, part));
    case 'any':
      return condition.of.some((part) => asked(report, phase, part));
    case 'not':
      return !asked(report, phase, condition.of);
    case 'is': {
      const judgement = [...report.steps].reverse().find((step) => step.kind === 'breach_judged');
      const judged = judgement
        ? [judgement.facts['reportable'] === true ? 'reportable' : 'not_reportable'].concat(
            judgement.facts['malicious'] === true ? ['malicious'] : [],
          )
        : [];
      const answer = report.filing.answers[condition.fact];
      const values =
        condition.fact === 'judged'
          ? judged
          : condition.fact === 'cue'
            ? [...report.filing.cues]
            : condition.fact === 'phase'
              ? [phase]
              : answer?.kind === 'choice'
                ? [answer.choice]
                : [];
      return values.some((value) => condition.values.includes(value));
    }
    case 'atLeast':
    case 'known':
      throw new Error(`no clock asks this: ${condition.kind}`);
  }
}

export interface SlowDeadline {
  startedAt: Instant;
  due: Instant;
  paused: boolean;
}

export function slowDeadline(
  wall: Wall,
  type: ReportType,
  clock: ClockDefinition,
  report: Report,
): SlowDeadline | null {
  const phase = type.workflow.states.find(({ id }) => id === report.state)?.phase ?? 'new';
  if (goesOnElsewhere(report)) return null;
  if (!asked(report, phase, clock.when)) return null;
  const started = slowStart(wall, type, clock, report);
  if (!started) return null;
  for (let index = started.index; index < report.steps.length; index++) {
    const step = report.steps[index];
    if (step && clock.ends.some((end) => isMoment(report, end, step))) return null;
  }
  const row = clock.rules.find(
    ({ levels, when }) =>
      (levels.length === 0 || levels.some((level) => level === report.level)) && asked(report, phase, when),
  );
  if (!row) return null;
  let { duration } = row;
  let startedAt = started.at;
  let due =
    duration.unit === 'given_day'
      ? slowGiven(wall, report.steps[started.index], startedAt)
      : slowEnd(wall, duration, startedAt);
  if (due === null) return null;
  if (row.whenPassed && due <= report.filedAt) {
    duration = row.whenPassed;
    startedAt = report.filedAt;
    due = slowEnd(wall, duration, startedAt);
  }
  const run = { startedAt, due, unit: duration.unit, from: started.index };
  return { startedAt, ...slowChanged(wall, clock, report, run) };
}

/** When they close on the day that the step names; once they have closed, when it is over. */
function slowGiven(wall: Wall, step: StepRecord | undefined, startedAt: Instant): Instant | null {
  const given = step?.facts['due'];
  if (typeof given !== 'string') return null;
  const day = Date.parse(given) / (DAY * MINUTE);
  const close = instantAt(closeOf(wall, day));
  return close > startedAt ? close : instantAt((day + 1) * DAY);
}

/** Nothing is wanted of a report that was made part of another one, for as long as that is not undone. */
function goesOnElsewhere({ steps }: Report): boolean {
  let elsewhere = false;
  for (const { kind } of steps) {
    if (kind === 'merged') elsewhere = true;
    if (kind === 'unmerged') elsewhere = false;
  }
  return elsewhere;
}

function slowStart(
  wall: Wall,
  type: ReportType,
  { starts }: ClockDefinition,
  report: Report,
): { at: Instant; index: number } | null {
  const name = starts[0] ?? '';
  if (starts.length === 1 && name.endsWith('_overdue')) {
    const before = type.clocks.find(({ id }) => `${id}_overdue` === name);
    const waited = before && slowDeadline(wall, type, before, report);
    // Only clocks that start with the filing are waited for.
    return waited && !waited.paused ? { at: waited.due, index: 0 } : null;
  }
  if (name === 'filed') return { at: report.filedAt, index: 0 };
  if (name === 'found') return { at: report.foundAt ?? report.filedAt, index: 0 };
  let started: { at: Instant; index: number } | null = null;
  for (const [index, step] of report.steps.entries()) {
    if (!starts.some((one) => isMoment(report, one, step))) continue;
    started = { at: step.at, index };
    if (starts.length === 1 && !name.startsWith('last_')) break;
  }
  return started;
}

/** Walks through the history once: an extension sets the end, a time of waiting moves it. */
function slowChanged(
  wall: Wall,
  clock: ClockDefinition,
  report: Report,
  run: { startedAt: Instant; due: Instant; unit: Duration['unit']; from: number },
): { due: Instant; paused: boolean } {
  let { due } = run;
  const extension = report.steps.findLastIndex(
    (step, index) => index >= run.from && step.kind === 'extended' && step.facts['clock'] === clock.id,
  );
  if (extension >= 0) due = String(report.steps[extension]?.facts['due']);
  if (!clock.pauses) return { due, paused: false };
  const open = new Set<number>();
  let since: Instant | null = null;
  for (const step of report.steps.slice(extension + 1)) {
    if (step.kind === 'asked') {
      if (open.size === 0) since = step.at;
      open.add(step.seq);
    }
    if (step.kind !== 'replied' || !open.delete(Number(step.facts['to'])) || open.size > 0) continue;
    const from = String(since) < run.startedAt ? run.startedAt : String(since);
    if (from < due && step.at > run.startedAt) due = slowPostponed(wall, due, from, step.at, run.unit);
  }
  const from = since !== null && since < run.startedAt ? run.startedAt : String(since);
  return { due, paused: open.size > 0 && from < due };
}

/** When a mark of a clock comes, before it is moved into working hours. */
export function slowMark(wall: Wall, mark: Mark, due: Instant): Instant {
  const minute = minuteOf(due);
  const day = dayNumber(minute);
  const days = wall.workingDays;
  switch (mark.unit) {
    case 'due':
      return due;
    case 'due_day':
      return instantAt(openOf(wall, days[firstFrom(days, day + 1) - 1] ?? 0));
    case 'business_days':
      return mark.days < 0
        ? instantAt(openOf(wall, days[firstFrom(days, day) + mark.days] ?? 0))
        : instantAt(openOf(wall, days[firstFrom(days, day + 1) + mark.days - 1] ?? 0));
    case 'elapsed':
      return new Date(Date.parse(due) + mark.minutes * MINUTE).toISOString();
    case 'business':
      return mark.minutes < 0
        ? instantAt(wall.openMinutes[firstFrom(wall.openMinutes, minute) + mark.minutes] ?? 0)
        : instantAt(afterOpenMinutes(wall, minute, mark.minutes));
  }
}

export function slowOpenOrNext(wall: Wall, at: Instant): Instant {
  const minute = minuteOf(at);
  const open = wall.openMinutes[firstFrom(wall.openMinutes, minute)] ?? 0;
  return open === minute ? at : instantAt(open);
}
