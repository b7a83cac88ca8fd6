import type { Report, StepRecord } from './report.ts';

/**
 * A final answer, or a decision that settles the matter: what the reporter is asked about, whether it answers them. Of
 * decisions that do not say whether they settle it, the reporter was asked.
 */
export function isAnswer({ kind, facts: { final } }: StepRecord): boolean {
  return (kind === 'decision_given' && final !== false) || (kind === 'answered' && final === true);
}

/** The answer that stands: the last one, unless the matter was taken up again since. */
export function standingAnswer({ steps }: Pick<Report, 'steps'>): StepRecord | null {
  const last = steps.findLast((step) => isAnswer(step) || step.kind === 'reopened');
  return last && isAnswer(last) ? last : null;
}

/** The answer about which this person is still to say whether it answers them: each is asked once. */
export function unjudgedAnswer(report: Report, person: string): StepRecord | null {
  const answer = standingAnswer(report);
  if (!answer || !hears(report, person)) return null;
  return judged(report, answer, person) ? null : answer;
}

function judged({ steps }: Report, answer: StepRecord, person: string): boolean {
  return steps.some(
    ({ kind, actor, facts }) => kind === 'feedback_given' && actor === person && facts['to'] === answer.seq,
  );
}

/** Is told what becomes of it. */
export function hears({ reporter, followers }: Report, person: string): boolean {
  return reporter === person || followers.includes(person);
}

/** Somebody said that the standing answer is none, and nothing was said since. */
export function isLacking(report: Report): boolean {
  const answer = report.steps.findLast(isAnswer);
  return (
    answer !== undefined &&
    report.steps.some(
      ({ kind, facts }) =>
        kind === 'feedback_given' && facts['helped'] === false && facts['to'] === answer.seq,
    )
  );
}
