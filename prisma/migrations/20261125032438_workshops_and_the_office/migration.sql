-- CreateEnum
CREATE TYPE "help_topic" AS ENUM ('interview', 'resume', 'search', 'workshop');

-- CreateEnum
CREATE TYPE "import_encoding" AS ENUM ('utf_8', 'utf_16', 'windows_1252');

-- CreateEnum
CREATE TYPE "import_separator" AS ENUM ('comma', 'semicolon', 'tab');

-- CreateEnum
CREATE TYPE "workshop_kind" AS ENUM ('workshop', 'job_fair', 'information_session');

-- CreateEnum
CREATE TYPE "seat_source" AS ENUM ('taken', 'offered', 'placed', 'walk_in');

-- CreateEnum
CREATE TYPE "seat_attendance" AS ENUM ('attended', 'absent', 'excused');

-- CreateEnum
CREATE TYPE "wait_end" AS ENUM ('seated', 'left', 'declined', 'expired', 'cancelled', 'closed');

-- CreateEnum
CREATE TYPE "offer_end" AS ENUM ('accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "changed_field" AS ENUM ('kind', 'title', 'time', 'time_zone', 'area', 'place', 'facilitator');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'guest';

-- AlterEnum
ALTER TYPE "session_end" ADD VALUE 'renewed';

-- DropIndex
DROP INDEX "mails_event_id_recipient_id_kind_key";

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "email_changed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sign_in_sessions" ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "copy" INTEGER NOT NULL DEFAULT 0;

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
CREATE TABLE "second_factors" (
    "person_id" UUID NOT NULL,
    "sealed_secret" VARCHAR(200) NOT NULL,
    "last_step" INTEGER NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,
    "unseen_codes" VARCHAR(1000),

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "informational_interviews" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "session_id" UUID,
    "held_on" DATE NOT NULL,
    "whom" VARCHAR(120) NOT NULL,
    "learned" VARCHAR(1000),
    "ask_next" VARCHAR(200),
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "informational_interviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_requests" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic" "help_topic" NOT NULL,
    "happened" VARCHAR(2000) NOT NULL,
    "session_id" UUID,
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answer" VARCHAR(2000),

    CONSTRAINT "help_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_imports" (
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "encoding" "import_encoding" NOT NULL,
    "separator" "import_separator" NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_import_rows" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "is_good" BOOLEAN NOT NULL,
    "adds_person" BOOLEAN NOT NULL,
    "adds_interview" BOOLEAN NOT NULL,
    "remarks" JSONB NOT NULL,
    "texts" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_import_rows_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "workshops" (
    "id" UUID NOT NULL,
    "kind" "workshop_kind" NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "about" VARCHAR(2000) NOT NULL,
    "causes" "cause_code"[],
    "is_open" BOOLEAN NOT NULL DEFAULT false,
    "elsewhere_link" VARCHAR(500),
    "materials" VARCHAR(2000) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancelled_why" VARCHAR(300),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "workshops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_sessions" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "area" VARCHAR(120) NOT NULL,
    "place" VARCHAR(300) NOT NULL,
    "facilitator" VARCHAR(120) NOT NULL,
    "capacity" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancelled_why" VARCHAR(300),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "workshop_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID,
    "walk_in_name" VARCHAR(120),
    "source" "seat_source" NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_by_id" UUID,
    "placed_reason" VARCHAR(300),
    "given_back_at" TIMESTAMPTZ(3),
    "given_back_by_id" UUID,
    "attendance" "seat_attendance",
    "attendance_at" TIMESTAMPTZ(3),
    "attendance_by_id" UUID,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waitlist_entries" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "expired_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_as" "wait_end",

    CONSTRAINT "waitlist_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_offers" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_as" "offer_end",

    CONSTRAINT "seat_offers_pkey" PRIMARY KEY ("id")
);

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
CREATE UNIQUE INDEX "recovery_codes_person_id_code_hash_key" ON "recovery_codes"("person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_person_id_key" ON "calendar_feeds"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- CreateIndex
CREATE INDEX "informational_interviews_candidate_id_held_on_idx" ON "informational_interviews"("candidate_id", "held_on");

-- CreateIndex
CREATE INDEX "informational_interviews_session_id_idx" ON "informational_interviews"("session_id");

-- CreateIndex
CREATE INDEX "informational_interviews_logged_by_id_idx" ON "informational_interviews"("logged_by_id");

-- CreateIndex
CREATE INDEX "help_requests_person_id_idx" ON "help_requests"("person_id");

-- CreateIndex
CREATE INDEX "help_requests_session_id_idx" ON "help_requests"("session_id");

-- CreateIndex
CREATE INDEX "help_requests_accepted_by_id_idx" ON "help_requests"("accepted_by_id");

-- CreateIndex
CREATE INDEX "help_requests_answered_by_id_idx" ON "help_requests"("answered_by_id");

-- CreateIndex
CREATE INDEX "help_requests_asked_at_idx" ON "help_requests"("asked_at");

-- CreateIndex
CREATE INDEX "people_imports_made_by_id_idx" ON "people_imports"("made_by_id");

-- CreateIndex
CREATE INDEX "people_imports_confirmed_by_id_idx" ON "people_imports"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "people_imports_taken_back_by_id_idx" ON "people_imports"("taken_back_by_id");

-- CreateIndex
CREATE INDEX "people_imports_made_at_id_idx" ON "people_imports"("made_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "people_import_rows_import_id_line_key" ON "people_import_rows"("import_id", "line");

-- CreateIndex
CREATE INDEX "setting_changes_position_at_event_id_idx" ON "setting_changes"("position", "at", "event_id");

-- CreateIndex
CREATE INDEX "workshops_created_by_id_idx" ON "workshops"("created_by_id");

-- CreateIndex
CREATE INDEX "workshops_published_by_id_idx" ON "workshops"("published_by_id");

-- CreateIndex
CREATE INDEX "workshops_cancelled_by_id_idx" ON "workshops"("cancelled_by_id");

-- CreateIndex
CREATE INDEX "workshop_sessions_workshop_id_starts_at_idx" ON "workshop_sessions"("workshop_id", "starts_at");

-- CreateIndex
CREATE INDEX "workshop_sessions_starts_at_idx" ON "workshop_sessions"("starts_at");

-- CreateIndex
CREATE INDEX "workshop_sessions_cancelled_by_id_idx" ON "workshop_sessions"("cancelled_by_id");

-- CreateIndex
CREATE INDEX "seats_session_id_taken_at_idx" ON "seats"("session_id", "taken_at");

-- CreateIndex
CREATE INDEX "seats_person_id_idx" ON "seats"("person_id");

-- CreateIndex
CREATE INDEX "seats_placed_by_id_idx" ON "seats"("placed_by_id");

-- CreateIndex
CREATE INDEX "seats_given_back_by_id_idx" ON "seats"("given_back_by_id");

-- CreateIndex
CREATE INDEX "seats_attendance_by_id_idx" ON "seats"("attendance_by_id");

-- CreateIndex
CREATE INDEX "waitlist_entries_person_id_idx" ON "waitlist_entries"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_entries_session_id_position_key" ON "waitlist_entries"("session_id", "position");

-- CreateIndex
CREATE INDEX "seat_offers_session_id_idx" ON "seat_offers"("session_id");

-- CreateIndex
CREATE INDEX "seat_offers_entry_id_idx" ON "seat_offers"("entry_id");

-- CreateIndex
CREATE INDEX "seat_offers_person_id_idx" ON "seat_offers"("person_id");

-- CreateIndex
CREATE INDEX "seat_offers_expires_at_idx" ON "seat_offers"("expires_at");

-- CreateIndex
CREATE INDEX "session_changes_session_id_at_idx" ON "session_changes"("session_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "session_changes_event_id_field_key" ON "session_changes"("event_id", "field");

-- CreateIndex
CREATE UNIQUE INDEX "mails_event_id_recipient_id_kind_copy_key" ON "mails"("event_id", "recipient_id", "kind", "copy");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_factors"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informational_interviews" ADD CONSTRAINT "informational_interviews_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informational_interviews" ADD CONSTRAINT "informational_interviews_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informational_interviews" ADD CONSTRAINT "informational_interviews_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_taken_back_by_id_fkey" FOREIGN KEY ("taken_back_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_import_rows" ADD CONSTRAINT "people_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting_changes" ADD CONSTRAINT "setting_changes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_sessions" ADD CONSTRAINT "workshop_sessions_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_sessions" ADD CONSTRAINT "workshop_sessions_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_placed_by_id_fkey" FOREIGN KEY ("placed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_given_back_by_id_fkey" FOREIGN KEY ("given_back_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_attendance_by_id_fkey" FOREIGN KEY ("attendance_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_offers" ADD CONSTRAINT "seat_offers_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_offers" ADD CONSTRAINT "seat_offers_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "waitlist_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_offers" ADD CONSTRAINT "seat_offers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
