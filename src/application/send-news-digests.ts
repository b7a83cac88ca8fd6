import { inBusinessHours, instantOf, type Instant } from '../domain/business-time.ts';
import { newsDigest, type Untold } from '../domain/digests/news-digest.ts';
import { toldOf } from '../domain/news.ts';
import { pressableView } from '../domain/pressable-view.ts';
import type { HeldStep, Transaction, UnitOfWork } from './ports.ts';
import { moment, personNow, type Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/**
 * On every working day, from the opening hour on: one message to each person who wants their news once a day, with
 * what happened before that hour, and none where nothing did. It is composed and what it says is let go of in one
 * transaction, so that it is neither lost nor said twice whenever an instance is killed.
 */
export async function sendNewsDigests(deps: Surroundings & { unitOfWork: UnitOfWork }): Promise<void> {
  const { now, today } = moment(deps);
  const { calendar } = deps.catalogue;
  if (!inBusinessHours(calendar, now)) return;
  const opening = instantOf(calendar, today, calendar.opens);
  const people = await deps.unitOfWork.transact((tx) => tx.heldNews.people(opening));
  for (const person of people) {
    try {
      await deps.unitOfWork.transact((tx) => tellHeldNews(deps, tx, person, opening, `digest:news:${today}`));
    } catch (cause) {
      // One person's must not keep the others from theirs; it is tried again at the next look.
      deps.log.error('a digest of news could not be sent', {
        reason: cause instanceof Error ? cause.name : 'unknown',
      });
    }
  }
}

/**
 * What is held for a person, in one message.
 * @param before of what happened before this moment; null: everything
 * @param key what the message answers; with the person it is unique for ever
 */
export async function tellHeldNews(
  deps: Surroundings,
  tx: Transaction,
  person: string,
  before: Instant | null,
  key: string,
): Promise<void> {
  const untold = await stillToTell(tx, person, await tx.heldNews.take(person, before));
  const view = newsDigest(deps.catalogue, deps.catalogue.calendar, untold, person);
  // Whoever has left since is told nothing more.
  if (!view || !personNow(deps, person)) return;
  const { today } = moment(deps);
  const reader = { person, organization: deps.catalogue.organization, today };
  const shown = untold.reduce((said, { report }) => pressableView(said, report, reader), view);
  await tellPerson(deps, tx, { person, view: shown, key: `${key}:${person}` });
  await tx.wake('outbox');
}

/** As the reports stand now: what was narrowed meanwhile, or is no longer this person's to follow, is not told. */
async function stillToTell(tx: Transaction, person: string, held: readonly HeldStep[]): Promise<Untold[]> {
  const untold: Untold[] = [];
  for (const id of new Set(held.map(({ report }) => report))) {
    const report = await tx.reader.internal(id);
    const seqs = new Set(held.filter((one) => one.report === id).map(({ seq }) => seq));
    const steps = report?.steps.filter((step) => seqs.has(step.seq) && toldOf(report, step).includes(person));
    if (report && steps && steps.length > 0) untold.push({ report, steps });
  }
  return untold;
}
