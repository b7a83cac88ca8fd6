import type { Rules } from './assessment.ts';
import type { Calendar } from './business-time.ts';
import type { EventKind } from './ledger.ts';
import type { Deadline } from './deadline.ts';
import { nextOf } from './outlook.ts';
import type { Report } from './report.ts';

/** What clocks do when a date has come. */
const CLOCK_DEEDS: ReadonlySet<EventKind> = new Set<EventKind>(['reminded', 'escalated']);

/**
 * Whether the next duty of a report is past its date and its clock has said so: a fact of the ledger, so that a card
 * that was posted shows the same whenever it is looked at. Every clock of a duty says so when the date comes.
 */
export function isKnownOverdue(rules: Pick<Rules, 'types'>, report: Report, calendar: Calendar): boolean {
  const next = nextOf(rules, report, calendar);
  return next !== null && isKnownLate(report, next);
}

/** The same of one clock of a report. */
export function isKnownLate(
  { steps }: Pick<Report, 'steps'>,
  { clock, due, pausedSince }: Deadline,
): boolean {
  if (pausedSince !== null) return false;
  return steps.some(
    ({ kind, at, facts }) =>
      CLOCK_DEEDS.has(kind) && facts['clock'] === clock && facts['due'] === due && at >= due,
  );
}
