-- What is posted of a report is its card, which is step 0, or one of its steps.
ALTER TABLE "outbox_entry" ADD COLUMN "step" INTEGER;
UPDATE "outbox_entry" SET "step" = 0 WHERE "card_report" IS NOT NULL;

ALTER TABLE "posting" ADD COLUMN "step" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "native" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "posting" DROP CONSTRAINT "posting_pkey",
    ADD CONSTRAINT "posting_pkey" PRIMARY KEY ("report", "step", "platform", "place");

-- CreateIndex
CREATE INDEX "posting_platform_place_message_id_idx" ON "posting"("platform", "place", "message_id");

-- What follows is written by hand: Prisma's schema language has no word for it.

-- What the recogniser learns from is what was reported: words of the departments are purged without it.
CREATE OR REPLACE FUNCTION "forget_candidate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "candidate" USING "ledger_event"
    WHERE "ledger_event"."position" = NEW."position" AND "candidate"."report_id" = "ledger_event"."report_id"
        AND "ledger_event"."kind" NOT IN ('commented', 'comment_edited');
    RETURN NULL;
END;
$$;
