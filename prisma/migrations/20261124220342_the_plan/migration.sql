-- CreateEnum
CREATE TYPE "action_kind" AS ENUM ('skill', 'confidence', 'both', 'practical');

-- CreateEnum
CREATE TYPE "action_effort" AS ENUM ('sheet_line', 'draft', 'with_somebody', 'session');

-- CreateEnum
CREATE TYPE "due_from" AS ENUM ('making', 'interview');

-- CreateEnum
CREATE TYPE "cause_signal" AS ENUM ('a_requirement', 'knew_it', 'blank_about_them', 'hard_topic', 'about_yourself', 'blank', 'cut_me_off', 'asked_again', 'late', 'tech_problem', 'tech_problem_on_video', 'appearance_rated_low', 'not_interested', 'asked_nothing', 'no_story', 'decided_elsewhere', 'few_details');

-- CreateEnum
CREATE TYPE "plan_action_end" AS ENUM ('done', 'not_doing', 'carried');

-- CreateEnum
CREATE TYPE "dimension" AS ENUM ('evidence', 'structure', 'preparation', 'composure', 'appearance', 'disposition', 'voice', 'close');

-- CreateEnum
CREATE TYPE "feedback_wish" AS ENUM ('remind_me', 'ask_now', 'ask_agency');

-- CreateTable
CREATE TABLE "taxonomy_versions" (
    "number" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "taxonomy_versions_pkey" PRIMARY KEY ("number")
);

-- The version that an installation begins with; what stands in it is planted by prisma/migrate.ts.
INSERT INTO "taxonomy_versions" ("number", "made_at") VALUES (1, now());

-- AlterTable
ALTER TABLE "interviews" ADD COLUMN     "not_heard_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "post_mortems" ADD COLUMN     "call_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "called_at" TIMESTAMPTZ(3),
ADD COLUMN     "called_by_id" UUID,
ADD COLUMN     "enough_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_by_id" UUID,
ADD COLUMN     "feedback_from" VARCHAR(120),
ADD COLUMN     "feedback_wish" "feedback_wish",
ADD COLUMN     "feedback_words" VARCHAR(2000),
ADD COLUMN     "handed_over_at" TIMESTAMPTZ(3),
ADD COLUMN     "keep_line" VARCHAR(1000),
ADD COLUMN     "news_at" TIMESTAMPTZ(3),
ADD COLUMN     "news_mood" "mood",
ADD COLUMN     "reopened_at" TIMESTAMPTZ(3),
ADD COLUMN     "reopened_by_id" UUID,
ADD COLUMN     "taxonomy_number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "worked_well" VARCHAR(300);

-- What was written before belongs to the first version; from now on every row says its own.
ALTER TABLE "post_mortems" ALTER COLUMN "taxonomy_number" DROP DEFAULT;

-- AlterTable
ALTER TABLE "opinions" ADD COLUMN     "together" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "causes" (
    "taxonomy_number" INTEGER NOT NULL,
    "code" "cause_code" NOT NULL,
    "position" INTEGER NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "line" VARCHAR(160) NOT NULL,
    "suggested_when" "cause_signal"[],
    "promise_if" VARCHAR(300) NOT NULL,
    "promise_then" VARCHAR(300) NOT NULL,
    "promise_or" VARCHAR(300) NOT NULL,
    "recognise" VARCHAR(600) NOT NULL,
    "helps" VARCHAR(900) NOT NULL,
    "exercise" VARCHAR(600) NOT NULL,

    CONSTRAINT "causes_pkey" PRIMARY KEY ("taxonomy_number","code")
);

-- CreateTable
CREATE TABLE "cause_actions" (
    "taxonomy_number" INTEGER NOT NULL,
    "cause" "cause_code" NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "position" INTEGER NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "text" VARCHAR(160) NOT NULL,
    "kind" "action_kind" NOT NULL,
    "effort" "action_effort" NOT NULL,
    "days" INTEGER NOT NULL,
    "days_from" "due_from" NOT NULL,

    CONSTRAINT "cause_actions_pkey" PRIMARY KEY ("taxonomy_number","cause","code")
);

