import { instantOf, type Instant } from '../domain/business-time.ts';
import type { Report } from '../domain/report.ts';
import { isWatched, viewedEvent, type WayOfViewing } from '../domain/report-views.ts';
import type { ReportReader, Transaction, UnitOfWork } from './ports.ts';
import { record, type Recording } from './record-event.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Reports of one transaction: what is locked together is not locked for long. */
const AT_ONCE = 50;

/** What is written by, and when. */
type RecordingViews = Recording & Pick<Surroundings, 'catalogue' | 'clock'>;

export interface Viewing {
  person: string;
  by: WayOfViewing;
}

/**
 * Writes down that a person read these reports, each restricted one once a day, before they are shown. Nobody is told
 * and no card changes.
 */
export async function recordViews(
  deps: RecordingViews & { reader: ReportReader; unitOfWork: UnitOfWork },
  viewing: Viewing,
  reports: readonly Report[],
): Promise<void> {
  const watched = reports.filter(isWatched);
  if (watched.length === 0) return;
  const ids = watched.map(({ id }) => id);
  const known = await deps.reader.viewedSince(viewing.person, ids, startOfToday(deps));
  // In one order, so that two who read the same never wait for each other.
  const fresh = watched.filter(({ id }) => !known.has(id)).map(({ number }) => number);
  fresh.sort();
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    await deps.unitOfWork.transact(async (tx) => {
      for (const number of fresh.slice(from, from + AT_ONCE)) {
        const report = await tx.reports.lock(number);
        if (report) await recordView(deps, tx, viewing, report);
      }
    });
  }
}

/** The same for one report that is locked in the caller's transaction. */
export async function recordView(
  deps: RecordingViews,
  tx: Transaction,
  { person, by }: Viewing,
  report: Report,
): Promise<Report> {
  if (!isWatched(report)) return report;
  const known = await tx.reader.viewedSince(person, [report.id], startOfToday(deps));
  if (known.has(report.id)) return report;
  return record(deps, tx, report, [viewedEvent(person, moment(deps).now, by)]);
}

function startOfToday(deps: RecordingViews): Instant {
  return instantOf(deps.catalogue.calendar, moment(deps).today, 0);
}
