import { typeOf, type Rules } from './assessment.ts';
import { addDays, isWorkingDay, localOf, type Calendar, type Instant } from './business-time.ts';
import { levelOf, stepPhrase } from './card-view.ts';
import type { Duration } from './clock.ts';
import { nextPromise, runningClocks, type Deadline } from './deadline.ts';
import { firstReportLines } from './first-report.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import type { ReportType } from './report-type.ts';
import { line, type Line, type View } from './view.ts';

/**
 * 「なぜこの期限？」: every running clock step by step from the ledger, what was promised first, and how soon it was
 * reported. Who has no part in handling the report is told of the promises alone.
 */
export function whyDueView(rules: Rules, report: Report, calendar: Calendar, insider: boolean): View {
  const type = typeOf(rules, report.type);
  const promise = nextPromise(type, report, calendar);
  const others = runningClocks(type, report, calendar).filter(({ clock }) => clock !== promise?.clock);
  const shown = insider ? [...(promise ? [promise] : []), ...others] : promise ? [promise] : [];
  const fallback = phrase('status.fallback', { number: report.number });
  const due = shown.flatMap((deadline) => whyDueLines(type, report, deadline, calendar));
  const lines = [
    ...(due.length === 0 ? [line(phrase('status.next_none'))] : due),
    ...(insider ? firstReportLines(rules, report, calendar) : []),
  ];
  return { kind: 'notice', lines, inputs: [], buttons: [], fallback };
}

/** Where a date comes from: the end, the start, the rule and its row, and whatever was taken out or put on. */
function whyDueLines(type: ReportType, report: Report, deadline: Deadline, calendar: Calendar): Line[] {
  const rule = phrase(`clock.${deadline.clock}`);
  const { startedAt: start, due, pausedSince } = deadline;
  const head =
    pausedSince === null
      ? phrase('why.due', { start: { moment: start }, due: { moment: due }, rule })
      : phrase('why.due_paused', { start: { moment: start }, rule });
  const steps = [
    startPhrase(type, report, deadline),
    ...rowPhrases(report, deadline),
    durationPhrase(deadline.duration),
    ...daysOff(deadline, calendar),
    ...deadline.pauses.map(({ from, until }) =>
      until === null
        ? phrase('why.paused', { from: { moment: from } })
        : phrase('why.pause', { from: { moment: from }, until: { moment: until } }),
    ),
    ...extended(deadline),
  ];
  return [line(head, 'strong'), ...steps.map((step) => line(step))];
}

function startPhrase(
  type: ReportType,
  report: Report,
  { clock, startedAt, since, passed }: Deadline,
): Phrase {
  const at = { moment: startedAt };
  const fromFinding = type.clocks.some(({ id, starts }) => id === clock && starts.includes('found'));
  if (fromFinding && report.foundAt !== null && !passed) return phrase('why.found', { at });
  const step = report.steps.find(({ seq }) => seq === since);
  return step
    ? phrase('why.started', { what: stepPhrase(report, step), at })
    : phrase('why.started_at', { at });
}

/** Which row of the rule counts, and why another one does not. */
function rowPhrases(report: Report, { rule, passed }: Deadline): Phrase[] {
  return [
    ...(rule.levels.length > 0 ? [phrase('why.level', { level: levelOf(report) })] : []),
    ...(rule.when.kind === 'always' ? [] : [phrase('why.case')]),
    ...(passed ? [phrase('why.passed')] : []),
  ];
}

/** Days that did not count: only where working days are counted, and only as far as the first end goes. */
function daysOff({ startedAt, due, duration, extension }: Deadline, calendar: Calendar): Phrase[] {
  if (!COUNTS_WORKING_DAYS.has(duration.unit) || extension !== null) return [];
  const n = closedDays(startedAt, due, calendar);
  return n === 0 ? [] : [phrase('why.days_off', { n })];
}

const COUNTS_WORKING_DAYS: ReadonlySet<Duration['unit']> = new Set<Duration['unit']>([
  'business',
  'business_days',
]);

function closedDays(from: Instant, until: Instant, calendar: Calendar): number {
  const { date: last } = localOf(calendar, until);
  let closed = 0;
  for (let { date } = localOf(calendar, from); date <= last; date = addDays(date, 1))
    if (!isWorkingDay(calendar, date)) closed += 1;
  return closed;
}

function extended({ extension }: Deadline): Phrase[] {
  if (!extension) return [];
  const { by, at, due } = extension;
  return [phrase('why.extended', { person: by, at: { moment: at }, due: { moment: due } })];
}

function durationPhrase(duration: Duration): Phrase {
  switch (duration.unit) {
    case 'elapsed':
    case 'business':
      return phrase(`duration.${duration.unit}`, { minutes: duration.minutes });
    case 'business_days':
    case 'calendar_days':
      return phrase(`duration.${duration.unit}`, { n: duration.days });
    case 'calendar_months':
      return phrase('duration.calendar_months', { n: duration.months });
    case 'end_of':
      return phrase(`duration.end_of.${duration.period}`);
    case 'given_day':
      return phrase('duration.given_day');
  }
}