-- CreateTable
CREATE TABLE "plan_actions" (
    "id" UUID NOT NULL,
    "post_mortem_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "side" "opinion_side" NOT NULL,
    "position" INTEGER NOT NULL,
    "code" VARCHAR(40),
    "taxonomy_number" INTEGER,
    "causes" "cause_code"[],
    "kind" "action_kind" NOT NULL,
    "effort" "action_effort" NOT NULL,
    "text" VARCHAR(160) NOT NULL,
    "days" INTEGER,
    "days_from" "due_from",
    "due_on" DATE,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_as" "plan_action_end",
    "why" VARCHAR(300),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "plan_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_ratings" (
    "post_mortem_id" UUID NOT NULL,
    "dimension" "dimension" NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "self_ratings_pkey" PRIMARY KEY ("post_mortem_id","dimension")
);

-- CreateIndex
CREATE INDEX "taxonomy_versions_made_by_id_idx" ON "taxonomy_versions"("made_by_id");

-- CreateIndex
CREATE INDEX "plan_actions_post_mortem_id_candidate_id_idx" ON "plan_actions"("post_mortem_id", "candidate_id");

-- CreateIndex
CREATE INDEX "plan_actions_candidate_id_ended_at_idx" ON "plan_actions"("candidate_id", "ended_at");

-- CreateIndex
CREATE INDEX "plan_actions_owner_id_ended_at_idx" ON "plan_actions"("owner_id", "ended_at");

-- CreateIndex
CREATE INDEX "plan_actions_made_by_id_idx" ON "plan_actions"("made_by_id");

-- CreateIndex
CREATE INDEX "plan_actions_accepted_by_id_idx" ON "plan_actions"("accepted_by_id");

-- CreateIndex
CREATE INDEX "plan_actions_ended_by_id_idx" ON "plan_actions"("ended_by_id");

-- CreateIndex
CREATE INDEX "plan_actions_taxonomy_number_idx" ON "plan_actions"("taxonomy_number");

-- CreateIndex
CREATE UNIQUE INDEX "plan_actions_id_candidate_id_key" ON "plan_actions"("id", "candidate_id");

-- CreateIndex
CREATE INDEX "post_mortems_entered_by_id_idx" ON "post_mortems"("entered_by_id");

-- CreateIndex
CREATE INDEX "post_mortems_called_by_id_idx" ON "post_mortems"("called_by_id");

-- CreateIndex
CREATE INDEX "post_mortems_reopened_by_id_idx" ON "post_mortems"("reopened_by_id");

-- CreateIndex
CREATE INDEX "post_mortems_taxonomy_number_idx" ON "post_mortems"("taxonomy_number");

-- AddForeignKey
ALTER TABLE "taxonomy_versions" ADD CONSTRAINT "taxonomy_versions_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "causes" ADD CONSTRAINT "causes_taxonomy_number_fkey" FOREIGN KEY ("taxonomy_number") REFERENCES "taxonomy_versions"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cause_actions" ADD CONSTRAINT "cause_actions_taxonomy_number_cause_fkey" FOREIGN KEY ("taxonomy_number", "cause") REFERENCES "causes"("taxonomy_number", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_post_mortem_id_candidate_id_fkey" FOREIGN KEY ("post_mortem_id", "candidate_id") REFERENCES "post_mortems"("id", "candidate_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_actions" ADD CONSTRAINT "plan_actions_taxonomy_number_fkey" FOREIGN KEY ("taxonomy_number") REFERENCES "taxonomy_versions"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_called_by_id_fkey" FOREIGN KEY ("called_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_reopened_by_id_fkey" FOREIGN KEY ("reopened_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_mortems" ADD CONSTRAINT "post_mortems_taxonomy_number_fkey" FOREIGN KEY ("taxonomy_number") REFERENCES "taxonomy_versions"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_ratings" ADD CONSTRAINT "self_ratings_post_mortem_id_fkey" FOREIGN KEY ("post_mortem_id") REFERENCES "post_mortems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
