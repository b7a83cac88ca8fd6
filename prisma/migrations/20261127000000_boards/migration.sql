-- AlterTable
ALTER TABLE "report" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "phase" TEXT NOT NULL DEFAULT 'new';

-- What follows is written by hand: Prisma's schema language has no word for it.

-- What a unit works on, first due first, and what it has finished, latest first.
CREATE INDEX "report_open_board_idx" ON "report"("primary_unit", "phase", "next_due", "number") WHERE "open";

CREATE INDEX "report_closed_idx" ON "report"("primary_unit", "closed_at" DESC) WHERE NOT "open";

-- Who looked at a report.
CREATE INDEX "ledger_event_viewed_idx" ON "ledger_event"("report_id", "at") WHERE "kind" = 'viewed';
