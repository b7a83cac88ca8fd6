import { typeOf, type Rules } from './assessment.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import type { EventFacts } from './ledger.ts';
import { standingMerges } from './merged.ts';
import { isOpen } from './outlook.ts';
import type { Report } from './report.ts';
import { officesOf } from './storm.ts';

/**
 * 総点検: whether every office looks for what went wrong in several of them. The same cause is what was reported of one
 * matter: by whoever joined it, and by the reports that were merged into it.
 */
export function officesConcerned(report: Pick<Report, 'office' | 'steps'>): string[] {
  const merged = standingMerges(report).flatMap(({ facts }) => named(facts['offices']));
  return [...new Set([...officesOf(report), ...merged])];
}

/** Whether it has to be judged: not yet, or more offices are concerned since. */
export function owesInspection(rules: Pick<Rules, 'types'>, report: Report): boolean {
  const type = typeOf(rules, report.type);
  if (!type.inspection || report.filing.drill || !isOpen(rules, report)) return false;
  const offices = officesConcerned(report);
  if (!holds(type.inspection.when, factsOf(type, { ...report.filing, offices: offices.length })))
    return false;
  const judged = report.steps.findLast(({ kind }) => kind === 'inspection_judged');
  return !judged || offices.some((office) => !named(judged.facts['offices']).includes(office));
}

function named(offices: EventFacts[string] | undefined): readonly string[] {
  return Array.isArray(offices) ? (offices as readonly string[]) : [];
}
