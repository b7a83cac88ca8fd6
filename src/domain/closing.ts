import type { Rules } from './assessment.ts';
import { uncheckedItems } from './checklist.ts';
import type { Phrase } from './phrase.ts';
import type { Report } from './report.ts';

/** Something that has to be there before a report ends, as the words of what is not there yet. */
type Requirement = (rules: Rules, report: Report) => Phrase[];

const REQUIREMENTS: readonly Requirement[] = [uncheckedItems];

/** What keeps a report from being finished, in words for whoever wants to finish it; empty when nothing does. */
export function whatIsMissing(rules: Rules, report: Report): Phrase[] {
  return REQUIREMENTS.flatMap((requirement) => requirement(rules, report));
}
