import { expect, test } from "vitest";
import { viewerFrom, type Viewer } from "#lib/core/viewer.ts";
import { payloadOf } from "../support/payload.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { CauseCode, OpinionSide } from "#lib/infra/prisma/enums.ts";
import { changeSharing } from "#lib/post-mortems/commands/finish.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { getPostMortemForReview } from "#lib/post-mortems/queries/review.ts";
import { makeInterview } from "../../prisma/seed/factories.ts";
import { draftOf, finishedOf, later, now, pastInterview, people } from "./staged.ts";

const answers = {
  mood: "low",
  outcome: "rejected",
  cause_primary: "NERVES",
  promise_if: "canary-if",
  promise_then: "canary-then",
} as const;

async function chooses(postMortemId: string, viewer: Viewer, side: OpinionSide, primary: CauseCode) {
  const row = { id: newId(), postMortemId, authorId: viewer.personId, side, primary, chosenAt: dateOf(now) };
  await db().opinion.create({ data: { ...row, contributing: [] } });
}

const kindFor = async (viewer: Viewer, id: string) =>
  (await getPostMortemPage(viewer, id, later(5)))?.kind ?? null;

test("what each person finds at the address, from the first tap to the finish", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const coming = await makeInterview(db(), { candidateId: maya.personId, startsAt: later(60) });
  const past = await pastInterview(maya);
  expect(await kindFor(maya, coming.id)).toBe("not_yet");
  expect(await kindFor(maya, past.id)).toBe("new");
  for (const viewer of [luis, ana, ben, amir]) expect(await kindFor(viewer, past.id)).toBeNull();
  await draftOf(maya, past.id, { ...answers, surprise: "canary-surprise" });
  expect(await kindFor(maya, past.id)).toBe("draft");
  expect(await kindFor(ana, past.id)).toBe("started");
  expect(payloadOf(await getPostMortemPage(ana, past.id, now))).not.toContain("canary");
  for (const viewer of [luis, ben]) expect(await kindFor(viewer, past.id)).toBeNull();
});

test("shared as the candidate chose, from that moment on", async () => {
  const { maya, luis, ana, ben, amir } = await people();
  const interview = await pastInterview(maya);
  const postMortem = await finishedOf(maya, interview.id, answers);
  const kinds = async () =>
    Promise.all([maya, ana, ben, amir, luis].map((viewer) => kindFor(viewer, interview.id)));
  expect(await kinds()).toEqual(["finished", "finished", null, "started", null]);
  await changeSharing(maya, { key: newId(), postMortem, sharing: "agency" });
  expect(await kinds()).toEqual(["finished", "finished", "finished", "finished", null]);
  await changeSharing(maya, { key: newId(), postMortem, sharing: "only_me" });
  expect(await kinds()).toEqual(["finished", "started", null, "started", null]);
  expect(await getPostMortemForReview(ana, postMortem, now)).toBeNull();
});

test("until both have chosen, neither side gets the other's causes, nor the counselor the promise", async () => {
  const { maya, ana } = await people();
  const interview = await pastInterview(maya);
  const postMortem = await finishedOf(maya, interview.id, answers);
  const before = await getPostMortemForReview(ana, postMortem, now);
  expect(before?.opinions).toMatchObject({ own: null, other: null, otherHasChosen: true, isRevealed: false });
  expect(before?.opinions.isOpen).toBe(false);
  expect(payloadOf(before)).not.toMatch(/NERVES|canary/u);
  await chooses(postMortem, ana, "counselor", "PITCH");
  const after = await getPostMortemForReview(ana, postMortem, now);
  expect(after).toMatchObject({
    opinions: { own: { primary: "PITCH" }, other: { primary: "NERVES" }, isOpen: true },
    promise: { if: "canary-if" },
  });
  const own = await getPostMortemPage(maya, interview.id, now);
  expect(own).toMatchObject({ read: { opinions: { other: { primary: "PITCH" }, isRevealed: true } } });
});

test("a counselor who chose first stays unseen until the candidate has chosen", async () => {
  const { maya, ana } = await people();
  const interview = await pastInterview(maya);
  const postMortem = await finishedOf(maya, interview.id, { mood: "low", outcome: "rejected" });
  await chooses(postMortem, ana, "counselor", "PITCH");
  const page = await getPostMortemPage(maya, interview.id, now);
  expect(page).toMatchObject({ read: { opinions: { own: null, other: null, otherHasChosen: true } } });
  expect(payloadOf(page)).not.toContain("PITCH");
  expect(await getPostMortemForReview(ana, postMortem, now)).toMatchObject({
    opinions: { own: { primary: "PITCH" }, other: null },
  });
});

test("a promise asked about is read by staff only where it was revealed", async () => {
  const { maya, ana } = await people();
  const first = await finishedOf(maya, (await pastInterview(maya, 48)).id, answers);
  await db().promise.update({
    where: { postMortemId: first },
    data: { madeAt: dateOf(now.subtract({ hours: 24 })) },
  });
  const interview = await pastInterview(maya);
  const second = await finishedOf(maya, interview.id, {
    mood: "good",
    outcome: "waiting",
    promise_answer: "partly",
  });
  expect((await getPostMortemForReview(ana, second, now))?.asked).toBeNull();
  expect(await getPostMortemPage(maya, interview.id, now)).toMatchObject({
    read: { asked: { if: "canary-if", answer: "partly" } },
  });
  await chooses(first, ana, "counselor", "PITCH");
  expect((await getPostMortemForReview(ana, second, now))?.asked).toMatchObject({ answer: "partly" });
});

test("who read it is told to the candidate, and reading is noted", async () => {
  const { maya, ana } = await people();
  const interview = await pastInterview(maya);
  const postMortem = await finishedOf(maya, interview.id, answers);
  const looked: string[] = [];
  const watched = viewerFrom({
    personId: ana.personId,
    name: ana.name,
    role: ana.role,
    timeZone: ana.timeZone,
    looked: (id) => looked.push(id),
  });
  await getPostMortemForReview(watched, postMortem, now);
  expect(looked).toEqual([postMortem]);
  const look = { viewerId: ana.personId, subjectId: postMortem };
  for (const hour of [1, 2])
    await db().look.create({ data: { id: newId(), ...look, at: dateOf(now.add({ hours: hour })) } });
  const page = await getPostMortemPage(maya, interview.id, now.add({ hours: 3 }));
  expect(page).toMatchObject({ read: { lookedAt: [{ name: "Ana", at: { iso: "2026-11-23T14:00:00Z" } }] } });
});
