import { expect, test } from "vitest";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  answerNote,
  editNote,
  giveOpinion,
  reviewPostMortem,
  settleAnswer,
  shareNote,
  writeInternalNote,
} from "#lib/reviews/commands.ts";
import { makeCoachingNote } from "../../prisma/seed/factories.ts";
import { finishedBy, hoursAgo, now, people, refusal, viewerOf } from "./people.ts";

const mailsOf = (eventId: string) =>
  db().mail.findMany({ where: { eventId }, select: { kind: true, recipientId: true } });
const noteOf = (postMortem: string, review = false) => ({
  key: newId(),
  postMortem,
  body: "You were clear about dates.",
  review,
});

/** A post-mortem of Maya's with a note of Ana's and Maya's answer to it. */
async function conversation() {
  const cast = await people();
  const postMortem = await finishedBy(cast.maya);
  const note = await makeCoachingNote(db(), {
    postMortem,
    authorId: cast.ana.id,
    body: "Try it aloud.",
    at: hoursAgo(4),
  });
  const key = newId();
  await answerNote(viewerOf(cast.maya), { key, note: note.id, body: "I will." }, now);
  return { ...cast, postMortem, note, answerId: key };
}

test("a shared note has its row and its mail to the candidate, and can review in the same step", async () => {
  const { ana, maya } = await people();
  const postMortem = await finishedBy(maya);
  const [only, both] = [noteOf(postMortem.id), noteOf(postMortem.id, true)];
  expect(await shareNote(viewerOf(ana), only, now)).toEqual({ ok: true, value: { id: only.key } });
  expect((await db().postMortem.findUniqueOrThrow({ where: { id: postMortem.id } })).reviewedAt).toBeNull();
  await shareNote(viewerOf(ana), both, now);
  expect(await db().coachingNote.findUniqueOrThrow({ where: { id: only.key } })).toMatchObject({
    postMortemId: postMortem.id,
    candidateId: maya.id,
    authorId: ana.id,
    body: only.body,
    sharedAt: dateOf(now),
    editedAt: null,
    version: 0,
  });
  expect(await mailsOf(only.key)).toEqual([{ kind: "note.shared", recipientId: maya.id }]);
  expect(await db().postMortem.findUniqueOrThrow({ where: { id: postMortem.id } })).toMatchObject({
    reviewedById: ana.id,
  });
});

test("a note sent twice is one note with one mail; another text under the same key is refused", async () => {
  const { ana, maya } = await people();
  const note = noteOf((await finishedBy(maya)).id);
  const answers = await Promise.all([
    shareNote(viewerOf(ana), note, now),
    shareNote(viewerOf(ana), note, now),
  ]);
  expect(answers.map(refusal)).toEqual(["ok", "ok"]);
  expect(await mailsOf(note.key)).toHaveLength(1);
  expect(refusal(await shareNote(viewerOf(ana), { ...note, body: "Another." }, now))).toBe("already_saved");
});

test("who may review: the assigned counselor what is shared, every colleague what is shared with the agency; no candidate", async () => {
  const { ana, ben, amir, maya, luis } = await people();
  const shared = await finishedBy(maya);
  const agency = await finishedBy(maya, { sharing: "agency" });
  const secret = await finishedBy(maya, { sharing: "only_me" });
  const cases: [typeof ana, { id: string }, string][] = [
    [ana, shared, "ok"],
    [ana, agency, "ok"],
    [ben, agency, "ok"],
    [amir, agency, "ok"],
    [ben, shared, "not_found"],
    [amir, shared, "not_found"],
    [ana, secret, "not_found"],
    [maya, shared, "not_found"],
    [luis, agency, "not_found"],
    [ana, { id: newId() }, "not_found"],
  ];
  for (const [actor, { id }, expected] of cases) {
    const viewer = viewerOf(actor);
    const said = `${actor.name}: ${expected}`;
    const note = noteOf(id);
    const internal = { key: newId(), candidate: maya.id, postMortem: id, body: "Among us." };
    expect(refusal(await shareNote(viewer, note, now)), said).toBe(expected);
    expect(refusal(await writeInternalNote(viewer, internal, now)), said).toBe(expected);
    if (expected === "ok") continue;
    expect(refusal(await reviewPostMortem(viewer, { key: newId(), postMortem: id }, now)), said).toBe(
      expected,
    );
    expect(
      refusal(
        await giveOpinion(viewer, { key: newId(), postMortem: id, primary: "NERVES", contributing: [] }, now),
      ),
      said,
    ).toBe(expected);
    expect(await db().event.count({ where: { id: { in: [note.key, internal.key] } } })).toBe(0);
  }
});

