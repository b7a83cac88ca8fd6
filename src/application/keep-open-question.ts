import { askedBefore } from '../domain/open-question.ts';
import type { Term, Transaction } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';

/**
 * A question that nothing was found for goes on the list of quality management, once however often it is asked.
 * @returns whether it is there; without terms it says nothing that it could be known again by
 */
export async function keepOpenQuestion(
  deps: Pick<Surroundings, 'catalogue' | 'clock'>,
  { openQuestions }: Pick<Transaction, 'openQuestions'>,
  question: { text: string; terms: readonly Term[]; unit: string },
): Promise<boolean> {
  const { terms, unit } = question;
  if (terms.length === 0) return false;
  const at = moment(deps).now;
  const before = askedBefore(terms, await openQuestions.lockSharing(terms));
  if (before) await openQuestions.askedAgain(before.id, { unit, at });
  else await openQuestions.keep({ ...question, at });
  return true;
}
