-- AlterTable
ALTER TABLE "outbox_entry" ADD COLUMN     "claimed_by" INTEGER;
