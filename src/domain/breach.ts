import type { Rules } from './assessment.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';

/** Notices to the privacy commission: at once as far as it is known, and once everything is. */
export const NOTICES = ['preliminary', 'final'] as const;
export type Notice = (typeof NOTICES)[number];

/** What the privacy officer judged last; null until then. */
export function breachJudged({
  steps,
}: Pick<Report, 'steps'>): { reportable: boolean; malicious: boolean } | null {
  const judged = steps.findLast(({ kind }) => kind === 'breach_judged');
  if (!judged) return null;
  const { reportable, malicious } = judged.facts;
  return { reportable: reportable === true, malicious: malicious === true };
}

/** Notices that are still to be given. */
export function noticesOwed(report: Pick<Report, 'steps'>): Notice[] {
  if (!breachJudged(report)?.reportable) return [];
  const given = report.steps
    .filter(({ kind }) => kind === 'breach_notified')
    .map(({ facts }) => facts['stage']);
  // The final notice says everything that the preliminary one would have said.
  return given.includes('final') ? [] : NOTICES.filter((stage) => !given.includes(stage));
}

/** A breach may have to be told to the commission unless no personal data is in it. */
export function mayBeBreach({ type, filing }: Pick<Report, 'type' | 'filing'>): boolean {
  const answer = filing.answers['personal_data'];
  return type === 'incident' && !(answer?.kind === 'choice' && answer.choice === 'no');
}

export function noticesMissing(_rules: Pick<Rules, 'types'>, report: Report): Phrase[] {
  return noticesOwed(report).map((stage) => phrase(`breach.missing.${stage}`));
}
