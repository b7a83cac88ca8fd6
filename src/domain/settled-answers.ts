import { sameAnswer, type Answers } from './answers.ts';
import type { Field } from './field.ts';

/** Content of an event in which answers were given: what was written, and each answer that is new. */
export function contentWith(text: string, answers: Answers): string {
  return JSON.stringify({ text, answers });
}

/** The answers that an event gave; none where it gave none. */
export function answersGiven(body: string | null): Answers {
  if (body === null) return {};
  const { answers } = JSON.parse(body) as { answers?: Answers };
  return answers ?? {};
}

/**
 * What a later form changes of the answers so far. An answer that settles an earlier one, e.g. the confirmed number of
 * people, takes its place too, so that rules are asked about what is known now. What is left empty stays as it was.
 */
export function newAnswers(fields: readonly Field[], before: Answers, filled: Answers): Answers {
  const given = fields.flatMap((field) => {
    const answer = filled[field.id];
    if (!answer) return [];
    const settled =
      field.settles !== undefined && answer.kind !== 'unknown' ? [[field.settles, answer] as const] : [];
    return [[field.id, answer] as const, ...settled];
  });
  return Object.fromEntries(given.filter(([id, answer]) => !sameAnswer(before[id], answer)));
}
