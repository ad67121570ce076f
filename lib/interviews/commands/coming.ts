import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { InterviewFormat, RoleFamily } from "#lib/infra/prisma/enums.ts";
import { addInterview, applicationFor, employerNamed } from "./interviews.ts";

export type ComingInterview = {
  /** Becomes the interview's id. */
  key: string;
  candidateId: string;
  employer: string;
  jobTitle: string;
  family: RoleFamily;
  format: InterviewFormat;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Where its time stands. */
  zone: string;
};

/**
 * Logs an interview that the agency arranged, within the caller's transaction and after the caller's own permission and
 * checks. Employer and application are found before new ones are made, as `logInterview` does.
 */
export async function addComing(
  tx: Db,
  actor: Viewer,
  { key, candidateId, employer, jobTitle, family, format, startsAt, endsAt, zone }: ComingInterview,
  now: Temporal.Instant,
): Promise<void> {
  await lockInOrder(tx, [candidateId]);
  const employerId = await employerNamed(tx, employer);
  const input = { jobTitle, roleFamily: family, source: "agency" } as const;
  const applicationId = await applicationFor(tx, { actor, candidateId, employerId, input, now });
  await addInterview(tx, {
    actor: { personId: actor.personId, timeZone: zone },
    application: { id: applicationId, candidateId },
    input: { key, format },
    span: { startsAt, endsAt },
    now,
  });
}
