import type { Db } from "#lib/infra/db.ts";
import type { InterviewFormat } from "#lib/infra/prisma/enums.ts";
import { addInterview, type InterviewFacts } from "#lib/interviews/commands/interviews.ts";
import { decideSpan } from "#lib/interviews/rules.ts";

export type NextRoundFacts = {
  id: string;
  /** The interview that it follows. */
  after: { id: string; candidateId: string };
  /** Who logs it; the time is meant in their zone. */
  by: InterviewFacts["actor"];
  when: { date: Temporal.PlainDate; time: Temporal.PlainTime; format: InterviewFormat };
  now: Temporal.Instant;
};

/**
 * Logs the next round of an interview's application, with the usual length of its format, within the caller's transaction
 * and after the caller's own permission. Refuses as `decideSpan`.
 */
export async function addNextRound(tx: Db, { id, after, by, when, now }: NextRoundFacts) {
  const span = decideSpan({ ...when, moment: "start", minutes: null, zone: by.timeZone }, now);
  if (!span.ok) return span;
  const { applicationId } = await tx.interview.findUniqueOrThrow({
    where: { id: after.id },
    select: { applicationId: true },
  });
  const application = { id: applicationId, candidateId: after.candidateId };
  const input = { key: id, format: when.format };
  return addInterview(tx, { actor: by, application, input, span: span.value, now });
}
