import type { Report, StepRecord } from './report.ts';

/** The request for what is missing that the reporter has not answered yet; null when there is none. */
export function openSendBack(report: Pick<Report, 'steps' | 'reporter'>): StepRecord | null {
  const asked = report.steps.findLast(({ kind }) => kind === 'sent_back');
  if (!asked) return null;
  const over = report.steps.some((step) => step.seq > asked.seq && ends(step, report.reporter));
  return over ? null : asked;
}

/** The state that a report is in once the reporter has said what was missing; null when nothing is waited for. */
export function stateAfterAnswer(report: Pick<Report, 'steps' | 'reporter' | 'state'>): string | null {
  const asked = openSendBack(report);
  const before = asked && report.steps.findLast(({ seq, state }) => seq < asked.seq && state !== null);
  return asked ? (before?.state ?? report.state) : null;
}

/** The reporter's answer, or anything by which a department has moved it on without one. */
function ends({ kind, actor, state }: StepRecord, reporter: string): boolean {
  const answers = kind === 'added' || kind === 'corrected' || kind === 'replied';
  return (answers && actor === reporter) || state !== null;
}
