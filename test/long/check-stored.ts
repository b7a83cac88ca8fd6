import { cardView } from '../../src/domain/card-view.ts';
import { foldReport } from '../../src/domain/fold-report.ts';
import { canonical } from '../../src/domain/ledger.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Catalogue } from '../../src/application/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { silentLog } from '../support/storage-samples.ts';
import { Broken } from './broken.ts';

/** What must lie in the database while nobody is doing anything; Broken with what does not. */
export async function checkStored(
  database: Database,
  catalogue: Catalogue,
  acknowledged: readonly string[],
): Promise<void> {
  await checkInbox(database, acknowledged);
  const reports = await checkRows(database);
  await checkMessages(database, catalogue, reports);
}

/** Whatever was acknowledged came in once, and was worked on. */
async function checkInbox({ prisma }: Database, acknowledged: readonly string[]): Promise<void> {
  const entries = await prisma.inboxEntry.findMany({ select: { eventId: true, doneAt: true, deadAt: true } });
  const open = entries.filter(({ doneAt, deadAt }) => doneAt === null || deadAt !== null);
  if (open.length > 0) throw new Broken(`${open.length} inbox entries are open or given up`);
  const known = new Set(entries.map(({ eventId }) => eventId));
  const lost = acknowledged.filter((eventId) => !known.has(eventId));
  if (lost.length > 0) throw new Broken(`acknowledged and lost: ${lost.join(' ')}`);
}

/** Each row is what its events say. */
async function checkRows(database: Database): Promise<Report[]> {
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const reports: Report[] = [];
  for await (const { number, row, events } of store.ledger.chains()) {
    const folded = foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null })));
    if (!row || canonical(row) !== canonical(folded))
      throw new Broken(`the row of ${number} is not its events`);
    reports.push(folded);
  }
  await store.stop();
  return reports;
}

/**
 * Everything that was sent stands there, nothing else does, and every card shows its report as it is now. The house
 * itself may have something to say at any time, e.g. a checkpoint: what still waits may stand there or not.
 */
async function checkMessages(
  { prisma }: Database,
  catalogue: Catalogue,
  reports: readonly Report[],
): Promise<void> {
  const entries = await prisma.outboxEntry.findMany({
    where: { cardReport: null },
    select: { key: true, sentAt: true },
  });
  const posted = await prisma.webMessage.findMany({ where: { author: null } });
  const views = new Set(posted.filter(({ card }) => card === null).map(({ key }) => key));
  const missing = entries.filter(({ key, sentAt }) => sentAt !== null && !views.has(key));
  if (missing.length > 0) throw new Broken(`sent and not there: ${missing.map(({ key }) => key).join(' ')}`);
  const known = new Set((await prisma.outboxEntry.findMany({ select: { key: true } })).map(({ key }) => key));
  const invented = [...views].filter((key) => !known.has(key));
  if (invented.length > 0) throw new Broken(`there and never sent: ${invented.join(' ')}`);
  const cards = await prisma.outboxEntry.findMany({
    where: { cardReport: { not: null } },
    distinct: ['cardReport', 'place'],
  });
  const byId = new Map(reports.map((report) => [report.id, report]));
  for (const { cardReport, place } of cards) {
    const report = byId.get(cardReport ?? '');
    const shown = posted.filter((message) => message.place === place && message.card === report?.number);
    if (!report || shown.length !== 1)
      throw new Broken(`${shown.length} cards of ${report?.number ?? ''} in ${place}`);
    const isCard =
      canonical(shown[0]?.view) === canonical(asStored(cardView(catalogue, report, catalogue.calendar)));
    if (belongsIn(catalogue, report, place) !== isCard)
      throw new Broken(
        `the card of ${report.number} in ${place} is ${isCard ? 'still there' : 'out of date'}`,
      );
  }
}

/** Where it has been taken away, as a voice whose suspicion was referred, its card is out of sight. */
function belongsIn({ organization }: Catalogue, { primary, copies }: Report, place: string): boolean {
  return [primary, ...copies].some((unit) => organization.units.get(unit)?.channels['web'] === place);
}

/** JSON has no members that are undefined. */
function asStored(view: object): unknown {
  return JSON.parse(JSON.stringify(view));
}
