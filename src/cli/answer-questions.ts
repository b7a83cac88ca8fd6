import type { OpenQuestionStore } from '../application/ports.ts';
import type { OpenQuestion } from '../domain/open-question.ts';
import { phrase } from '../domain/phrase.ts';
import { done, failed, say, type HouseAnswer, type HouseRequest, type Speaking } from './house-request.ts';
import { onOneLine } from './on-one-line.ts';

interface Asked extends Speaking {
  openQuestions: OpenQuestionStore;
}

type Request<Command> = Extract<HouseRequest, { command: Command }>;

/** What quality management has to know to see to an answer: the words, how often, when last, and who decides. */
export async function listQuestions(deps: Asked, { json }: Request<'questions-list'>): Promise<HouseAnswer> {
  const questions = await deps.openQuestions.list();
  if (json) return done(questions.map((one) => JSON.stringify(rowOf(one))));
  if (questions.length === 0) return done([say(deps, phrase('cli.questions.none'))]);
  return done(questions.map((one) => textLine(deps, one)));
}

/** Answered outside of tsutae, or no question at all. */
export async function markAnswered(deps: Asked, { id }: Request<'questions-answered'>): Promise<HouseAnswer> {
  const found = await deps.openQuestions.forget(id);
  if (!found) return failed([say(deps, phrase('cli.no_such_question', { id }))]);
  return done([say(deps, phrase('cli.question_answered', { id }))]);
}

function rowOf({ id, times, firstAt, lastAt, unit, text }: OpenQuestion) {
  return { id, times, firstAt, lastAt, unit, text };
}

function textLine(deps: Asked, { id, times, lastAt, unit, text }: OpenQuestion): string {
  const parts = [
    phrase('cli.questions.times', { n: times }),
    phrase('value', { value: { moment: lastAt } }),
    phrase('value', { value: { unit } }),
  ];
  return [String(id), ...parts.map((part) => say(deps, part)), onOneLine(text)].join('\t');
}
