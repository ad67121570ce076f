import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Outcome, OutcomeReason } from "#lib/infra/prisma/enums.ts";
import { recordOutcome } from "#lib/interviews/commands/interviews.ts";
import { finishHeardBack } from "#lib/plan/commands/finish.ts";
import { markReviewed, recordOpinion } from "#lib/post-mortems/commands/opinions.ts";
import { finishedOf, later, pastInterview, type people } from "./staged.ts";

export type Cast = Awaited<ReturnType<typeof people>>;

export const hear = (
  interviewId: string,
  outcome: Outcome,
  minutes: number,
  reason: OutcomeReason | null = null,
) => db().$transaction((tx) => recordOutcome(tx, { interviewId, outcome, reason, at: later(minutes) }));
export const review = (id: string, by: Viewer) =>
  db().$transaction((tx) => markReviewed(tx, id, by.personId, later(2)));
export const counselorChooses = (postMortemId: string, by: Viewer) =>
  db().$transaction((tx) =>
    recordOpinion(tx, {
      postMortemId,
      authorId: by.personId,
      side: "counselor",
      primary: "PITCH",
      contributing: [],
      at: later(2),
    }),
  );
export const done = async (viewer: Viewer, postMortem: string, minutes = 30, key = newId()) => {
  const answer = await finishHeardBack(viewer, { key, postMortem }, later(minutes));
  return answer.ok ? "ok" : answer.refusal;
};
export const mailsAbout = (eventId: string) =>
  db().mail.findMany({ where: { eventId }, select: { kind: true, recipientId: true } });

/** Finished while waiting; ten minutes later a no came. */
export async function turnedDown({ maya }: Cast, answers = {}) {
  const interview = await pastInterview(maya);
  const id = await finishedOf(maya, interview.id, { mood: "unsure", outcome: "waiting", ...answers });
  await hear(interview.id, "rejected", 10);
  return { id, interviewId: interview.id };
}
