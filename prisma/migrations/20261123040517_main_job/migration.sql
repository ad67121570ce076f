-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('candidate', 'counselor', 'admin');

-- CreateEnum
CREATE TYPE "session_end" AS ENUM ('signed_out', 'everywhere', 'changed');

-- CreateEnum
CREATE TYPE "cause_code" AS ENUM ('NERVES', 'NO_ANSWER', 'NO_EXAMPLES', 'RAMBLED', 'OFF_TARGET', 'EMPLOYER_PREP', 'PITCH', 'SKILL_GAP', 'HISTORY', 'APPEARANCE', 'DISPOSITION', 'LOGISTICS', 'CLOSING', 'OUTSIDE', 'UNSURE');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('waiting', 'next_round', 'offer', 'rejected', 'no_reply', 'withdrawn');

-- CreateEnum
CREATE TYPE "outcome_reason" AS ENUM ('stronger_candidate', 'role_stopped', 'a_requirement', 'none_given');

-- CreateEnum
CREATE TYPE "interview_format" AS ENUM ('phone', 'video', 'on_site');

-- CreateEnum
CREATE TYPE "application_source" AS ENUM ('agency', 'own');

-- CreateEnum
CREATE TYPE "role_family" AS ENUM ('office_admin', 'customer_service', 'logistics_warehouse', 'tech', 'healthcare');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'suppressed', 'dead');

-- CreateEnum
CREATE TYPE "mock_kind" AS ENUM ('mock', 'prep');

-- CreateEnum
CREATE TYPE "cancel_reason" AS ENUM ('not_needed', 'other_plans', 'real_interview', 'ill', 'counselor_away');

-- CreateEnum
CREATE TYPE "mood" AS ENUM ('great', 'good', 'unsure', 'low', 'very_low');

-- CreateEnum
CREATE TYPE "sharing" AS ENUM ('only_me', 'my_counselor', 'agency');

-- CreateEnum
CREATE TYPE "rating" AS ENUM ('strong', 'okay', 'rough', 'blank');

-- CreateEnum
CREATE TYPE "signal" AS ENUM ('late', 'tech_problem', 'cut_short', 'asked_again', 'moved_on_fast', 'pushed_back', 'cut_me_off', 'sold_me_the_job', 'not_interested', 'asked_nothing', 'surprise');

-- CreateEnum
CREATE TYPE "promise_answer" AS ENUM ('yes', 'partly', 'no', 'did_not_come_up');

