import type { NewReport, PastWebMessage, Seeding, SeedingStore } from '../application/ports/seeding.ts';
import type { Queries } from './connect-prisma.ts';
import type { Database } from './database.ts';
import { insertRows } from './rows.ts';
import { json } from './json.ts';
import { PURPOSE_ID } from './purpose.ts';
import { columnsOf, termColumns, type OutlookOf } from './report-row.ts';
import { inTransaction } from './transaction.ts';

/** Only over a database whose purpose is the seeded example. */
export function seedingStore(database: Database, outlookOf: OutlookOf): SeedingStore {
  const { prisma } = database;
  return {
    exclusively: (work) => database.exclusively(work),

    begin: (plan) =>
      inTransaction(prisma, async (tx) => {
        const begun = await lockSeeding(tx);
        if (begun) return begun;
        const seeding = { ...plan, written: 0, finished: false };
        await saveSeeding(tx, seeding);
        return seeding;
      }),

    write: (batch) =>
      inTransaction(prisma, async (tx) => {
        const seeding = await lockSeeding(tx);
        if (!seeding || seeding.finished) throw new Error('no seeding is under way');
        await writeReports(tx, batch.reports, outlookOf);
        await writeMessages(tx, batch.messages);
        const written = seeding.written + batch.reports.length;
        await saveSeeding(tx, { ...seeding, written, finished: batch.last });
      }),
  };
}

async function lockSeeding(tx: Queries): Promise<Seeding | null> {
  const [row] = await tx.$queryRaw<{ demo: boolean; seeding: Seeding | null }[]>`
    SELECT demo, seeding FROM purpose WHERE id = ${PURPOSE_ID} FOR UPDATE`;
  if (!row?.demo) throw new Error('the database is not for the seeded example');
  return row.seeding;
}

async function saveSeeding(tx: Queries, seeding: Seeding): Promise<void> {
  await tx.purpose.update({ where: { id: PURPOSE_ID }, data: { seeding: json(seeding) } });
}

async function writeReports(tx: Queries, reports: readonly NewReport[], outlookOf: OutlookOf): Promise<void> {
  const events = reports.flatMap((one) => one.events);
  const positions = await takePositions(tx, events.length);
  const placed = events.map((one, index) => ({ ...one, position: positions[index] }));
  await insertRows(
    tx,
    'report',
    reports.map(({ report, terms }) => ({ ...columnsOf(report, outlookOf), ...termColumns(terms) })),
  );
  await insertRows(
    tx,
    'ledger_event',
    placed.map(({ event: { report: reportId, ...event }, position }) => ({ ...event, reportId, position })),
  );
  await insertRows(
    tx,
    'ledger_content',
    placed.flatMap(({ content, position }) => (content ? [{ ...content, position }] : [])),
  );
}

/** The ledger's next positions, taken beforehand because contents refer to them. */
async function takePositions(tx: Queries, count: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ position: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('ledger_event', 'position')) AS position
    FROM generate_series(1, ${count}::int)`;
  return rows.map(({ position }) => String(position));
}

async function writeMessages(tx: Queries, messages: readonly PastWebMessage[]): Promise<void> {
  const revisions = new Map<string, number>();
  const rows = [];
  for (const { author, report: _, ...message } of messages) {
    const last = revisions.get(message.place) ?? (await revisionOf(tx, message.place));
    revisions.set(message.place, last + 1);
    const person = author === 'bot' ? null : author.person;
    rows.push({ ...message, author: person, position: last + 1, revision: last + 1 });
  }
  for (const [place, revision] of revisions) {
    const data = { revision: BigInt(revision) };
    await tx.webPlace.upsert({ where: { place }, create: { place, ...data }, update: data });
  }
  await insertRows(tx, 'web_message', rows);
  await insertRows(
    tx,
    'posting',
    messages.flatMap(({ id: messageId, report, place }) =>
      report === null ? [] : [{ report, step: 0, platform: 'web', place, messageId, native: false }],
    ),
  );
}

async function revisionOf(tx: Queries, place: string): Promise<number> {
  const row = await tx.webPlace.findUnique({ where: { place } });
  return Number(row?.revision ?? 0);
}
