import { answeredBy, isNewlyPublished } from '../domain/open-question.ts';
import type { Report } from '../domain/report.ts';
import { searchedWords } from './begin-report.ts';
import type { Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Questions that find what has just been published are open no longer. */
export async function forgetAnswered(
  deps: Pick<Surroundings, 'recognizer'>,
  { openQuestions }: Pick<Transaction, 'openQuestions'>,
  before: Report,
  after: Report,
): Promise<void> {
  const words = isNewlyPublished(before, after) ? searchedWords(after) : null;
  if (words === null) return;
  const terms = deps.recognizer.terms(words);
  const answered = answeredBy(terms, await openQuestions.lockSharing(terms));
  if (answered.length > 0) await openQuestions.forget(answered.map(({ id }) => id));
}
