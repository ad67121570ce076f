-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "waits_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "interviews_ends_at_idx" ON "interviews"("ends_at");