test("a note is edited by its author only, says so, and never over another's change", async () => {
  const { ana, ben, maya, note } = await conversation();
  const edit = (version: number, body: string) => ({ key: newId(), note: note.id, version, body });
  expect(refusal(await editNote(viewerOf(ben), edit(0, "Mine"), now))).toBe("not_found");
  expect(refusal(await editNote(viewerOf(maya), edit(0, "Mine"), now))).toBe("not_found");
  const both = await Promise.all(["One", "Two"].map((body) => editNote(viewerOf(ana), edit(0, body), now)));
  expect(both.map(refusal).toSorted()).toEqual(["ok", "stale"]);
  const row = await db().coachingNote.findUniqueOrThrow({ where: { id: note.id } });
  expect(row).toMatchObject({ version: 1, editedAt: dateOf(now) });
  expect(refusal(await editNote(viewerOf(ana), edit(1, "Three"), now))).toBe("ok");
});

test("an answer is the candidate's, is mailed to the note's author, and waits until somebody settles it", async () => {
  const { ana, ben, maya, luis, note, answerId } = await conversation();
  expect(await db().noteReply.findUniqueOrThrow({ where: { id: answerId } })).toMatchObject({
    noteId: note.id,
    authorId: maya.id,
    settledAt: null,
  });
  expect(await mailsOf(answerId)).toEqual([{ kind: "note.answered", recipientId: ana.id }]);
  for (const stranger of [luis, ben, ana]) {
    expect(
      refusal(await answerNote(viewerOf(stranger), { key: newId(), note: note.id, body: "Mine" }, now)),
    ).toBe("not_found");
  }
  for (const stranger of [maya, ben]) {
    expect(refusal(await settleAnswer(viewerOf(stranger), { key: newId(), answer: answerId }, now))).toBe(
      "not_found",
    );
  }
  const settled = await Promise.all(
    [1, 2, 3].map(() => settleAnswer(viewerOf(ana), { key: newId(), answer: answerId }, now)),
  );
  expect(settled.map(refusal).toSorted()).toEqual(["already_settled", "already_settled", "ok"]);
});

test("a note written back settles the answers that waited", async () => {
  const { ana, postMortem, answerId } = await conversation();
  await shareNote(viewerOf(ana), noteOf(postMortem.id), now);
  expect(await db().noteReply.findUniqueOrThrow({ where: { id: answerId } })).toMatchObject({
    settledAt: dateOf(now),
    settledById: ana.id,
  });
});

test("of two who review at once one is first, and stays", async () => {
  const { ana, ben, maya } = await people();
  const { id } = await finishedBy(maya, { sharing: "agency" });
  const answers = await Promise.all(
    [ana, ben].map((person) => reviewPostMortem(viewerOf(person), { key: newId(), postMortem: id }, now)),
  );
  expect(answers.map(refusal).toSorted()).toEqual(["already_reviewed", "ok"]);
  const first = answers[0]?.ok ? ana : ben;
  expect(await db().postMortem.findUniqueOrThrow({ where: { id } })).toMatchObject({
    reviewedById: first.id,
  });
  expect(refusal(await shareNote(viewerOf(ana), noteOf(id, true), now))).toBe("ok");
});

test("the counselors' side chooses once; a race has one winner", async () => {
  const { ana, ben, maya } = await people();
  const { id } = await finishedBy(maya, { sharing: "agency" });
  const choice = () => ({
    key: newId(),
    postMortem: id,
    primary: "NERVES" as const,
    contributing: ["PITCH" as const],
  });
  const answers = await Promise.all(
    [ana, ben, ana, ben].map((person) => giveOpinion(viewerOf(person), choice(), now)),
  );
  expect(answers.map(refusal).toSorted()).toEqual([
    "already_chosen",
    "already_chosen",
    "already_chosen",
    "ok",
  ]);
  expect(
    await db().opinion.findMany({
      where: { postMortemId: id },
      select: { side: true, primary: true, contributing: true, afterTalking: true },
    }),
  ).toEqual([{ side: "counselor", primary: "NERVES", contributing: ["PITCH"], afterTalking: false }]);
});

test("an internal note mails nobody, and one about a candidate needs the candidate to be the writer's", async () => {
  const { ana, ben, amir, maya } = await people();
  const { id: theirs } = await finishedBy((await people()).maya, { sharing: "agency" });
  const note = (postMortem: string | null = null) => ({
    key: newId(),
    candidate: maya.id,
    postMortem,
    body: "Among us.",
  });
  for (const [actor, expected] of [
    [ana, "ok"],
    [amir, "ok"],
    [ben, "not_found"],
    [maya, "not_found"],
  ] as const) {
    const input = note();
    expect(refusal(await writeInternalNote(viewerOf(actor), input, now)), actor.name).toBe(expected);
    expect(await mailsOf(input.key)).toEqual([]);
  }
  expect(
    refusal(await writeInternalNote(viewerOf(ana), note(theirs), now)),
    "another candidate's post-mortem",
  ).toBe("not_found");
});
