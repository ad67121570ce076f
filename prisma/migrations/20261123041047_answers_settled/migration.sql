-- AlterTable
ALTER TABLE "note_replies" ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by_id" UUID;

-- CreateIndex
CREATE INDEX "note_replies_candidate_id_settled_at_idx" ON "note_replies"("candidate_id", "settled_at");

-- CreateIndex
CREATE INDEX "note_replies_settled_by_id_idx" ON "note_replies"("settled_by_id");

-- AddForeignKey
ALTER TABLE "note_replies" ADD CONSTRAINT "note_replies_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
