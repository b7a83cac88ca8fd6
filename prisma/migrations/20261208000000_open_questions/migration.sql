-- CreateTable
CREATE TABLE "open_question" (
    "id" SERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "terms" TEXT[],
    "term_weights" DOUBLE PRECISION[],
    "unit" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "open_question_terms_idx" ON "open_question" USING GIN ("terms");

-- What follows is written by hand: Prisma's schema language has no word for it.

-- A question that was left as a report is not kept beside it once the words of that report are purged.
CREATE FUNCTION "forget_open_question"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM "open_question" WHERE strpos(OLD."body", to_json("text")::text) > 0;
    RETURN NULL;
END;
$$;

CREATE TRIGGER "ledger_content_purged_question" AFTER UPDATE OF "body" ON "ledger_content"
    FOR EACH ROW WHEN (OLD."body" IS NOT NULL AND NEW."body" IS NULL) EXECUTE FUNCTION "forget_open_question"();
