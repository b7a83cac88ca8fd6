import { CARD, type Posting, type PostingWriter } from '../application/ports/postings.ts';
import type { Queries } from './connect-prisma.ts';
import type { Posting as Row } from './generated/client.ts';

export function postings(db: Queries): PostingWriter {
  return {
    async of(report, step, { platform, place }) {
      const where = { report_step_platform_place: { report, step, platform, place } };
      const row = await db.posting.findUnique({ where });
      return row && postingOf(row);
    },

    async by({ platform, place }, { id: messageId }) {
      const row = await db.posting.findFirst({ where: { platform, place, messageId } });
      return row && postingOf(row);
    },

    async cards(report) {
      const orderBy = [{ platform: 'asc' as const }, { place: 'asc' as const }];
      const rows = await db.posting.findMany({ where: { report, step: CARD }, orderBy });
      return rows.map(postingOf);
    },

    async steps(report) {
      const rows = await db.posting.findMany({
        where: { report, step: { not: CARD } },
        orderBy: [{ step: 'asc' }, { platform: 'asc' }, { place: 'asc' }],
      });
      return rows.map(postingOf);
    },

    async keep({ report, step, at, ref, native }) {
      const data = { report, step, ...at, messageId: ref.id, native };
      await db.posting.createMany({ data: [data], skipDuplicates: true });
    },
  };
}

function postingOf({ report, step, platform, place, messageId, native }: Row): Posting {
  return { report, step, at: { platform, place }, ref: { id: messageId }, native };
}
