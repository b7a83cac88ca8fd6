import { doerOf, type Doer } from './byline.ts';
import { instantOf, isLocalDate, type Calendar, type Instant } from './business-time.ts';
import { isDuty, overdueOf, type ClockDefinition, type ClockRule, type Duration } from './clock.ts';
import { clockFacts, type Timed } from './clock-facts.ts';
import { hasCome, startingStep } from './clock-moments.ts';
import { holds } from './condition.ts';
import { endOf } from './end-of.ts';
import { isMerged } from './merged.ts';
import { PAUSING_UNITS, pausesOf, postponed, type Pause } from './pause.ts';
import type { ReportType } from './report-type.ts';

export type { Timed } from './clock-facts.ts';

/** A running clock: since when, until when, by which row, and what has changed it since. */
export interface Deadline {
  clock: string;
  startedAt: Instant;
  /** Sequence number of the step that it is counted from; what came before is no part of it. */
  since: number;
  due: Instant;
  duration: Duration;
  rule: ClockRule;
  /** The other duration counted, because the first had run out when it was filed. */
  passed: boolean;
  extension: Extension | null;
  /** What was taken out, in order; an open one comes last. */
  pauses: readonly Pause[];
  /** It stands still since then: `due` is what would be left if it went on at that moment. */
  pausedSince: Instant | null;
}

/** The last word of whoever may: the clock runs until `due`. */
export interface Extension {
  due: Instant;
  by: Doer;
  at: Instant;
  seq: number;
}

/** What a clock says for a report; null while it has not started, once it has ended, or where no row is for it. */
export function deadlineOf(
  type: ReportType,
  clock: ClockDefinition,
  report: Timed,
  calendar: Calendar,
): Deadline | null {
  if (isMerged(report)) return null;
  const facts = clockFacts(type, report);
  if (!holds(clock.when, facts)) return null;
  const start = startOf(type, clock, report, calendar);
  if (!start || hasCome(clock.ends, report, start.seq)) return null;
  const rule = clock.rules.find(
    ({ levels, when }) => (levels.length === 0 || levels.includes(report.level)) && holds(when, facts),
  );
  if (!rule) return null;
  const begun = begin(clock, rule, start, report, calendar);
  if (!begun) return null;
  return { ...begun, ...changed(clock, begun, report, calendar) };
}

/** The next thing promised to the reporter: the first of the type's promises whose clock is running. */
export function nextPromise(type: ReportType, report: Timed, calendar: Calendar): Deadline | null {
  for (const { clock } of type.promises) {
    const deadline = clockOf(type, clock, report, calendar);
    if (deadline) return deadline;
  }
  return null;
}

/** When the reporter hears again at the latest, if nothing happens; null where the type has no such clock. */
export function nextWordDue(type: ReportType, report: Timed, calendar: Calendar): Instant | null {
  const silence = type.clocks.find(({ tellAt }) => tellAt.length > 0);
  return (silence && deadlineOf(type, silence, report, calendar)?.due) ?? null;
}

/**
 * What has to be done next: the first promise as long as it is open, because until then nobody has taken the report
 * up; then whatever is due first. A clock that stands still comes last.
 */
export function currentDuty(type: ReportType, report: Timed, calendar: Calendar): Deadline | null {
  const first = type.promises[0] && clockOf(type, type.promises[0].clock, report, calendar);
  if (first) return first;
  const duties = type.clocks
    .filter(isDuty)
    .flatMap((clock) => deadlineOf(type, clock, report, calendar) ?? []);
  const [next = null] = duties.sort((a, b) =>
    sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0,
  );
  return next;
}

/** Every clock that is running and asks for something to be done, in the order of the data. */
export function runningClocks(type: ReportType, report: Timed, calendar: Calendar): Deadline[] {
  return type.clocks
    .filter((clock) => overdueOf(clock) === null)
    .flatMap((clock) => deadlineOf(type, clock, report, calendar) ?? []);
}

