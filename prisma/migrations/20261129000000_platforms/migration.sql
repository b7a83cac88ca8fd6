-- Who somebody on a platform is, and how their own conversation is opened there.
CREATE TABLE "account" (
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "contact" JSONB,
    "reachable" BOOLEAN NOT NULL DEFAULT true,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "account_pkey" PRIMARY KEY ("platform", "tenant", "account")
);
CREATE INDEX "account_platform_person_idx" ON "account"("platform", "person");

-- People who are not in the directory's files and said once where they work.
CREATE TABLE "registered_person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    CONSTRAINT "registered_person_pkey" PRIMARY KEY ("id")
);

-- Which unit's posts go to a channel, when the organisation's files do not say so.
CREATE TABLE "channel_binding" (
    "platform" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "bound_by" TEXT NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "channel_binding_pkey" PRIMARY KEY ("platform", "place")
);
CREATE UNIQUE INDEX "channel_binding_platform_unit_key" ON "channel_binding"("platform", "unit");

-- Channels that cannot be posted to at present.
CREATE TABLE "lost_channel" (
    "platform" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "lost_channel_pkey" PRIMARY KEY ("platform", "place")
);

-- Places that an entry could not be sent to before it was sent on.
ALTER TABLE "outbox_entry" ADD COLUMN "tried" JSONB NOT NULL DEFAULT '[]';
