-- CreateTable
CREATE TABLE "candidate" (
    "id" SERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "taken_for" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'undecided',

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "candidate_report_id_key" ON "candidate"("report_id");

-- CreateIndex
CREATE INDEX "candidate_state_id_idx" ON "candidate"("state", "id");

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What follows is written by hand: Prisma's schema language has no word for it.

-- Whatever stops an application from storing one, the database stores none.
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_not_compliance" CHECK ('compliance' NOT IN ("taken_for", "label"));

-- What people wrote is nowhere once it is purged, whoever purges it.
CREATE FUNCTION "forget_candidate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "candidate" USING "ledger_event"
    WHERE "ledger_event"."position" = NEW."position" AND "candidate"."report_id" = "ledger_event"."report_id";
    RETURN NULL;
END;
$$;

CREATE TRIGGER "ledger_content_purged" AFTER UPDATE OF "body" ON "ledger_content"
    FOR EACH ROW WHEN (OLD."body" IS NOT NULL AND NEW."body" IS NULL) EXECUTE FUNCTION "forget_candidate"();
