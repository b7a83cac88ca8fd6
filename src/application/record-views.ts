import { addMinutes, instantOf, type Instant } from '../domain/business-time.ts';
import { link } from '../domain/ledger.ts';
import type { Report } from '../domain/report.ts';
import { isWatched, viewedEvent, type WayOfViewing } from '../domain/report-views.ts';
import type { ReportReader, Transaction, UnitOfWork } from './ports.ts';
import type { Recording } from './record-event.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Reports of one transaction: what is locked together is not locked for long. */
const AT_ONCE = 50;
/** Minutes within which a request without an id of its own is the same one, sent again because its answer was lost. */
const SAME_REQUEST_MINUTES = 1;

/** What is written by, and when. */
type RecordingViews = Recording & Pick<Surroundings, 'catalogue' | 'clock'>;
type Outside = RecordingViews & { reader: ReportReader; unitOfWork: UnitOfWork };

export interface Viewing {
  person: string;
  by: WayOfViewing;
  /** A view by this way that was written down since then is the same look; null: every one is another. */
  since: Instant | null;
}

/** Of requests that carry no id: a second one within a minute is a repetition. */
export function sinceRepeated({ clock }: Pick<Surroundings, 'clock'>): Instant {
  return addMinutes(clock.now(), -SAME_REQUEST_MINUTES);
}

/** Of what is drawn again by itself. */
export function sinceToday(deps: Pick<Surroundings, 'catalogue' | 'clock'>): Instant {
  return instantOf(deps.catalogue.calendar, moment(deps).today, 0);
}

/** Writes down that a person reads these reports, before they are shown. Nobody is told and no card changes. */
export async function recordViews(
  deps: Outside,
  viewing: Viewing,
  reports: readonly Report[],
): Promise<void> {
  const fresh = await unseen(deps.reader, viewing, reports.filter(isWatched).map(idOf));
  for (let from = 0; from < fresh.length; from += AT_ONCE)
    await deps.unitOfWork.transact((tx) => append(deps, tx, viewing, fresh.slice(from, from + AT_ONCE)));
}

/**
 * The same inside the caller's transaction, which is worked on once however often its request is delivered. The caller
 * appends nothing to a report that it read before.
 */
export async function recordViewsWithin(
  deps: RecordingViews,
  tx: Pick<Transaction, 'reports' | 'reader'>,
  viewing: Viewing,
  reports: readonly Report[],
): Promise<void> {
  await append(deps, tx, viewing, reports.filter(isWatched).map(idOf));
}

async function append(
  deps: RecordingViews,
  tx: Pick<Transaction, 'reports' | 'reader'>,
  viewing: Viewing,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const heads = await tx.reports.lockHeads(ids);
  // Looked at once more behind the lock: the same request may be worked on twice at a time.
  const fresh = new Set(await unseen(tx.reader, viewing, [...heads.keys()]));
  const viewed = viewedEvent(viewing.person, moment(deps).now, viewing.by);
  const hash = (text: string) => deps.hash.sha256(text);
  const events = [...heads]
    .filter(([id]) => fresh.has(id))
    .map(([id, head]) => link(id, head, viewed, deps.ids.salt(), hash).event);
  if (events.length > 0) await tx.reports.appendToHeads(events);
}

async function unseen(
  reader: Pick<ReportReader, 'viewedSince'>,
  { person, by, since }: Viewing,
  ids: readonly string[],
): Promise<string[]> {
  const each = [...new Set(ids)];
  if (since === null || each.length === 0) return each;
  const known = await reader.viewedSince({ person, by, since }, each);
  return each.filter((id) => !known.has(id));
}

function idOf({ id }: Report): string {
  return id;
}
