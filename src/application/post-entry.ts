import { cardView } from '../domain/card-view.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import { ok, type Result } from '../domain/result.ts';
import { stepView } from '../domain/step-view.ts';
import type {
  Address,
  MessageRef,
  OutboxEntry,
  PlatformFailure,
  Post,
  PostingWriter,
  ReportReader,
} from './ports.ts';
import { CARD } from './ports/postings.ts';
import { belongs } from './post-cards.ts';
import { samePlace } from './same-place.ts';
import type { Surroundings } from './surroundings.ts';

/** What entries are brought to their places with. */
export interface EntryPosting extends Surroundings {
  postings: PostingWriter;
  reader: Pick<ReportReader, 'internal'>;
}

type Sent = Result<MessageRef, PlatformFailure>;

/** Brings an entry to its place; what is about a report as that report stands now. Null where nothing is left to say. */
export async function postEntry(
  deps: EntryPosting,
  entry: OutboxEntry,
): Promise<Result<MessageRef | null, PlatformFailure>> {
  // A claim counts as an attempt, so that one whose worker was killed is known as well.
  const { content, to, key, mention, attempts: attempt } = entry;
  if (content.kind === 'view') {
    const { view, calls } = content;
    return deps.messenger.send({ key, to, view, card: null, mention, ...(calls && { calls }), attempt });
  }
  const report = await deps.reader.internal(content.report);
  if (!report) throw new Error('a card without its report');
  return content.kind === 'card'
    ? postCard(deps, entry, report)
    : postStep(deps, entry, report, content.step);
}

/** Sent once, updated ever after. */
async function postCard(
  deps: EntryPosting,
  { to, mention, attempts: attempt }: OutboxEntry,
  report: Report,
): Promise<Sent> {
  const { catalogue, directory } = deps;
  // A report that was narrowed is still on the card that was posted before: that one says so, and nothing else.
  const view = belongs(directory, report, to)
    ? cardView(catalogue, report, catalogue.calendar)
    : notice([goneFrom(deps, to)]);
  const card: Post = {
    key: `card:${report.number}:${to.platform}:${to.place}`,
    to,
    view,
    card: report.number,
    mention,
    attempt,
  };
  const posted = await deps.postings.of(report.id, CARD, to);
  return posted ? deps.messenger.update(posted.ref, { ...card, mention: false }) : deps.messenger.send(card);
}

/** Of a channel that is no unit's any more; elsewhere nothing says that the report can be seen in another place. */
function goneFrom({ directory, catalogue }: EntryPosting, at: Address): Phrase {
  const isUnits = [...catalogue.organization.units.keys()].some((unit) =>
    directory.ownChannels(unit).some((to) => samePlace(to, at)),
  );
  return phrase(isUnits ? 'card.elsewhere' : 'card.moved');
}

/** Under the card. A comment that was deleted before it was sent is never sent. */
async function postStep(
  deps: EntryPosting,
  entry: OutboxEntry,
  report: Report,
  seq: number,
): Promise<Result<MessageRef | null, PlatformFailure>> {
  const { postings, messenger, directory } = deps;
  const { to, mention, attempts: attempt } = entry;
  const posted = await postings.of(report.id, seq, to);
  if (posted?.native) return ok(null);
  const shown = belongs(directory, report, to) ? stepView(report, seq) : null;
  if (!posted && (!shown || shown.empty)) return ok(null);
  const card = await cardInPlace(deps, entry, report);
  if (!card.ok) return card;
  const message: Post = {
    key: `step:${report.number}:${seq}:${to.platform}:${to.place}`,
    to,
    view: shown?.view ?? notice([goneFrom(deps, to)]),
    card: null,
    under: card.value,
    mention,
    attempt,
  };
  return posted ? messenger.update(posted.ref, { ...message, mention: false }) : messenger.send(message);
}

/**
 * The card under which something goes. Entries of a place go one after the other, so that one that was given up is all
 * that can be missing: it is posted now, since nothing behind this entry could bring it.
 */
async function cardInPlace(deps: EntryPosting, entry: OutboxEntry, report: Report): Promise<Sent> {
  const posted = await deps.postings.of(report.id, CARD, entry.to);
  if (posted) return ok(posted.ref);
  const sent = await postCard(deps, entry, report);
  if (sent.ok)
    await deps.postings.keep({ report: report.id, step: CARD, at: entry.to, ref: sent.value, native: false });
  return sent;
}
