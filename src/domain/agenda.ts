import { typeOf, type Rules } from './assessment.ts';
import { openOrNext, type Calendar, type Instant } from './business-time.ts';
import { chainOf, type ClockDefinition, type Mark } from './clock.ts';
import { deadlineOf, type Deadline } from './deadline.ts';
import { endOf } from './end-of.ts';
import { ladderOf } from './ladder.ts';
import type { EventKind } from './ledger.ts';
import { isBefore, momentOf, warningOf } from './mark.ts';
import type { Report, StepRecord } from './report.ts';
import type { ReportType } from './report-type.ts';
import { phaseOf } from './workflow.ts';

/** A moment at which a clock wants something done about a report. */
export interface Moment {
  /** warn: a reminder of what ends on a holiday; tell: a word to the reporter. */
  kind: 'remind' | 'warn' | 'escalate' | 'tell';
  clock: string;
  /** When the clock runs out, or ran out. */
  due: Instant;
  /** When it is to be done. */
  at: Instant;
  /** The same for the same moment, whenever it is asked. */
  key: string;
}

/** The event that says that a moment was seen to: with `clock`, `due` and `moment` (its `at`) as facts. */
export const DONE_BY: Readonly<Record<Moment['kind'], EventKind & ('reminded' | 'escalated' | 'told')>> = {
  remind: 'reminded',
  warn: 'reminded',
  escalate: 'escalated',
  tell: 'told',
};

export type AgendaRules = Pick<Rules, 'types' | 'organization'>;

/** At night and on holidays only this level is worth waking somebody for. */
const AROUND_THE_CLOCK = 4;
/** A clock that begins again is looked at no further than this: more than ten years of days. */
const MOST_PERIODS = 5000;

/**
 * What the clocks want done about a report and has not been done, in order: everything up to a moment, and of each
 * clock the next thing after it. A pure function of the ledger and the calendar.
 * @param until left out, only the next thing of each clock
 */
export function agenda(
  report: Report,
  rules: AgendaRules,
  calendar: Calendar,
  until: Instant = '',
): Moment[] {
  const type = typeOf(rules, report.type);
  if (phaseOf(type.workflow, report.state) === 'closed') return [];
  const rungs = ladderOf(report, rules.organization, calendar).length;
  return type.clocks
    .flatMap((clock) => ofClock({ type, report, calendar, until }, clock, rungs))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * What is to be done now. Of several moments of one clock that have passed, only the newest: nobody is told the same
 * twice at a time, and those who are told one after another are told one at a time.
 */
export function dueMoments(report: Report, rules: AgendaRules, calendar: Calendar, now: Instant): Moment[] {
  const type = typeOf(rules, report.type);
  const newest = new Map<string, Moment>();
  for (const moment of agenda(report, rules, calendar, now)) {
    if (moment.at > now) continue;
    const chain = moment.kind === 'escalate' ? chainOf(type.clocks, moment.clock).join(' ') : moment.clock;
    newest.set(`${DONE_BY[moment.kind]} ${chain}`, moment);
  }
  return [...newest.values()];
}

/** Which rung of the ladder the next escalation of a clock tells, from 0; what was told in an earlier run is over. */
export function nextRung(type: ReportType, report: Report, clock: string, since: number): number {
  return rungAfter(escalationsOf(type, report, clock, since));
}

function rungAfter(escalated: readonly StepRecord[]): number {
  return Math.max(-1, ...escalated.map(({ facts }) => Number(facts['rung'] ?? 0))) + 1;
}

interface Looking {
  type: ReportType;
  report: Report;
  calendar: Calendar;
  until: Instant;
  /** Of this run of the clock. */
  escalated: readonly StepRecord[];
}

function ofClock(within: Omit<Looking, 'escalated'>, clock: ClockDefinition, rungs: number): Moment[] {
  const { type, report, calendar, until } = within;
  const deadline = deadlineOf(type, clock, report, calendar);
  if (!deadline || deadline.pausedSince !== null) return [];
  const on = { ...within, escalated: escalationsOf(type, report, clock.id, deadline.since) };
  const atTop = rungAfter(on.escalated) >= rungs;
  const open: Moment[] = [];
  let period = deadline;
  for (let n = 0; n < MOST_PERIODS; n++) {
    for (const moment of ofPeriod(on, clock, period)) {
      if (isDone(on, clock, moment) || (moment.kind === 'escalate' && atTop)) continue;
      open.push(moment);
    }
    const over = atTop && clock.remindAt.length === 0 && clock.tellAt.length === 0;
    if (!clock.repeats || over || open.some(({ at }) => at > until)) break;
    period = { ...period, startedAt: period.due, due: endOf(period.duration, period.due, calendar) };
  }
  return open;
}

/** Everything that one run of a clock wants, in order, done or not. */
function ofPeriod({ report, calendar }: Looking, clock: ClockDefinition, deadline: Deadline): Moment[] {
  const { due, startedAt } = deadline;
  const moments = new Map<string, Moment>();
  const add = (kind: Moment['kind'], at: Instant, before = false) => {
    const when = report.level === AROUND_THE_CLOCK ? at : openOrNext(calendar, at);
    // What cannot come before the end any more is left to what comes at the end.
    if (before && when >= due) return;
    const key = [clock.id, due, DONE_BY[kind], when].join(' ');
    if (!moments.has(key)) moments.set(key, { kind, clock: clock.id, due, at: when, key });
  };
  const mark = (kind: Moment['kind'], marks: readonly Mark[]) => {
    for (const one of marks) {
      const at = momentOf(one, due, calendar);
      if (at > startedAt) add(kind, at, isBefore(one));
    }
  };
  const warning = clock.remindAt.length > 0 ? warningOf(deadline, calendar) : null;
  if (warning !== null) add('warn', warning, true);
  mark('remind', clock.remindAt);
  mark('escalate', clock.escalateAt);
  mark('tell', clock.tellAt);
  return [...moments.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Also what came before something that was done, and every earlier run of a clock that begins again. */
function isDone({ report, escalated }: Looking, clock: ClockDefinition, { kind, due, at }: Moment): boolean {
  if (kind === 'escalate') return escalated.some(({ facts }) => String(facts['moment']) >= at);
  return report.steps.some((step) => {
    if (step.kind !== DONE_BY[kind] || step.facts['clock'] !== clock.id) return false;
    const done = String(step.facts['due']);
    return done === due ? String(step.facts['moment']) >= at : clock.repeats && done > due;
  });
}

/** Steps up the tree that a clock, or one of its chain, has told in this run. */
function escalationsOf(type: ReportType, { steps }: Report, clock: string, since: number): StepRecord[] {
  const chain = chainOf(type.clocks, clock);
  return steps.filter(
    ({ kind, seq, facts }) => kind === 'escalated' && seq >= since && chain.includes(String(facts['clock'])),
  );
}
