import { addMinutes, type Instant } from '../domain/business-time.ts';
import type { Address, OutboxEntry, OutboxQueue, PlatformFailure } from './ports.ts';
import { ownerOf } from './directory.ts';
import type { Paces } from './pace.ts';
import { postEntry, type EntryPosting } from './post-entry.ts';
import { sideBySide } from './side-by-side.ts';
import { moment } from './surroundings.ts';

export interface Delivery extends EntryPosting {
  outboxQueue: OutboxQueue;
  /** A channel cannot be posted to any more. */
  onLost: (channel: Address) => Promise<void>;
  paces: Paces;
}

/** One entry of each place, side by side: a slow place keeps nobody waiting but its own. */
const AT_ONCE = 20;
/** What falls due while others are under way waits no longer than this for its turn. */
const LOOK_AGAIN_MS = 100;
const CLAIM_MINUTES = 1;
/** About two hours of trying, the pause doubling from a second up to ten minutes; the first attempt is number 1. */
const MOST_ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Sends everything that is due, in order within each place. Returns how many entries were handled. What is due in a
 * place that rests is not waited for: the others are served, and `nextDue` says when to come back.
 */
export async function deliverDue(deps: Delivery): Promise<number> {
  let handled = 0;
  const underWay = sideBySide();
  for (;;) {
    const entries = await claim(deps, AT_ONCE - underWay.count());
    const batch = { ...deps, reader: readOnce(deps.reader) };
    for (const entry of entries)
      underWay.begin(() => deliver(batch, entry).finally(() => deps.outboxQueue.letGo(entry)));
    handled += entries.length;
    if (underWay.count() === 0) return handled;
    await underWay.oneEnds(LOOK_AGAIN_MS);
  }
}

async function claim({ clock, outboxQueue, paces }: Delivery, most: number): Promise<OutboxEntry[]> {
  if (most === 0) return [];
  const now = clock.now();
  return outboxQueue.claim(now, addMinutes(now, CLAIM_MINUTES), most, paces.resting());
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

async function deliver(deps: Delivery, entry: OutboxEntry): Promise<void> {
  deps.paces.count(entry.to);
  const result = await postEntry(deps, entry);
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
  if (isFinal(failure) || entry.attempts >= MOST_ATTEMPTS)
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

function isFinal({ code }: PlatformFailure): boolean {
  return code === 'no_such_place' || code === 'refused' || code === 'too_large';
}

function pauseUntil(now: Instant, attempts: number, { retryAfterMs }: PlatformFailure): Instant {
  const pause = retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (attempts - 1));
  return new Date(Date.parse(now) + pause).toISOString();
}
