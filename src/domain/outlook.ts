import { typeOf, type Rules } from './assessment.ts';
import type { Calendar, Instant } from './business-time.ts';
import { nextPromise, type Deadline } from './deadline.ts';
import type { Report } from './report.ts';
import { phaseOf } from './workflow.ts';

/** What is still to come of a report, as lists and reminders ask for it. */
export interface Outlook {
  open: boolean;
  /** When the next promise falls due; null when nothing is promised. */
  nextDue: Instant | null;
}

export function outlookOf(rules: Pick<Rules, 'types'>, report: Report, calendar: Calendar): Outlook {
  return { open: isOpen(rules, report), nextDue: nextOf(rules, report, calendar)?.due ?? null };
}

export function isOpen(rules: Pick<Rules, 'types'>, report: Report): boolean {
  return phaseOf(typeOf(rules, report.type).workflow, report.state) !== 'closed';
}

/** What comes next; what is closed waits for nothing. */
export function nextOf(rules: Pick<Rules, 'types'>, report: Report, calendar: Calendar): Deadline | null {
  return isOpen(rules, report) ? nextPromise(typeOf(rules, report.type), report, calendar) : null;
}
