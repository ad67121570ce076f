-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "accent" VARCHAR(20) NOT NULL DEFAULT 'harbour',
ADD COLUMN     "feedback_days" INTEGER NOT NULL DEFAULT 7,
ADD COLUMN     "free_hours" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "locale" VARCHAR(5) NOT NULL DEFAULT 'en-GB',
ADD COLUMN     "notice_hours" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "open_limit" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "policies_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quiet_from" VARCHAR(5) NOT NULL DEFAULT '21:00',
ADD COLUMN     "quiet_until" VARCHAR(5) NOT NULL DEFAULT '08:00',
ADD COLUMN     "reply_to" VARCHAR(254) NOT NULL DEFAULT '',
ADD COLUMN     "retention_months" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "sender_name" VARCHAR(80) NOT NULL DEFAULT '',
ADD COLUMN     "staff_second_factor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "setting_changes" (
    "event_id" UUID NOT NULL,
    "code" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" VARCHAR(1000) NOT NULL,
    "after" VARCHAR(1000) NOT NULL,

    CONSTRAINT "setting_changes_pkey" PRIMARY KEY ("event_id","code")
);

-- CreateIndex
CREATE INDEX "setting_changes_position_at_event_id_idx" ON "setting_changes"("position", "at", "event_id");

-- AddForeignKey
ALTER TABLE "setting_changes" ADD CONSTRAINT "setting_changes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
