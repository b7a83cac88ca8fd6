import { sameAnswer, type Answers } from './answers.ts';
import { holds } from './condition.ts';
import { factsOf, type Matter } from './facts.ts';
import type { Field } from './field.ts';
import type { ReportType } from './report-type.ts';
import { severityOf } from './severity.ts';

/** Fields that apply to the matter as it stands, in the form's order. */
export function applicable(type: ReportType, matter: Matter): Field[] {
  const facts = factsOf(type, matter, severityOf(type.severity, factsOf(type, matter)).level);
  return type.fields.filter((field) => holds(field.askWhen, facts));
}

/**
 * Fields whose answer is gone with another one. What the message said for a question that an answer made needless
 * belongs to that answer: once it is taken back, the question is open. What was answered since stays.
 * @param after the answers from now on
 */
export function takenBack(type: ReportType, before: Matter & { text: string }, after: Answers): string[] {
  const asked = new Set(applicable(type, before).map(({ id }) => id));
  return applicable(type, { ...before, answers: after }).flatMap(({ id }) => {
    const answer = before.answers[id];
    const wasRead = answer?.kind === 'text' && before.text.includes(answer.text);
    return wasRead && !asked.has(id) && sameAnswer(answer, after[id]) ? [id] : [];
  });
}
