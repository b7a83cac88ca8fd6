import type { LinkedEvent, ReportWriter } from '../application/ports/storage.ts';
import type { LedgerEvent } from '../domain/ledger.ts';
import type { Queries } from './connect-prisma.ts';
import type { Prisma } from './generated/client.ts';
import { json } from './json.ts';
import { updateRows } from './rows.ts';
import { columnsOf, reportOf, termColumns, type OutlookOf } from './report-row.ts';

export function reportWriter(tx: Queries, outlookOf: OutlookOf): ReportWriter {
  return {
    async create(report, events, terms) {
      const data = { ...columnsOf(report, outlookOf), ...termColumns(terms) };
      const { count } = await tx.report.createMany({ data: [data], skipDuplicates: true });
      if (count === 0) {
        if (await tx.report.findUnique({ where: { id: report.id }, select: { id: true } })) {
          throw new Error('the report has been filed before');
        }
        return false;
      }
      await record(tx, events);
      return true;
    },

    async lock(number) {
      await tx.$queryRaw`SELECT 1 AS locked FROM report WHERE number = ${number} FOR UPDATE`;
      const row = await tx.report.findUnique({ where: { number } });
      return row && reportOf(row);
    },

    async lockDue(now, limit, except) {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM report
        WHERE open AND next_look IS NOT NULL AND next_look <= ${new Date(now)} AND id <> ALL (${[...except]}::uuid[])
        ORDER BY next_look LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
      if (rows.length === 0) return [];
      const found = await tx.report.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      const byId = new Map(found.map((row) => [row.id, row]));
      return rows.flatMap(({ id }) => byId.get(id) ?? []).map(reportOf);
    },

    async append(changes) {
      const rows = changes.map(({ report }) => columnsOf(report, outlookOf));
      await updateRows(tx, 'report', rows);
      const events = changes.map((change) => change.events);
      await record(tx, events.flat());
    },

    async lockHeads(reports) {
      const rows = await tx.$queryRaw<{ id: string; seq: number; hash: string }[]>`
        SELECT id, head_seq AS seq, head_hash AS hash FROM report
        WHERE id = ANY (${[...reports]}::uuid[]) ORDER BY id FOR UPDATE`;
      return new Map(rows.map(({ id, seq, hash }) => [id, { seq, hash }]));
    },

    async appendToHeads(events) {
      const column = <T>(of: (event: LedgerEvent) => T) => events.map(of);
      await tx.$executeRaw`
        UPDATE report SET head_seq = next.seq, head_hash = next.hash
        FROM unnest(${column(({ report }) => report)}::uuid[], ${column(({ seq }) => seq)}::int[],
          ${column(({ hash }) => hash)}::text[]) AS next(id, seq, hash)
        WHERE report.id = next.id`;
      await tx.ledgerEvent.createMany({ data: events.map(rowOf) });
    },

    async purge(report, events, at) {
      await tx.$executeRaw`
        UPDATE ledger_content c SET salt = NULL, body = NULL, purged_at = ${new Date(at)}
        FROM ledger_event e
        WHERE e.position = c.position AND e.report_id = ${report}::uuid AND e.seq = ANY (${[...events]}::int[])
          AND c.purged_at IS NULL`;
    },
  };
}

/** Of each chain in its order. */
async function record(tx: Queries, events: readonly LinkedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const written = await tx.ledgerEvent.createManyAndReturn({
    data: events.map(({ event }) => rowOf(event)),
    select: { reportId: true, seq: true, position: true },
  });
  const contents = new Map(events.map(({ event, content }) => [linkOf(event.report, event.seq), content]));
  const data = written.flatMap(({ reportId, seq, position }) => {
    const content = contents.get(linkOf(reportId, seq));
    return content ? [{ position, salt: content.salt, body: content.body }] : [];
  });
  if (data.length > 0) await tx.ledgerContent.createMany({ data });
}

function linkOf(report: string, seq: number): string {
  return `${report}:${seq}`;
}

function rowOf({ report, at, facts, ...fields }: LedgerEvent): Prisma.LedgerEventCreateManyInput {
  return { ...fields, reportId: report, at: new Date(at), facts: json(facts) };
}
