import type { HeldNewsWriter } from '../application/ports/preferences.ts';
import type { Queries } from './connect-prisma.ts';
import { dateOrNull, instant } from './instants.ts';

export function heldNewsWriter(tx: Queries): HeldNewsWriter {
  return {
    async hold(person, { report, seq, at }) {
      const row = { person, reportId: report, seq, at: new Date(at) };
      await tx.heldNews.createMany({ data: [row], skipDuplicates: true });
    },

    async people(before) {
      const rows = await tx.$queryRaw<{ person: string }[]>`
        SELECT DISTINCT person FROM held_news WHERE at < ${new Date(before)} ORDER BY person`;
      return rows.map(({ person }) => person);
    },

    // Whoever comes second waits for the first, and finds nothing left.
    async take(person, before) {
      const rows = await tx.$queryRaw<{ report: string; seq: number; at: Date }[]>`
        WITH taken AS (
          DELETE FROM held_news WHERE person = ${person} AND at < COALESCE(${dateOrNull(before)}::timestamptz, 'infinity')
          RETURNING report_id AS report, seq, at)
        SELECT report, seq, at FROM taken ORDER BY at, report, seq`;
      return rows.map(({ report, seq, at }) => ({ report, seq, at: instant(at) }));
    },
  };
}
