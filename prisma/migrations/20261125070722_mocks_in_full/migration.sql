-- CreateEnum
CREATE TYPE "mock_attendance" AS ENUM ('attended', 'late', 'candidate_absent', 'counselor_absent', 'excused', 'technical_problem');

-- CreateEnum
CREATE TYPE "script_source" AS ENUM ('missed', 'dimension', 'interview', 'own', 'bank');

-- CreateEnum
CREATE TYPE "scorecard_side" AS ENUM ('candidate', 'counselor');

-- CreateEnum
CREATE TYPE "put_forward" AS ENUM ('not_yet', 'with_fixes', 'yes');

-- AlterTable
ALTER TABLE "weekly_hours" ADD COLUMN     "from_on" DATE,
ADD COLUMN     "until_on" DATE;

-- AlterTable
ALTER TABLE "mocks" ADD COLUMN     "attendance" "mock_attendance",
ADD COLUMN     "attendance_at" TIMESTAMPTZ(3),
ADD COLUMN     "attendance_by_id" UUID,
ADD COLUMN     "focus_dimensions" "dimension"[],
ADD COLUMN     "sooner_asked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "hours_overrides" (
    "id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "start_time" VARCHAR(5),
    "end_time" VARCHAR(5),

    CONSTRAINT "hours_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_off" (
    "id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "busy_calendars" (
    "id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "sealed_address" VARCHAR(3000),
    "etag" VARCHAR(200),
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "problem" VARCHAR(40),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "busy_calendars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "busy_times" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "starts_on" DATE,
    "ends_before_on" DATE,
    "time_zone" VARCHAR(64),

    CONSTRAINT "busy_times_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mock_holds" (
    "id" UUID NOT NULL,
    "kind" "mock_kind" NOT NULL,
    "counselor_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "held_by_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mock_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sooner_offers" (
    "id" UUID NOT NULL,
    "mock_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sooner_offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mock_hand_overs" (
    "id" UUID NOT NULL,
    "mock_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "handed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mock_hand_overs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "script_questions" (
    "id" UUID NOT NULL,
    "mock_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" VARCHAR(300) NOT NULL,
    "source" "script_source" NOT NULL,
    "asked_question_id" UUID,
    "bank_id" VARCHAR(60),
    "dimension" "dimension",
    "ticked_at" TIMESTAMPTZ(3),
    "redone_at" TIMESTAMPTZ(3),
    "level" INTEGER,

    CONSTRAINT "script_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jottings" (
    "mock_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" VARCHAR(4000) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "jottings_pkey" PRIMARY KEY ("mock_id","author_id")
);

-- CreateTable
CREATE TABLE "scorecards" (
    "id" UUID NOT NULL,
    "mock_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "side" "scorecard_side" NOT NULL,
    "author_id" UUID NOT NULL,
    "put_forward" "put_forward",
    "went_well" VARCHAR(500),
    "next_time" VARCHAR(500),
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scorecards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scorecard_ratings" (
    "scorecard_id" UUID NOT NULL,
    "dimension" "dimension" NOT NULL,
    "level" INTEGER,
    "example" VARCHAR(500),

    CONSTRAINT "scorecard_ratings_pkey" PRIMARY KEY ("scorecard_id","dimension")
);

-- CreateTable
CREATE TABLE "rehearsals" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "with_whom" VARCHAR(120),
    "about" VARCHAR(500) NOT NULL,
    "learned" VARCHAR(1000),
    "mock_id" UUID,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rehearsals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "impressions" (
    "id" UUID NOT NULL,
    "rehearsal_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "responses" VARCHAR(1000),
    "appearance" VARCHAR(1000),
    "disposition" VARCHAR(1000),

    CONSTRAINT "impressions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hours_overrides_counselor_id_on_date_idx" ON "hours_overrides"("counselor_id", "on_date");

-- CreateIndex
CREATE INDEX "time_off_counselor_id_removed_at_idx" ON "time_off"("counselor_id", "removed_at");

-- CreateIndex
CREATE INDEX "busy_calendars_counselor_id_idx" ON "busy_calendars"("counselor_id");

-- CreateIndex
CREATE INDEX "busy_times_calendar_id_starts_at_idx" ON "busy_times"("calendar_id", "starts_at");

-- CreateIndex
CREATE INDEX "mock_holds_counselor_id_starts_at_idx" ON "mock_holds"("counselor_id", "starts_at");

-- CreateIndex
CREATE INDEX "mock_holds_candidate_id_idx" ON "mock_holds"("candidate_id");

-- CreateIndex
CREATE INDEX "mock_holds_held_by_id_idx" ON "mock_holds"("held_by_id");

-- CreateIndex
CREATE INDEX "sooner_offers_mock_id_candidate_id_idx" ON "sooner_offers"("mock_id", "candidate_id");

-- CreateIndex
CREATE INDEX "sooner_offers_counselor_id_starts_at_idx" ON "sooner_offers"("counselor_id", "starts_at");

-- CreateIndex
CREATE INDEX "mock_hand_overs_mock_id_idx" ON "mock_hand_overs"("mock_id");

-- CreateIndex
CREATE INDEX "mock_hand_overs_from_id_idx" ON "mock_hand_overs"("from_id");

-- CreateIndex
CREATE INDEX "mock_hand_overs_to_id_idx" ON "mock_hand_overs"("to_id");

-- CreateIndex
CREATE INDEX "script_questions_asked_question_id_idx" ON "script_questions"("asked_question_id");

-- CreateIndex
CREATE UNIQUE INDEX "script_questions_mock_id_position_key" ON "script_questions"("mock_id", "position");

-- CreateIndex
CREATE INDEX "jottings_author_id_idx" ON "jottings"("author_id");

-- CreateIndex
CREATE INDEX "scorecards_mock_id_candidate_id_idx" ON "scorecards"("mock_id", "candidate_id");

-- CreateIndex
CREATE INDEX "scorecards_candidate_id_given_at_idx" ON "scorecards"("candidate_id", "given_at");

-- CreateIndex
CREATE INDEX "scorecards_author_id_idx" ON "scorecards"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "scorecards_mock_id_side_key" ON "scorecards"("mock_id", "side");

-- CreateIndex
CREATE INDEX "rehearsals_candidate_id_held_on_idx" ON "rehearsals"("candidate_id", "held_on");

-- CreateIndex
CREATE INDEX "rehearsals_mock_id_candidate_id_idx" ON "rehearsals"("mock_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "rehearsals_id_candidate_id_key" ON "rehearsals"("id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "impressions_rehearsal_id_key" ON "impressions"("rehearsal_id");

-- CreateIndex
CREATE UNIQUE INDEX "impressions_token_hash_key" ON "impressions"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "impressions_rehearsal_id_candidate_id_key" ON "impressions"("rehearsal_id", "candidate_id");

-- CreateIndex
CREATE INDEX "mocks_attendance_by_id_idx" ON "mocks"("attendance_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "mocks_id_candidate_id_key" ON "mocks"("id", "candidate_id");

-- AddForeignKey
ALTER TABLE "hours_overrides" ADD CONSTRAINT "hours_overrides_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_calendars" ADD CONSTRAINT "busy_calendars_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "busy_calendars"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_attendance_by_id_fkey" FOREIGN KEY ("attendance_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_holds" ADD CONSTRAINT "mock_holds_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_holds" ADD CONSTRAINT "mock_holds_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_holds" ADD CONSTRAINT "mock_holds_held_by_id_fkey" FOREIGN KEY ("held_by_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sooner_offers" ADD CONSTRAINT "sooner_offers_mock_id_candidate_id_fkey" FOREIGN KEY ("mock_id", "candidate_id") REFERENCES "mocks"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sooner_offers" ADD CONSTRAINT "sooner_offers_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_hand_overs" ADD CONSTRAINT "mock_hand_overs_mock_id_fkey" FOREIGN KEY ("mock_id") REFERENCES "mocks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_hand_overs" ADD CONSTRAINT "mock_hand_overs_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mock_hand_overs" ADD CONSTRAINT "mock_hand_overs_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "script_questions" ADD CONSTRAINT "script_questions_mock_id_fkey" FOREIGN KEY ("mock_id") REFERENCES "mocks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jottings" ADD CONSTRAINT "jottings_mock_id_fkey" FOREIGN KEY ("mock_id") REFERENCES "mocks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jottings" ADD CONSTRAINT "jottings_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_mock_id_candidate_id_fkey" FOREIGN KEY ("mock_id", "candidate_id") REFERENCES "mocks"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard_ratings" ADD CONSTRAINT "scorecard_ratings_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_mock_id_candidate_id_fkey" FOREIGN KEY ("mock_id", "candidate_id") REFERENCES "mocks"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impressions" ADD CONSTRAINT "impressions_rehearsal_id_candidate_id_fkey" FOREIGN KEY ("rehearsal_id", "candidate_id") REFERENCES "rehearsals"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;