export function clockOf(type: ReportType, id: string, report: Timed, calendar: Calendar): Deadline | null {
  const definition = type.clocks.find((one) => one.id === id);
  return definition ? deadlineOf(type, definition, report, calendar) : null;
}

function sortKey({ pausedSince, due }: Deadline): string {
  return `${pausedSince === null ? '0' : '1'}${due}`;
}

interface Start {
  at: Instant;
  seq: number;
}

/** filed and found come from the report; the end of another clock from that one; everything else is a step. */
function startOf(type: ReportType, clock: ClockDefinition, report: Timed, calendar: Calendar): Start | null {
  const [name] = clock.starts;
  if (clock.starts.length === 1 && name === 'filed') return { at: report.filedAt, seq: 1 };
  if (clock.starts.length === 1 && name === 'found') return { at: report.foundAt ?? report.filedAt, seq: 1 };
  const other = overdueOf(clock);
  if (other === null) return startingStep(clock.starts, report);
  const overdue = clockOf(type, other, report, calendar);
  return overdue && overdue.pausedSince === null ? { at: overdue.due, seq: overdue.since } : null;
}

function begin(
  { id }: ClockDefinition,
  rule: ClockRule,
  start: Start,
  report: Timed,
  calendar: Calendar,
): Omit<Deadline, 'extension' | 'pauses' | 'pausedSince'> | null {
  const { filedAt } = report;
  const common = { clock: id, since: start.seq, rule };
  const due =
    rule.duration.unit === 'given_day'
      ? givenEnd(start, report, calendar)
      : endOf(rule.duration, start.at, calendar);
  if (due === null) return null;
  if (rule.whenPassed === null || due > filedAt)
    return { ...common, startedAt: start.at, due, duration: rule.duration, passed: false };
  // The reporter was late: the promise counts from filing, so that nobody is asked for the impossible.
  const { whenPassed: duration } = rule;
  return { ...common, startedAt: filedAt, due: endOf(duration, filedAt, calendar), duration, passed: true };
}

/** Given in the evening for the same day, there is what is left of it. */
function givenEnd(start: Start, { steps }: Timed, calendar: Calendar): Instant | null {
  const day = steps.find(({ seq }) => seq === start.seq)?.facts['due'];
  if (typeof day !== 'string' || !isLocalDate(day)) return null;
  const closing = instantOf(calendar, day, calendar.closes);
  return closing > start.at ? closing : instantOf(calendar, day, MIDNIGHT);
}

const MIDNIGHT = 24 * 60;

/** An extension sets the end anew; a pause after it, or without one, moves it. A question asked too late moves nothing. */
function changed(
  clock: ClockDefinition,
  begun: Omit<Deadline, 'extension' | 'pauses' | 'pausedSince'>,
  report: Timed,
  calendar: Calendar,
): Pick<Deadline, 'due' | 'extension' | 'pauses' | 'pausedSince'> {
  const { startedAt, since, duration } = begun;
  const extension = extensionOf(clock, report, since);
  let due = extension?.due ?? begun.due;
  const pauses: Pause[] = [];
  const asked = clock.pauses && PAUSING_UNITS.has(duration.unit) ? report.steps : [];
  for (const { from, until } of pausesOf(asked, extension?.seq ?? 0)) {
    const clipped = from < startedAt ? startedAt : from;
    if (clipped >= due || (until !== null && until <= startedAt)) continue;
    pauses.push({ from: clipped, until });
    if (until === null) return { due, extension, pauses, pausedSince: clipped };
    due = postponed(due, { from: clipped, until }, duration.unit, calendar);
  }
  return { due, extension, pauses, pausedSince: null };
}

function extensionOf(clock: ClockDefinition, { steps }: Timed, since: number): Extension | null {
  const last = steps.findLast(
    ({ kind, seq, facts }) => kind === 'extended' && seq >= since && facts['clock'] === clock.id,
  );
  const due = last?.facts['due'];
  return last && typeof due === 'string' ? { due, by: doerOf(last), at: last.at, seq: last.seq } : null;
}
