import { assess } from '../assessment.ts';
import { localOf, type Instant } from '../business-time.ts';
import type { EventFacts } from '../ledger.ts';
import type { Report } from '../report.ts';
import type { ActRules } from './act.ts';

/** A voice becomes open once triage has moved it on, unless a rule keeps it narrower. */
export function openedAtTriage(rules: ActRules, report: Report, at: Instant): EventFacts {
  if (report.type !== 'customer_voice' || report.visibility !== 'units') return {};
  const { date } = localOf(rules.calendar, at);
  const { route } = assess(rules, report.filing, report.office, date);
  return route.visibility === 'open' ? { opens: 'open' } : {};
}
