-- AlterTable
ALTER TABLE "report" ADD COLUMN     "next_look" TIMESTAMPTZ(3);

-- What follows is written by hand: Prisma's schema language has no word for it.

-- The scheduler reads what is due from its beginning, however much is open.
CREATE INDEX "report_open_look_idx" ON "report"("next_look") WHERE "open" AND "next_look" IS NOT NULL;

-- Worked out anew at the next start.
DELETE FROM "worked_out" WHERE "name" = 'outlook';
