-- CreateTable
CREATE TABLE "web_read_mark" (
    "person" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "web_read_mark_pkey" PRIMARY KEY ("person","place")
);

-- What follows is written by hand: Prisma's schema language has no word for it.

-- What calls the group, however much was said since.
CREATE INDEX "web_message_mention_idx" ON "web_message"("place", "position") WHERE "mention";
