import type { Answers } from '../answers.ts';
import type { LocalDate } from '../business-time.ts';

/** What was filled in, once checked: empty where an input that is not required was left out. */
export function textIn(answers: Answers, id: string): string {
  const answer = answers[id];
  return answer?.kind === 'text' ? answer.text.trim() : '';
}

export function choiceIn(answers: Answers, id: string): string {
  const answer = answers[id];
  return answer?.kind === 'choice' ? answer.choice : '';
}

export function unitIn(answers: Answers, id: string): string {
  const answer = answers[id];
  return answer?.kind === 'unit' ? answer.unit : '';
}

export function dayIn(answers: Answers, id: string): LocalDate | null {
  const answer = answers[id];
  return answer?.kind === 'date' ? answer.date : null;
}

/** An exact number, or the least of a range. */
export function numberIn(answers: Answers, id: string): number | null {
  const answer = answers[id];
  return answer?.kind === 'count' ? answer.from : null;
}
