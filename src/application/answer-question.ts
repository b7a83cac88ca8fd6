import { knowHowView, sourcesOf } from '../domain/know-how.ts';
import type { Actor } from '../domain/organization.ts';
import { ownerOf } from '../domain/ownership.ts';
import { scopeOf } from '../domain/permission.ts';
import { similarity } from '../domain/similarity.ts';
import type { View } from '../domain/view.ts';
import { keepOpenQuestion } from './keep-open-question.ts';
import type { Transaction } from './ports.ts';
import { recordViewsWithin } from './record-views.ts';
import type { Surroundings } from './surroundings.ts';

const CONSIDERED = 30;

/**
 * What colleagues have published or been answered, among what this person may see, or which department decides. What
 * nothing is found for goes on the list of quality management.
 * @param question keeps: whether its words may be kept there
 */
export async function answerQuestion(
  deps: Pick<Surroundings, 'catalogue' | 'clock' | 'hash' | 'ids' | 'recognizer'>,
  tx: Pick<Transaction, 'reader' | 'reports' | 'openQuestions'>,
  { actor, text, keeps }: { actor: Actor; text: string; keeps: boolean },
): Promise<View> {
  const terms = deps.recognizer.terms(text);
  const candidates = terms.length > 0 ? await tx.reader.candidates(scopeOf(actor), terms, CONSIDERED) : [];
  const scored = candidates.map(({ report, terms: said }) => ({
    item: report,
    score: similarity(terms, new Set(said.map((term) => term.text))),
  }));
  const sources = sourcesOf(scored);
  await recordViewsWithin(deps, tx, { person: actor.person, by: 'answer', since: null }, sources);
  const unit = ownerOf(deps.catalogue.ownership, {}, text);
  const listed = keeps && sources.length === 0 && (await keepOpenQuestion(deps, tx, { text, terms, unit }));
  return knowHowView(sources, unit, listed);
}
