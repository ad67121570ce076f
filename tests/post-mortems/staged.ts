import { viewerFrom, type Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { ApplicationSource } from "#lib/infra/prisma/enums.ts";
import { answerStep, startPostMortem } from "#lib/post-mortems/commands/draft.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import type { Field } from "#lib/post-mortems/rules/fields.ts";
import type { AnswerStepInput } from "#lib/post-mortems/schema.ts";
import { makeCandidate, makeCounselor, makeInterview, makePerson } from "../../prisma/seed/factories.ts";

export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");
export const later = (minutes: number) => now.add({ minutes });

export function viewerOf({ id, name, role, timeZone }: Awaited<ReturnType<typeof makePerson>>): Viewer {
  return viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });
}

/** A candidate with counselor, and everybody to whom she is a stranger. */
export async function people() {
  const db = commandsDb();
  const ana = await makeCounselor(db, { name: "Ana Ferreira" });
  const ben = await makeCounselor(db, { name: "Ben Okoro" });
  const maya = await makeCandidate(db, ana.id, { name: "Maya Shrestha" });
  const luis = await makeCandidate(db, ben.id);
  const amir = await makePerson(db, { role: "admin" });
  const viewers = {
    ana: viewerOf(ana),
    ben: viewerOf(ben),
    maya: viewerOf(maya),
    luis: viewerOf(luis),
    amir: viewerOf(amir),
  };
  return { ...viewers, ids: { ana: ana.id, maya: maya.id } };
}

/** An interview of this candidate that ended a while ago, found on their own or arranged by the agency. */
export async function pastInterview(viewer: Viewer, hoursAgo = 2, source: ApplicationSource = "own") {
  const startsAt = now.subtract({ hours: hoursAgo });
  return makeInterview(commandsDb(), { candidateId: viewer.personId, startsAt, application: { source } });
}

/** A draft of it with these answers, as a device would have sent them. */
export async function draftOf(
  viewer: Viewer,
  interviewId: string,
  answers: Partial<Record<Field, string>> = { mood: "low" },
): Promise<string> {
  const started = await startPostMortem(viewer, { key: newId(), interview: interviewId }, now);
  if (!started.ok) throw new Error(started.refusal);
  const postMortemId = started.value.id;
  const row = { postMortemId, writtenAt: dateOf(now), writtenById: viewer.personId };
  const data = Object.entries(answers).map(([field, value]) => ({ id: newId(), ...row, field, value }));
  await commandsDb().postMortemAnswer.createMany({ data });
  return postMortemId;
}

export async function finishedOf(
  viewer: Viewer,
  interviewId: string,
  answers?: Partial<Record<Field, string>>,
) {
  const postMortem = await draftOf(viewer, interviewId, answers);
  const finished = await finishPostMortem(viewer, { key: newId(), postMortem }, later(1));
  if (!finished.ok) throw new Error(finished.refusal);
  return postMortem;
}

type Sent = Omit<AnswerStepInput, "key" | "postMortem">;

/** Sends one screen and tells where it leads, or why not. */
export async function sendScreen(viewer: Viewer, postMortem: string, sent: Sent, at = now): Promise<string> {
  const answer = await answerStep(viewer, { key: newId(), postMortem, ...sent }, at);
  return answer.ok ? answer.value.next.replace(/^.*\?/u, "?") : answer.refusal;
}
