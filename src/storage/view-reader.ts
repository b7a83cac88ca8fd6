import type { ReportReader } from '../application/ports/report-reader.ts';
import type { WayOfViewing } from '../domain/report-views.ts';
import type { Queries } from './connect-prisma.ts';
import { instant } from './instants.ts';

/** Who has looked at which report: it is in the ledger alone. */
export function viewReader(db: Queries): Pick<ReportReader, 'viewedSince' | 'views'> {
  return {
    async viewedSince({ person, by, since }, reports) {
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT e.report_id AS id FROM ledger_event e
        WHERE e.report_id = ANY(${[...reports]}::uuid[]) AND e.kind = 'viewed' AND e.actor = ${person}
          AND e.at >= ${new Date(since)} AND e.facts ->> 'by' = ${by}`;
      return new Set(found.map(({ id }) => id));
    },

    async views(report, limit) {
      const found = await db.$queryRaw<{ person: string; at: Date; by: string }[]>`
        SELECT e.actor AS person, e.at, e.facts ->> 'by' AS by FROM ledger_event e
        WHERE e.report_id = ${report}::uuid AND e.kind = 'viewed' ORDER BY e.seq DESC LIMIT ${limit}`;
      return found.map(({ person, at, by }) => ({ person, at: instant(at), by: by as WayOfViewing }));
    },
  };
}
