-- The language of somebody's profile on a platform; null until the platform is asked, or says it.
ALTER TABLE "account" ADD COLUMN "language" TEXT;
