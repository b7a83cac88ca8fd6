import { phrase } from '../domain/phrase.ts';
import { notice } from '../domain/dialog/question-view.ts';
import { converse } from './converse.ts';
import type { InboxEntry, InboxQueue, UnitOfWork } from './ports.ts';
import { sayTo } from './say-to.ts';
import { moment, type Surroundings } from './surroundings.ts';

export interface InboxWork extends Surroundings {
  unitOfWork: UnitOfWork;
  inboxQueue: InboxQueue;
  onAnswered: () => void;
}

const PEOPLE_AT_ONCE = 50;

/** Works off everything one person has sent, in order, one transaction each. */
export async function workInbox(deps: InboxWork, person: string): Promise<void> {
  for (let more = true; more;) more = await workOnNext(deps, person);
}

/** False when nothing is left, or when the next entry has to wait. */
async function workOnNext(deps: InboxWork, person: string): Promise<boolean> {
  const at: { entry: InboxEntry | null } = { entry: null };
  try {
    const more = await deps.unitOfWork.transact(async (tx) => {
      const stored = await tx.conversations.lock(person);
      const next = await tx.inbox.nextFor(person);
      at.entry = next?.entry ?? null;
      if (!next) return false;
      await converse(deps, tx, next.entry, stored);
      await tx.inbox.done(next.entry.id, moment(deps).now);
      // So that the last entry costs no transaction more; what is stored later is announced anew.
      return next.more;
    });
    if (at.entry) deps.onAnswered();
    return more;
  } catch (cause) {
    // A database that is away is no fault of the entry's: it waits, however long that takes.
    if (!at.entry || isOutage(cause)) throw cause;
    await onFailure(deps, at.entry, cause);
    return false;
  }
}

/** Everyone who is waiting: after a start, and whenever a wake-up says so. */
export async function sweepInbox(deps: InboxWork): Promise<void> {
  const met = new Set<string>();
  for (;;) {
    const waiting = await deps.inboxQueue.peopleWaiting(PEOPLE_AT_ONCE + met.size);
    const next = waiting.filter((person) => !met.has(person));
    if (next.length === 0) return;
    for (const person of next) {
      met.add(person);
      await workInbox(deps, person);
    }
  }
}

/** Failures of storage say what they are; these pass by themselves. */
function isOutage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'unavailable' || code === 'disk_full' || code === 'conflict';
}

/** Tried again at the next wake-up; given up after some, shown to administrators, and the person is told. */
async function onFailure(deps: InboxWork, entry: InboxEntry, cause: unknown): Promise<void> {
  const reason = cause instanceof Error ? cause.name : 'unknown';
  deps.log.error('inbox entry failed', { entry: entry.id, reason });
  const givenUp = await deps.inboxQueue.failed(entry.id, reason, moment(deps).now);
  if (!givenUp) return;
  await deps.unitOfWork.transact(async (tx) => {
    const to = (await tx.conversations.placeOf(entry.person)) ?? deps.directory.personal(entry.person);
    const { language } = await tx.preferences.of(entry.person);
    await sayTo(tx, to, `${entry.id}:failed`, [notice([phrase('out.fail')])], language);
  });
  deps.onAnswered();
}
