import type { ClockQueue } from '../application/ports/clock-queue.ts';
import type { Queries } from './connect-prisma.ts';
import { instantOrNull } from './instants.ts';

/** What the scheduler has not looked at yet. */
export function clockQueue(db: Queries): ClockQueue {
  return {
    async waitingSince(before) {
      const [row] = await db.$queryRaw<{ late: number; since: Date | null }[]>`
        SELECT count(*)::int AS late, min(next_look) AS since FROM report
        WHERE open AND next_look IS NOT NULL AND next_look < ${new Date(before)}`;
      return { late: row?.late ?? 0, since: instantOrNull(row?.since ?? null) };
    },
  };
}
