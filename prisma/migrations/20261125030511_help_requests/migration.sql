-- CreateEnum
CREATE TYPE "help_topic" AS ENUM ('interview', 'resume', 'search', 'workshop');

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'guest';

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

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "workshop_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
