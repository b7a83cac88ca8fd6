import { agenda, type AgendaRules } from './agenda.ts';
import { typeOf, type Rules } from './assessment.ts';
import type { Calendar, Instant } from './business-time.ts';
import { currentDuty, type Deadline } from './deadline.ts';
import type { Report } from './report.ts';
import { phaseOf, type Phase } from './workflow.ts';

/** What is still to come of a report, as lists and reminders ask for it. */
export interface Outlook {
  open: boolean;
  /** What its state means to somebody who does not know the type's own steps. */
  phase: Phase;
  /** Since when it has been closed; null while it is open. */
  closedAt: Instant | null;
  /** When the next duty falls due; null when there is none, or while the reporter is waited for. */
  nextDue: Instant | null;
  /** When the clocks next want something done about it; null when they want nothing. */
  nextLook: Instant | null;
}

export function outlookOf(rules: AgendaRules, report: Report, calendar: Calendar): Outlook {
  const phase = phaseNow(rules, report);
  return {
    open: phase !== 'closed',
    phase,
    closedAt: closedAtOf(rules, report),
    nextDue: dueOf(nextOf(rules, report, calendar)),
    nextLook: agenda(report, rules, calendar)[0]?.at ?? null,
  };
}

/** A clock that stands still is due on no day yet. */
export function dueOf(next: Deadline | null): Instant | null {
  return next === null || next.pausedSince !== null ? null : next.due;
}

export function phaseNow(rules: Pick<Rules, 'types'>, report: Report): Phase {
  return phaseOf(typeOf(rules, report.type).workflow, report.state);
}

/** When it reached the state in which it is closed. */
export function closedAtOf(rules: Pick<Rules, 'types'>, report: Report): Instant | null {
  if (isOpen(rules, report)) return null;
  return report.steps.findLast(({ state }) => state !== null)?.at ?? report.filedAt;
}

export function isOpen(rules: Pick<Rules, 'types'>, report: Report): boolean {
  return phaseNow(rules, report) !== 'closed';
}

/** What has to be done next; what is closed waits for nothing. */
export function nextOf(rules: Pick<Rules, 'types'>, report: Report, calendar: Calendar): Deadline | null {
  return isOpen(rules, report) ? currentDuty(typeOf(rules, report.type), report, calendar) : null;
}
