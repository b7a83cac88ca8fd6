import { scopeOf } from '../domain/permission.ts';
import type { Address, MessageRef, PostingReader, ReportReader } from './ports.ts';
import { CARD } from './ports/postings.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** Number of the report whose card, or what stands under it, a message is: for an edge that is told of a thread. */
export async function reportAt(
  { postings, reader }: { postings: PostingReader; reader: Pick<ReportReader, 'internal'> },
  at: Address,
  ref: MessageRef,
): Promise<string | null> {
  const posting = await postings.by(at, ref);
  const report = posting && (await reader.internal(posting.report));
  return report ? report.number : null;
}

/** Where the card of a report stands in a place, for somebody who may see the report. */
export async function cardAt(
  deps: Surroundings & { postings: PostingReader; reader: Pick<ReportReader, 'byNumber'> },
  person: string,
  at: Address,
  number: string,
): Promise<MessageRef | null> {
  const reader = personNow(deps, person);
  if (!reader) return null;
  const report = await deps.reader.byNumber(scopeOf(actorNow(deps, reader.person)), number);
  const posting = report && (await deps.postings.of(report.id, CARD, at));
  return posting ? posting.ref : null;
}
