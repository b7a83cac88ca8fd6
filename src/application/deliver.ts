import { addMinutes, type Instant } from '../domain/business-time.ts';
import { cardView } from '../domain/card-view.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { stepView } from '../domain/step-view.ts';
import type {
  Address,
  MessageRef,
  OutboxEntry,
  OutboxQueue,
  PlatformFailure,
  Post,
  PostingReader,
  ReportReader,
} from './ports.ts';
import { ownerOf } from './directory.ts';
import { CARD } from './ports/postings.ts';
import { belongs } from './post-cards.ts';
import { moment, type Surroundings } from './surroundings.ts';

export interface Delivery extends Surroundings {
  outboxQueue: OutboxQueue;
  postings: PostingReader;
  reader: Pick<ReportReader, 'internal'>;
  /** A channel cannot be posted to any more. */
  onLost: (channel: Address) => Promise<void>;
  /** Waits until the platform's pace allows another message to the place. */
  pace: (to: Address) => Promise<void>;
}

const AT_ONCE = 20;
const CLAIM_MINUTES = 1;
/** About two hours of trying, the pause doubling from a second up to ten minutes; the first attempt is number 1. */
const MOST_ATTEMPTS = 20;
/** About a quarter of an hour: the words are on the report's page, and nothing else in the place is to wait for them. */
const MOST_ATTEMPTS_OF_A_STEP = 10;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Sends everything that is due, in order within each place. Returns how many entries were handled. */
export async function deliverDue(deps: Delivery): Promise<number> {
  let handled = 0;
  for (;;) {
    const { now } = moment(deps);
    const entries = await deps.outboxQueue.claim(now, addMinutes(now, CLAIM_MINUTES), AT_ONCE);
    if (entries.length === 0) return handled;
    const batch = { ...deps, reader: readOnce(deps.reader) };
    // One entry of each place, side by side: a slow place keeps nobody waiting. Answers to a person go first.
    await Promise.all(
      answersFirst(entries).map((entry) =>
        deliver(batch, entry).finally(() => deps.outboxQueue.letGo(entry)),
      ),
    );
    handled += entries.length;
  }
}

/** The cards of a report in all its places show it as it stood once they were claimed. */
function readOnce({ internal }: Delivery['reader']): Delivery['reader'] {
  const reports = new Map<string, ReturnType<typeof internal>>();
  return {
    internal: (id) => {
      const report = reports.get(id) ?? internal(id);
      reports.set(id, report);
      return report;
    },
  };
}

function answersFirst(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const isCard = ({ content }: OutboxEntry) => content.kind === 'card';
  return [...entries.filter((entry) => !isCard(entry)), ...entries.filter(isCard)];
}

async function deliver(deps: Delivery, entry: OutboxEntry): Promise<void> {
  await deps.pace(entry.to);
  const result = await post(deps, entry);
  const { now } = moment(deps);
  if (result.ok) return deps.outboxQueue.sent(entry, result.value, now);
  const failure = result.problem;
  deps.log.warn('message not delivered', {
    entry: entry.id,
    platform: entry.to.platform,
    code: failure.code,
    attempts: entry.attempts,
  });
  const other = failure.code === 'no_such_place' ? await placeInstead(deps, entry) : null;
  if (other) return deliver(deps, other);
  if (isFinal(failure) || entry.attempts >= mostAttempts(entry))
    return deps.outboxQueue.giveUp(entry, failure, now);
  return deps.outboxQueue.retry(entry, failure, pauseUntil(now, entry.attempts, failure));
}

/** What cannot be brought to a place goes where it can be; null when it was tried everywhere. */
async function placeInstead(deps: Delivery, entry: OutboxEntry): Promise<OutboxEntry | null> {
  if (ownerOf(entry.to.place) === null) await deps.onLost(entry.to);
  // What stands under a card stands under no other.
  if (entry.content.kind === 'step') return null;
  const to = deps.directory.elsewhere(entry.to, entry.tried);
  if (!to || !(await deps.outboxQueue.redirect(entry, to))) return null;
  return { ...entry, to, tried: [...entry.tried, entry.to] };
}

/** Null where there is nothing to say any more. */
type Posted = Result<MessageRef | null, PlatformFailure>;

async function post(deps: Delivery, entry: OutboxEntry): Promise<Posted> {
  // A claim counts as an attempt, so that one whose worker was killed is known as well.
  const { content, to, key, mention, attempts: attempt } = entry;
  if (content.kind === 'view')
    return deps.messenger.send({ key, to, view: content.view, card: null, mention, attempt });
  const report = await deps.reader.internal(content.report);
  if (!report) throw new Error('a card without its report');
  return content.kind === 'card'
    ? postCard(deps, entry, report)
    : postStep(deps, entry, report, content.step);
}

/** A card is rendered as its report stands now: sent once, updated ever after. */
async function postCard(
  deps: Delivery,
  { to, mention, attempts: attempt }: OutboxEntry,
  report: Report,
): Promise<Posted> {
  const { catalogue, directory } = deps;
  // A report that was narrowed is still on the card that was posted before: that one says so, and nothing else.
  const view = belongs(directory, report, to)
    ? cardView(catalogue, report, catalogue.calendar)
    : notice([phrase('card.elsewhere')]);
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

/** Under the card, and like it as the report stands now: a comment that was deleted meanwhile is never sent. */
async function postStep(
  { postings, messenger, directory }: Delivery,
  { to, mention, attempts: attempt }: OutboxEntry,
  report: Report,
  seq: number,
): Promise<Posted> {
  const posted = await postings.of(report.id, seq, to);
  if (posted?.native) return ok(null);
  const shown = belongs(directory, report, to) ? stepView(report, seq) : null;
  if (!posted && (!shown || shown.empty)) return ok(null);
  const card = await postings.of(report.id, CARD, to);
  if (!card) return fail({ code: 'unavailable', retryAfterMs: null });
  const message: Post = {
    key: `step:${report.number}:${seq}:${to.platform}:${to.place}`,
    to,
    view: shown?.view ?? notice([phrase('card.elsewhere')]),
    card: null,
    under: card.ref,
    mention,
    attempt,
  };
  return posted ? messenger.update(posted.ref, { ...message, mention: false }) : messenger.send(message);
}

function mostAttempts({ content }: OutboxEntry): number {
  return content.kind === 'step' ? MOST_ATTEMPTS_OF_A_STEP : MOST_ATTEMPTS;
}

function isFinal({ code }: PlatformFailure): boolean {
  return code === 'no_such_place' || code === 'refused' || code === 'too_large';
}

function pauseUntil(now: Instant, attempts: number, { retryAfterMs }: PlatformFailure): Instant {
  const pause = retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (attempts - 1));
  return new Date(Date.parse(now) + pause).toISOString();
}
