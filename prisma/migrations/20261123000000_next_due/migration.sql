-- AlterTable
ALTER TABLE "report" ADD COLUMN     "next_due" TIMESTAMPTZ(3),
ADD COLUMN     "open" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "worked_out" (
    "name" TEXT NOT NULL,
    "rules" TEXT NOT NULL,

    CONSTRAINT "worked_out_pkey" PRIMARY KEY ("name")
);

-- What follows is written by hand: Prisma's schema language has no word for it.

-- What falls due next, of everything, of a holder, and of what waits in a unit.
CREATE INDEX "report_open_due_idx" ON "report"("next_due") WHERE "open";

CREATE INDEX "report_open_holder_idx" ON "report"("holder", "next_due") WHERE "open";

CREATE INDEX "report_open_unit_idx" ON "report"("primary_unit", "next_due") WHERE "open" AND "holder" IS NULL;