-- CreateEnum
CREATE TYPE "opinion_side" AS ENUM ('candidate', 'counselor');

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "role" "role" NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "welcomed_at" TIMESTAMPTZ(3),
    "counselor_id" UUID,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by_id" UUID,
    "deactivated_at" TIMESTAMPTZ(3),
    "deactivated_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_requests" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "token_hash" CHAR(64) NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "tries_left" INTEGER NOT NULL DEFAULT 5,
    "next_path" VARCHAR(500),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_sessions" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "person_id" UUID NOT NULL,
    "device" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" "session_end",

    CONSTRAINT "sign_in_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_forms" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "path" VARCHAR(500) NOT NULL,
    "values" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_people" (
    "person_id" UUID NOT NULL,
    "line" VARCHAR(120) NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "demo_people_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "kind" VARCHAR(60) NOT NULL,
    "subject_id" UUID NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "looks" (
    "id" UUID NOT NULL,
    "viewer_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "looks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employers" (
    "id" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "name_key" VARCHAR(120) NOT NULL,
    "is_client" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "employers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "phone" VARCHAR(40),
    "email" VARCHAR(254),

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "job_title" VARCHAR(120) NOT NULL,
    "role_family" "role_family" NOT NULL,
    "source" "application_source" NOT NULL,
    "logged_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interviews" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "format" "interview_format" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "outcome" "outcome" NOT NULL DEFAULT 'waiting',
    "outcome_reason" "outcome_reason",
    "outcome_at" TIMESTAMPTZ(3),
    "logged_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" VARCHAR(60) NOT NULL,
    "recipient_id" UUID NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "reason" VARCHAR(60),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weekly_hours" (
    "id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_time" VARCHAR(5) NOT NULL,
    "end_time" VARCHAR(5) NOT NULL,

    CONSTRAINT "weekly_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_settings" (
    "counselor_id" UUID NOT NULL,
    "place" VARCHAR(300) NOT NULL,
    "mock_minutes" INTEGER NOT NULL DEFAULT 45,
    "prep_minutes" INTEGER NOT NULL DEFAULT 20,
    "step_minutes" INTEGER NOT NULL DEFAULT 15,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 10,
    "notice_hours" INTEGER NOT NULL DEFAULT 12,
    "horizon_days" INTEGER NOT NULL DEFAULT 28,
    "daily_maximum" INTEGER NOT NULL DEFAULT 4,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "availability_settings_pkey" PRIMARY KEY ("counselor_id")
);

-- CreateTable
CREATE TABLE "mocks" (
    "id" UUID NOT NULL,
    "kind" "mock_kind" NOT NULL,
    "candidate_id" UUID NOT NULL,
    "counselor_id" UUID NOT NULL,
    "interview_id" UUID,
    "post_mortem_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "place" VARCHAR(300) NOT NULL,
    "focus" VARCHAR(500),
    "booked_by_id" UUID NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "cancel_reason" "cancel_reason",
    "cancelled_late" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mocks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_mortems" (
    "id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "mood" "mood",
    "signals" "signal"[],
    "surprise" VARCHAR(1000),
    "cannot_recall" BOOLEAN NOT NULL DEFAULT false,
    "sharing" "sharing" NOT NULL DEFAULT 'only_me',
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "post_mortems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_mortem_answers" (
    "id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "field" VARCHAR(40) NOT NULL,
    "value" VARCHAR(2000) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID NOT NULL,

    CONSTRAINT "post_mortem_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asked_questions" (
    "id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" VARCHAR(300) NOT NULL,
    "bank_id" VARCHAR(60),
    "rating" "rating",
    "knew_it" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "asked_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinions" (
    "id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "side" "opinion_side" NOT NULL,
    "primary" "cause_code" NOT NULL,
    "contributing" "cause_code"[],
    "after_talking" BOOLEAN NOT NULL DEFAULT false,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opinions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promises" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "if_text" VARCHAR(300) NOT NULL,
    "then_text" VARCHAR(300) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "promise_answer",
    "asked_in_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "promises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coaching_notes" (
    "id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" VARCHAR(4000) NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "coaching_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_replies" (
    "id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" VARCHAR(4000) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_notes" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "post_mortem_id" UUID,
    "author_id" UUID NOT NULL,
    "body" VARCHAR(4000) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "internal_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" VARCHAR(80) NOT NULL,
    "help_line" VARCHAR(120) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo_marked_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "people_counselor_id_idx" ON "people"("counselor_id");

-- CreateIndex
CREATE INDEX "people_invited_by_id_idx" ON "people"("invited_by_id");

-- CreateIndex
CREATE INDEX "people_deactivated_by_id_idx" ON "people"("deactivated_by_id");

-- CreateIndex
CREATE INDEX "people_role_name_id_idx" ON "people"("role", "name", "id");

-- CreateIndex
CREATE INDEX "sign_in_requests_person_id_idx" ON "sign_in_requests"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_requests_expires_at_idx" ON "sign_in_requests"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_sessions_token_hash_key" ON "sign_in_sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_sessions_person_id_idx" ON "sign_in_sessions"("person_id");

-- CreateIndex
CREATE INDEX "kept_forms_person_id_path_idx" ON "kept_forms"("person_id", "path");

-- CreateIndex
CREATE INDEX "events_actor_id_idx" ON "events"("actor_id");

-- CreateIndex
CREATE INDEX "events_subject_id_at_idx" ON "events"("subject_id", "at");

-- CreateIndex
CREATE INDEX "looks_subject_id_viewer_id_at_idx" ON "looks"("subject_id", "viewer_id", "at");

-- CreateIndex
CREATE INDEX "looks_viewer_id_idx" ON "looks"("viewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "employers_name_key_key" ON "employers"("name_key");

-- CreateIndex
CREATE INDEX "contacts_employer_id_idx" ON "contacts"("employer_id");

-- CreateIndex
CREATE INDEX "applications_candidate_id_created_at_idx" ON "applications"("candidate_id", "created_at");

-- CreateIndex
CREATE INDEX "applications_employer_id_idx" ON "applications"("employer_id");

-- CreateIndex
CREATE INDEX "applications_logged_by_id_idx" ON "applications"("logged_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "applications_id_candidate_id_key" ON "applications"("id", "candidate_id");

-- CreateIndex
CREATE INDEX "interviews_application_id_candidate_id_idx" ON "interviews"("application_id", "candidate_id");

-- CreateIndex
CREATE INDEX "interviews_candidate_id_starts_at_idx" ON "interviews"("candidate_id", "starts_at");

-- CreateIndex
CREATE INDEX "interviews_logged_by_id_idx" ON "interviews"("logged_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "interviews_id_candidate_id_key" ON "interviews"("id", "candidate_id");

-- CreateIndex
CREATE INDEX "mails_recipient_id_idx" ON "mails"("recipient_id");

-- CreateIndex
CREATE INDEX "mails_queued_at_id_idx" ON "mails"("queued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_event_id_recipient_id_kind_key" ON "mails"("event_id", "recipient_id", "kind");

-- CreateIndex
CREATE INDEX "weekly_hours_counselor_id_idx" ON "weekly_hours"("counselor_id");

-- CreateIndex
CREATE INDEX "mocks_candidate_id_starts_at_idx" ON "mocks"("candidate_id", "starts_at");

-- CreateIndex
CREATE INDEX "mocks_counselor_id_starts_at_idx" ON "mocks"("counselor_id", "starts_at");

-- CreateIndex
CREATE INDEX "mocks_interview_id_candidate_id_idx" ON "mocks"("interview_id", "candidate_id");

-- CreateIndex
CREATE INDEX "mocks_post_mortem_id_candidate_id_idx" ON "mocks"("post_mortem_id", "candidate_id");

-- CreateIndex
CREATE INDEX "mocks_booked_by_id_idx" ON "mocks"("booked_by_id");

-- CreateIndex
CREATE INDEX "mocks_cancelled_by_id_idx" ON "mocks"("cancelled_by_id");

-- CreateIndex
CREATE INDEX "post_mortems_candidate_id_started_at_idx" ON "post_mortems"("candidate_id", "started_at");

-- CreateIndex
CREATE INDEX "post_mortems_reviewed_by_id_idx" ON "post_mortems"("reviewed_by_id");

-- CreateIndex
CREATE INDEX "post_mortems_finished_at_idx" ON "post_mortems"("finished_at");

-- CreateIndex
CREATE UNIQUE INDEX "post_mortems_interview_id_candidate_id_key" ON "post_mortems"("interview_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_mortems_id_candidate_id_key" ON "post_mortems"("id", "candidate_id");

-- CreateIndex
CREATE INDEX "post_mortem_answers_post_mortem_id_field_written_at_idx" ON "post_mortem_answers"("post_mortem_id", "field", "written_at");

-- CreateIndex
CREATE INDEX "post_mortem_answers_written_by_id_idx" ON "post_mortem_answers"("written_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "asked_questions_post_mortem_id_position_key" ON "asked_questions"("post_mortem_id", "position");

-- CreateIndex
CREATE INDEX "opinions_author_id_idx" ON "opinions"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "opinions_post_mortem_id_side_after_talking_key" ON "opinions"("post_mortem_id", "side", "after_talking");

-- CreateIndex
CREATE UNIQUE INDEX "promises_post_mortem_id_key" ON "promises"("post_mortem_id");

-- CreateIndex
CREATE INDEX "promises_candidate_id_idx" ON "promises"("candidate_id");

-- CreateIndex
CREATE INDEX "promises_asked_in_id_idx" ON "promises"("asked_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "promises_post_mortem_id_candidate_id_key" ON "promises"("post_mortem_id", "candidate_id");

-- CreateIndex
CREATE INDEX "coaching_notes_post_mortem_id_candidate_id_idx" ON "coaching_notes"("post_mortem_id", "candidate_id");

-- CreateIndex
CREATE INDEX "coaching_notes_candidate_id_idx" ON "coaching_notes"("candidate_id");

-- CreateIndex
CREATE INDEX "coaching_notes_author_id_idx" ON "coaching_notes"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "coaching_notes_id_candidate_id_key" ON "coaching_notes"("id", "candidate_id");

-- CreateIndex
CREATE INDEX "note_replies_note_id_candidate_id_idx" ON "note_replies"("note_id", "candidate_id");

-- CreateIndex
CREATE INDEX "note_replies_author_id_idx" ON "note_replies"("author_id");

-- CreateIndex
CREATE INDEX "internal_notes_candidate_id_written_at_idx" ON "internal_notes"("candidate_id", "written_at");

-- CreateIndex
CREATE INDEX "internal_notes_post_mortem_id_candidate_id_idx" ON "internal_notes"("post_mortem_id", "candidate_id");

-- CreateIndex
CREATE INDEX "internal_notes_author_id_idx" ON "internal_notes"("author_id");

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_deactivated_by_id_fkey" FOREIGN KEY ("deactivated_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_sessions" ADD CONSTRAINT "sign_in_sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_forms" ADD CONSTRAINT "kept_forms_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demo_people" ADD CONSTRAINT "demo_people_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "looks" ADD CONSTRAINT "looks_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_id_candidate_id_fkey" FOREIGN KEY ("application_id", "candidate_id") REFERENCES "applications"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weekly_hours" ADD CONSTRAINT "weekly_hours_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_settings" ADD CONSTRAINT "availability_settings_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_counselor_id_fkey" FOREIGN KEY ("counselor_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_interview_id_candidate_id_fkey" FOREIGN KEY ("interview_id", "candidate_id") REFERENCES "interviews"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_post_mortem_id_candidate_id_fkey" FOREIGN KEY ("post_mortem_id", "candidate_id") REFERENCES "post_mortems"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mocks" ADD CONSTRAINT "mocks_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_interview_id_candidate_id_fkey" FOREIGN KEY ("interview_id", "candidate_id") REFERENCES "interviews"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortem_answers" ADD CONSTRAINT "post_mortem_answers_post_mortem_id_fkey" FOREIGN KEY ("post_mortem_id") REFERENCES "post_mortems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortem_answers" ADD CONSTRAINT "post_mortem_answers_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_questions" ADD CONSTRAINT "asked_questions_post_mortem_id_fkey" FOREIGN KEY ("post_mortem_id") REFERENCES "post_mortems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_post_mortem_id_fkey" FOREIGN KEY ("post_mortem_id") REFERENCES "post_mortems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promises" ADD CONSTRAINT "promises_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promises" ADD CONSTRAINT "promises_post_mortem_id_candidate_id_fkey" FOREIGN KEY ("post_mortem_id", "candidate_id") REFERENCES "post_mortems"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promises" ADD CONSTRAINT "promises_asked_in_id_fkey" FOREIGN KEY ("asked_in_id") REFERENCES "post_mortems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_notes" ADD CONSTRAINT "coaching_notes_post_mortem_id_candidate_id_fkey" FOREIGN KEY ("post_mortem_id", "candidate_id") REFERENCES "post_mortems"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_notes" ADD CONSTRAINT "coaching_notes_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coaching_notes" ADD CONSTRAINT "coaching_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_replies" ADD CONSTRAINT "note_replies_note_id_candidate_id_fkey" FOREIGN KEY ("note_id", "candidate_id") REFERENCES "coaching_notes"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_replies" ADD CONSTRAINT "note_replies_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_notes" ADD CONSTRAINT "internal_notes_post_mortem_id_candidate_id_fkey" FOREIGN KEY ("post_mortem_id", "candidate_id") REFERENCES "post_mortems"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;
