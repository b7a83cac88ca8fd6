-- CreateTable
CREATE TABLE "purpose" (
    "id" INTEGER NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "seeding" JSONB,

    CONSTRAINT "purpose_pkey" PRIMARY KEY ("id")
);
