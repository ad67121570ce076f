import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { ApplicationSource, CauseCode } from "#lib/infra/prisma/enums.ts";
import { addAction } from "#lib/plan/commands/changes.ts";
import type { Field } from "#lib/post-mortems/rules/fields.ts";
import { giveOpinion } from "#lib/reviews/commands.ts";
import { finishedOf, later, now, pastInterview } from "../post-mortems/staged.ts";

type Answers = Partial<Record<Field, string>>;

/** Finished with these answers, by default with nerves, so that its plan is a mock and a rehearsal with a friend. */
export async function plannedOf(
  viewer: Viewer,
  answers: Answers = {},
  hoursAgo = 30,
  source: ApplicationSource = "own",
) {
  const interview = await pastInterview(viewer, hoursAgo, source);
  return finishedOf(viewer, interview.id, {
    mood: "low",
    outcome: "rejected",
    cause_primary: "NERVES",
    ...answers,
  });
}

/** Outside one's control, of an interview that the agency arranged: a colleague checks with the client. */
export const outsideOf = (viewer: Viewer, answers: Answers = {}) =>
  plannedOf(viewer, { cause_primary: "OUTSIDE", ...answers }, 30, "agency");

export async function chosenBy(counselor: Viewer, postMortem: string, primary: CauseCode = "PITCH") {
  return giveOpinion(counselor, { key: newId(), postMortem, primary, contributing: [] }, later(2));
}

/** In own words, as staff would type them. */
export function addOwn(actor: Viewer, postMortem: string, text: string, key = newId()) {
  const addition = { choice: null, text, kind: "skill" as const, dueOn: null };
  return addAction(actor, { key, postMortem, ...addition }, later(3));
}

export const actionsOf = (postMortemId: string) =>
  db().planAction.findMany({ where: { postMortemId }, orderBy: { position: "asc" } });

/** The first action of a plan, as it stands. */
export async function firstOf(postMortemId: string) {
  const [action] = await actionsOf(postMortemId);
  if (!action) throw new Error("nothing was planned");
  return action;
}

/** An action as the form of a page that was just loaded sends it. */
export const shown = ({ id, version }: { id: string; version: number }) => ({
  key: newId(),
  action: id,
  version,
});

export const refusal = (answer: { ok: true } | { ok: false; refusal: string }) =>
  answer.ok ? "ok" : answer.refusal;

/** Kinds of what is noted about an action or a post-mortem, in the order in which it happened. */
export async function kindsAbout(subjectId: string) {
  const events = await db().event.findMany({
    where: { subjectId },
    orderBy: { at: "asc" },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
}

export const mailsAbout = (eventId: string) => db().mail.count({ where: { eventId } });

/** As if it was deactivated between the page and the press. */
export async function deactivate(viewer: Viewer, by: Viewer) {
  await db().person.update({
    where: { id: viewer.personId },
    data: { deactivatedAt: dateOf(now), deactivatedById: by.personId },
  });
}
