-- CreateEnum
CREATE TYPE "mock_attendance" AS ENUM ('attended', 'late', 'candidate_absent', 'counselor_absent', 'excused', 'technical_problem');

-- AlterTable
ALTER TABLE "weekly_hours" ADD COLUMN     "from_on" DATE,
ADD COLUMN     "until_on" DATE;

-- AlterTable
ALTER TABLE "mocks" ADD COLUMN     "attendance" "mock_attendance",
ADD COLUMN     "attendance_at" TIMESTAMPTZ(3),
ADD COLUMN     "attendance_by_id" UUID;

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

-- CreateIndex
CREATE INDEX "hours_overrides_counselor_id_on_date_idx" ON "hours_overrides"("counselor_id", "on_date");

-- CreateIndex
CREATE INDEX "time_off_counselor_id_removed_at_idx" ON "time_off"("counselor_id", "removed_at");

-- CreateIndex
CREATE INDEX "busy_calendars_counselor_id_idx" ON "busy_calendars"("counselor_id");

-- CreateIndex
CREATE INDEX "busy_times_calendar_id_starts_at_idx" ON "busy_times"("calendar_id", "starts_at");

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
