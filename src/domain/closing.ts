import { openAssignment } from './assignment.ts';
import { typeOf, type Rules } from './assessment.ts';
import { noticesMissing } from './breach.ts';
import { causeUnsigned } from './cause.ts';
import { uncheckedItems } from './checklist.ts';
import { isAnswer, isLacking } from './feedback.ts';
import { noteText } from './note.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report, StepRecord } from './report.ts';
import { isInternal } from './told-steps.ts';
import { phaseOf } from './workflow.ts';

/** Names what one rule still lacks before a report may be closed, as nouns that stand in a list. */
export type ClosingCheck = (rules: Rules, report: Report) => readonly Phrase[];

/** Every rule, in the order in which people are told. A checklist is a file of its own and a line here. */
const CHECKS: readonly ClosingCheck[] = [feedback, result, uncheckedItems, causeUnsigned, noticesMissing];

/** What keeps a report from being closed; nothing for one that may be. */
export function whatIsMissing(rules: Rules, report: Report): Phrase[] {
  return CHECKS.flatMap((check) => check(rules, report));
}

/** Nothing closes without feedback sent [D0: フィードバック, D1: 結果の如何にかかわらず]. */
function feedback(rules: Rules, report: Report): Phrase[] {
  if (isLacking(report)) return [phrase('closing.lacking')];
  return isTold(rules, report) ? [] : [phrase('closing.feedback')];
}

/** An answer, a decision, or the words with which the matter was settled: since it was last taken up again. */
function isTold(rules: Rules, report: Report): boolean {
  const { workflow } = typeOf(rules, report.type);
  const settles = ({ kind, state, note }: StepRecord) =>
    state !== null &&
    phaseOf(workflow, state) === 'decided' &&
    !isInternal(kind) &&
    note !== null &&
    noteText(note) !== '';
  const since = report.steps.findLast(({ kind }) => kind === 'reopened')?.seq ?? 0;
  return report.steps.some((step) => step.seq > since && (isAnswer(step) || settles(step)));
}

/** A report of the result is compulsory [D1 requirement 43]. */
function result(_rules: Rules, report: Report): Phrase[] {
  const owed = openAssignment(report);
  return owed ? [phrase('closing.result', { person: { person: owed.person } })] : [];
}
