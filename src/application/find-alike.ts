import { alikeReports, type Alike } from '../domain/alike.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import type { ReportReader } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** The first reply waits for this look, so that it is by the rarest words alone and reads few reports. */
const TERMS = 12;
const CONSIDERED = 10;

/**
 * Earlier reports of the same type and matter, a drill among drills only, among what this person may see; one query
 * on the index of words.
 */
export async function findAlike(
  deps: Pick<Surroundings, 'recognizer'>,
  reader: Pick<ReportReader, 'candidates'>,
  matter: { actor: Actor; text: string; type: ReportLabel; drill: boolean },
): Promise<Alike[]> {
  const { actor, text, type, drill } = matter;
  const terms = deps.recognizer.terms(text);
  if (terms.length === 0) return [];
  const candidates = await reader.candidates(scopeOf(actor), terms.slice(0, TERMS), CONSIDERED, {
    list: { kind: 'all' },
    where: [{ type, drill }],
  });
  return alikeReports(terms, candidates);
}
