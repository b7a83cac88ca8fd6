import { addMinutes } from '../domain/business-time.ts';
import type { KnownReport } from '../domain/dialog/conversation.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { likeness } from '../domain/similarity.ts';
import { isJoinable } from '../domain/storm.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { ReportReader } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** An outage may last longer than anybody is silent about it; nothing older is looked at. */
const LONGEST_MINUTES = 24 * 60;
/** Two outages at a time are rare, ten are not told apart by words. */
const CONSIDERED = 10;

/**
 * What others have reported already and the message seems to be: of the same subtype, still going on, and visible to
 * the person, so that nobody learns of a report that they may not see. Of several, the one whose words are most alike.
 */
export async function findKnown(
  deps: Pick<Surroundings, 'catalogue' | 'clock' | 'recognizer'>,
  reader: Pick<ReportReader, 'list'>,
  matter: { actor: Actor; text: string; understanding: Understanding; drill: boolean },
): Promise<(KnownReport & Pick<Report, 'type'>) | null> {
  const { actor, text, understanding, drill } = matter;
  const { label: type, subtype } = understanding;
  const storm = type === 'status' || type === 'other' ? null : deps.catalogue.types.get(type)?.storm;
  if (!storm || subtype === null) return null;
  const now = deps.clock.now();
  const found = await reader.list(scopeOf(actor), {
    type,
    subtype,
    drill,
    open: true,
    since: addMinutes(now, -LONGEST_MINUTES),
    limit: CONSIDERED,
  });
  const said = deps.recognizer.terms(text);
  const known = found
    .filter((report) => isJoinable(deps.catalogue, report, now))
    .map((report) => ({ report, score: likeness(said, deps.recognizer.terms(report.filing.text)) }))
    .sort((a, b) => b.score - a.score || (a.report.filedAt < b.report.filedAt ? -1 : 1))[0]?.report;
  return known ? { number: known.number, since: known.filedAt, type: known.type } : null;
}
