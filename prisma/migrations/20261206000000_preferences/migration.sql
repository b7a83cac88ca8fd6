-- CreateTable
CREATE TABLE "preference" (
    "person" TEXT NOT NULL,
    "news" TEXT NOT NULL DEFAULT 'at_once',
    "language" TEXT,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("person")
);

-- CreateTable
CREATE TABLE "held_news" (
    "person" TEXT NOT NULL,
    "report_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_news_pkey" PRIMARY KEY ("person","report_id","seq")
);
