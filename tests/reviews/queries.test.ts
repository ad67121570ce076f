import { expect, test } from "vitest";
import { payloadOf } from "../support/payload.ts";
import { listCandidates } from "#lib/candidates/queries/list.ts";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { noteLooks } from "#lib/history/commands.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { getPostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { editNote } from "#lib/reviews/commands.ts";
import { listInternalNotes, listNotesForCandidate, listNotesForStaff } from "#lib/reviews/queries/notes.ts";
import { getReview } from "#lib/reviews/queries/review.ts";
import { makeCoachingNote } from "../../prisma/seed/factories.ts";
import { choose, finishedBy, hoursAgo, now, people, viewerOf } from "./people.ts";

/** Everything that staff's pages get about one post-mortem and its candidate. */
async function staffPayload(viewer: ReturnType<typeof viewerOf>, postMortemId: string, candidateId: string) {
  const pages = await Promise.all([
    getReview(viewer, postMortemId, now),
    getCandidate(viewer, candidateId, { before: null, now }),
    listDesk(viewer, now),
    listCandidates(viewer, { filter: "all", after: null, now }),
  ]);
  return payloadOf(pages);
}

async function candidatePayload(viewer: ReturnType<typeof viewerOf>, postMortemId: string) {
  return payloadOf(
    await Promise.all([
      getPostMortemRead(viewer, postMortemId, now),
      listNotesForCandidate(viewer, postMortemId, now),
    ]),
  );
}

async function promise(postMortem: { id: string; candidateId: string }) {
  await db().promise.create({
    data: {
      id: newId(),
      candidateId: postMortem.candidateId,
      postMortemId: postMortem.id,
      ifText: "canary if",
      thenText: "canary then",
      madeAt: dateOf(hoursAgo(5)),
    },
  });
}

test("neither side gets the other's causes or the promise before both have chosen (I22)", async () => {
  const { ana, maya } = await people();
  const postMortem = await finishedBy(maya);
  await promise(postMortem);
  await choose(postMortem, maya, "candidate", "APPEARANCE");
  const blind = await staffPayload(viewerOf(ana), postMortem.id, maya.id);
  expect(blind).not.toMatch(/APPEARANCE|canary/);
  await choose(postMortem, ana, "counselor", "SKILL_GAP");
  const both = await staffPayload(viewerOf(ana), postMortem.id, maya.id);
  for (const seen of ["APPEARANCE", "SKILL_GAP", "canary if"]) expect(both).toContain(seen);
  const other = await finishedBy(maya);
  await choose(other, ana, "counselor", "LOGISTICS");
  expect(await candidatePayload(viewerOf(maya), other.id)).not.toContain("LOGISTICS");
  expect(await staffPayload(viewerOf(ana), other.id, maya.id)).toContain("LOGISTICS");
});

test("no candidate gets an internal note in any form (I9)", async () => {
  const { ana, amir, ben, maya } = await people();
  const postMortem = await finishedBy(maya);
  const written = { candidateId: maya.id, authorId: ana.id, writtenAt: dateOf(hoursAgo(1)) };
  await db().internalNote.createMany({
    data: [
      { id: newId(), ...written, postMortemId: postMortem.id, body: "canary of the post-mortem" },
      { id: newId(), ...written, postMortemId: null, body: "canary of the person" },
    ],
  });
  const about = { postMortemId: postMortem.id, candidate: maya.name };
  expect(await candidatePayload(viewerOf(maya), postMortem.id)).not.toContain("canary");
  expect(await listInternalNotes(viewerOf(maya), about, now)).toEqual({ notes: [], whoCanSee: "" });
  expect(await staffPayload(viewerOf(maya), postMortem.id, maya.id)).not.toContain("canary");
  expect(
    (await staffPayload(viewerOf(ana), postMortem.id, maya.id)).match(/canary of the (post-mortem|person)/g),
  ).toHaveLength(3);
  expect((await staffPayload(viewerOf(amir), postMortem.id, maya.id)).match(/canary of the \S+/g)).toEqual([
    expect.stringContaining("person"),
  ]);
  expect(await staffPayload(viewerOf(ben), postMortem.id, maya.id)).not.toContain("canary");
});

test("a post-mortem that is not shared is nowhere for staff; somebody else's candidate is not found", async () => {
  const { ana, ben, amir, maya } = await people();
  const secret = await finishedBy(maya, { sharing: "only_me" });
  await db().postMortem.update({ where: { id: secret.id }, data: { surprise: "canary" } });
  for (const person of [ana, ben, amir]) {
    expect(await getReview(viewerOf(person), secret.id, now)).toBeNull();
    expect(await staffPayload(viewerOf(person), secret.id, maya.id)).not.toMatch(/canary|feels low/);
  }
  expect(await getCandidate(viewerOf(ben), maya.id, { before: null, now })).toBeNull();
  expect(await getCandidate(viewerOf(maya), maya.id, { before: null, now })).toBeNull();
  const page = await getCandidate(viewerOf(ana), maya.id, { before: null, now });
  expect(page?.timeline.map(({ kind, href }) => [kind, href === null])).toContainEqual(["post_mortem", true]);
});

test("what is shared with the agency is open to every colleague, without what belongs to the candidate's own counselor", async () => {
  const { ben, amir, maya } = await people();
  const postMortem = await finishedBy(maya, { sharing: "agency" });
  expect(await getReview(viewerOf(ben), postMortem.id, now)).toMatchObject({
    facts: { isOwnCandidate: false, localTime: null, nextInterview: null },
  });
  expect(await getReview(viewerOf(amir), postMortem.id, now)).toMatchObject({
    facts: { isOwnCandidate: true },
  });
});

test("when the candidate read a note is shown, and that it was before the edit; reading is noted", async () => {
  const { ana, maya } = await people();
  const postMortem = await finishedBy(maya);
  const note = await makeCoachingNote(db(), {
    postMortem,
    authorId: ana.id,
    body: "Try it aloud.",
    at: hoursAgo(4),
  });
  const seen = async () => (await listNotesForStaff(viewerOf(ana), postMortem.id, now))[0]?.seen;
  expect(await seen()).toBeNull();
  const looked: string[] = [];
  const [read] = await listNotesForCandidate(
    viewerOf(maya, (id) => looked.push(id)),
    postMortem.id,
    now,
  );
  expect(read).toMatchObject({
    author: "Ana",
    body: "Try it aloud.",
    whoCanSee: "You and Ana can see this.",
    editedAt: null,
  });
  expect(looked).toEqual([note.id]);
  await noteLooks(maya.id, looked, hoursAgo(3));
  expect(await seen()).toMatchObject({ isBeforeEdit: false, at: { iso: hoursAgo(3).toString() } });
  await editNote(
    viewerOf(ana),
    { key: newId(), note: note.id, version: 0, body: "Try it aloud, twice." },
    hoursAgo(2),
  );
  expect(await seen()).toMatchObject({ isBeforeEdit: true });
  await noteLooks(maya.id, looked, hoursAgo(1));
  expect(await seen()).toMatchObject({ isBeforeEdit: false, at: { iso: hoursAgo(1).toString() } });
});
