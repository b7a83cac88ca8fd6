-- What somebody has typed into a form and not sent, masked.
CREATE TABLE "kept_form" (
    "person" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "version" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("person","form")
);

CREATE INDEX "kept_form_at_idx" ON "kept_form"("at");
