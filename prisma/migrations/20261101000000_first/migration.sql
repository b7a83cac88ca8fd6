-- CreateTable
CREATE TABLE "inbox_entry" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_address" TEXT NOT NULL,
    "body" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dead_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "inbox_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "person" TEXT NOT NULL,
    "state" JSONB,
    "platform" TEXT,
    "place" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("person")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subtype" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "visibility" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reporter" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "line" TEXT[],
    "primary_unit" TEXT NOT NULL,
    "copies" TEXT[],
    "referrals" TEXT[],
    "holder" TEXT,
    "gist" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3),
    "drill" BOOLEAN NOT NULL,
    "data" JSONB NOT NULL,
    "terms" TEXT[],
    "term_weights" DOUBLE PRECISION[],
    "head_seq" INTEGER NOT NULL,
    "head_hash" TEXT NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_event" (
    "position" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "commitment" TEXT,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "ledger_content" (
    "position" BIGINT NOT NULL,
    "salt" TEXT,
    "body" TEXT,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_content_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chains" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "up_to" BIGINT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "outbox_entry" (
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "card_report" UUID,
    "content" JSONB,
    "mention" BOOLEAN NOT NULL,
    "not_before" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "posting" (
    "report" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("report","platform","place")
);

-- CreateTable
CREATE TABLE "counter" (
    "name" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("name","day")
);

-- CreateTable
CREATE TABLE "web_place" (
    "place" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "web_place_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "web_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "revision" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "author" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "view" JSONB,
    "text" TEXT,
    "card" TEXT,
    "mention" BOOLEAN NOT NULL,

    CONSTRAINT "web_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbox_entry_seq_key" ON "inbox_entry"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_entry_platform_event_id_key" ON "inbox_entry"("platform", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_number_key" ON "report"("number");

-- CreateIndex
CREATE INDEX "report_filed_at_id_idx" ON "report"("filed_at", "id");

-- CreateIndex
CREATE INDEX "report_reporter_filed_at_idx" ON "report"("reporter", "filed_at");

-- CreateIndex
CREATE INDEX "report_office_filed_at_idx" ON "report"("office", "filed_at");

-- CreateIndex
CREATE INDEX "report_primary_unit_filed_at_idx" ON "report"("primary_unit", "filed_at");

-- CreateIndex
CREATE INDEX "report_type_state_filed_at_idx" ON "report"("type", "state", "filed_at");

-- CreateIndex
CREATE INDEX "report_line_idx" ON "report" USING GIN ("line");

-- CreateIndex
CREATE INDEX "report_copies_idx" ON "report" USING GIN ("copies");

-- CreateIndex
CREATE INDEX "report_referrals_idx" ON "report" USING GIN ("referrals");

-- CreateIndex
CREATE INDEX "report_terms_idx" ON "report" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_event_report_id_seq_key" ON "ledger_event"("report_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_entry_key_key" ON "outbox_entry"("key");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_key_key" ON "web_message"("key");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_place_position_key" ON "web_message"("place", "position");

-- CreateIndex
CREATE UNIQUE INDEX "web_message_place_revision_key" ON "web_message"("place", "revision");

-- AddForeignKey
ALTER TABLE "ledger_event" ADD CONSTRAINT "ledger_event_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_content" ADD CONSTRAINT "ledger_content_position_fkey" FOREIGN KEY ("position") REFERENCES "ledger_event"("position") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What follows is written by hand: Prisma's schema language has no word for it.

-- A person's open entries, in order of arrival.
CREATE INDEX "inbox_entry_open_idx" ON "inbox_entry"("person", "seq") WHERE "done_at" IS NULL AND "dead_at" IS NULL;

-- The first unsent entry of each place.
CREATE INDEX "outbox_entry_open_idx" ON "outbox_entry"("platform", "place", "seq") WHERE "sent_at" IS NULL AND "dead_at" IS NULL;

-- A card that still waits is not queued twice.
CREATE INDEX "outbox_entry_card_idx" ON "outbox_entry"("card_report", "platform", "place") WHERE "sent_at" IS NULL AND "dead_at" IS NULL AND "card_report" IS NOT NULL;

CREATE INDEX "outbox_entry_dead_idx" ON "outbox_entry"("dead_at") WHERE "dead_at" IS NOT NULL;

CREATE INDEX "inbox_entry_dead_idx" ON "inbox_entry"("dead_at") WHERE "dead_at" IS NOT NULL;

-- The ledger is only ever added to. This stops mistakes, not an owner of the database, who can drop the trigger:
-- that is what the hash chains, the signed checkpoints and `verify` are for.
CREATE FUNCTION "refuse_ledger_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "ledger_event_append_only" BEFORE UPDATE OR DELETE ON "ledger_event"
    FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

CREATE TRIGGER "ledger_event_no_truncate" BEFORE TRUNCATE ON "ledger_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_ledger_change"();
