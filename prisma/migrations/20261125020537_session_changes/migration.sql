-- CreateEnum
CREATE TYPE "changed_field" AS ENUM ('kind', 'title', 'time', 'time_zone', 'area', 'place', 'facilitator');

-- AlterTable
ALTER TABLE "informational_interviews" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "workshops" ADD COLUMN     "cancelled_why" VARCHAR(300);

-- AlterTable
ALTER TABLE "workshop_sessions" ADD COLUMN     "cancelled_why" VARCHAR(300);

-- CreateTable
CREATE TABLE "session_changes" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "field" "changed_field" NOT NULL,
    "before" VARCHAR(300) NOT NULL,
    "after" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_changes_session_id_at_idx" ON "session_changes"("session_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "session_changes_event_id_field_key" ON "session_changes"("event_id", "field");

-- AddForeignKey
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
