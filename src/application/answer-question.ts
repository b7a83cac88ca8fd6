import { knowHowView, sourcesOf } from '../domain/know-how.ts';
import type { Actor } from '../domain/organization.ts';
import { ownerOf } from '../domain/ownership.ts';
import { scopeOf } from '../domain/permission.ts';
import { similarity } from '../domain/similarity.ts';
import type { View } from '../domain/view.ts';
import type { ReportReader } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

const CONSIDERED = 30;

/** What colleagues have published or been answered, among what this person may see, or which department decides. */
export async function answerQuestion(
  deps: Pick<Surroundings, 'catalogue' | 'recognizer'>,
  reader: Pick<ReportReader, 'candidates'>,
  { actor, text }: { actor: Actor; text: string },
): Promise<View> {
  const asked = deps.recognizer.terms(text);
  const candidates = asked.length > 0 ? await reader.candidates(scopeOf(actor), asked, CONSIDERED) : [];
  const scored = candidates.map(({ report, terms }) => ({
    item: report,
    score: similarity(asked, new Set(terms.map((term) => term.text))),
  }));
  return knowHowView(sourcesOf(scored), ownerOf(deps.catalogue.ownership, {}, text));
}
