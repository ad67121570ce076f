import { expect, test } from "vitest";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { listCandidates } from "#lib/candidates/queries/list.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeInterview,
  makeMock,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { finishedBy, hoursAgo, now, people, viewerOf } from "../reviews/people.ts";

const names = async (
  person: Parameters<typeof viewerOf>[0],
  filter: CandidateFilter = "all",
  after: string | null = null,
) => (await listCandidates(viewerOf(person), { filter, after, now })).candidates.map(({ name }) => name);

test("a counselor lists their own, an admin everybody, a candidate nobody; narrowed by the address", async () => {
  const { ana, ben, amir, maya, luis } = await people();
  await db().person.updateMany({
    where: { id: { notIn: [ana.id, ben.id, amir.id, maya.id, luis.id] } },
    data: { deactivatedAt: dateOf(now) },
  });
  await makeCandidate(db(), ana.id, { name: "Nia Invited", welcomedAt: null });
  await makeInterview(db(), { candidateId: maya.id, startsAt: now.add({ hours: 5 }) });
  await finishedBy(luis);
  await finishedBy(maya, { sharing: "only_me" });
  expect(await names(ana)).toEqual(["Maya Chen", "Nia Invited"]);
  expect(await names(ben)).toEqual(["Luis Prado"]);
  expect(await names(amir)).toEqual(["Luis Prado", "Maya Chen", "Nia Invited"]);
  expect(await names(maya)).toEqual([]);
  expect(await names(ana, "invited")).toEqual(["Nia Invited"]);
  expect(await names(ana, "interview")).toEqual(["Maya Chen"]);
  expect(await names(ana, "to_review")).toEqual([]);
  expect(await names(ben, "to_review")).toEqual(["Luis Prado"]);
  expect(await names(amir, "to_review")).toEqual([]);
  expect(await names(ana, "all", maya.id)).toEqual(["Nia Invited"]);
  expect(await names(ana, "all", "nonsense")).toEqual(["Maya Chen", "Nia Invited"]);
});

test("pages of fifty, each candidate once", async () => {
  const { ana, maya } = await people();
  for (let at = 0; at < 60; at += 1)
    await makeCandidate(db(), ana.id, { name: `Zoe ${String(at).padStart(2, "0")}` });
  const first = await listCandidates(viewerOf(ana), { filter: "all", after: null, now });
  const second = await listCandidates(viewerOf(ana), { filter: "all", after: first.next, now });
  expect([first.candidates.length, second.candidates.length, second.next]).toEqual([50, 11, null]);
  expect(new Set([...first.candidates, ...second.candidates].map(({ id }) => id)).size).toBe(61);
  expect(first.candidates[0]?.id).toBe(maya.id);
});

test("the timeline holds everything that the viewer may see, newest first, on pages without gaps", async () => {
  const { ana, amir, maya } = await people();
  const postMortem = await finishedBy(maya);
  const draftOf = await makeInterview(db(), { candidateId: maya.id, startsAt: hoursAgo(30) });
  await makePostMortem(db(), draftOf, hoursAgo(20));
  const note = await makeCoachingNote(db(), {
    postMortem,
    authorId: ana.id,
    body: "Try it.",
    at: hoursAgo(4),
  });
  const said = { candidateId: maya.id, authorId: maya.id, writtenAt: dateOf(hoursAgo(3)) };
  await db().noteReply.create({ data: { id: newId(), noteId: note.id, body: "I will.", ...said } });
  await db().internalNote.create({
    data: {
      id: newId(),
      candidateId: maya.id,
      authorId: ana.id,
      body: "Call her.",
      writtenAt: dateOf(hoursAgo(2)),
    },
  });
  await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: now.add({ hours: 3 }) });
  const kinds = async (person: typeof ana) =>
    (await getCandidate(viewerOf(person), maya.id, { before: null, now }))?.timeline.map(
      ({ kind, state }) => [kind, state],
    );
  const started = ["post_mortem", "Only the candidate can read it."];
  expect(await kinds(ana)).toEqual([
    ["session", null],
    ["internal", "Staff only"],
    ["answer", null],
    ["note", null],
    ["post_mortem", "To review · Low"],
    started,
    ["interview", "Waiting"],
    ["interview", "Rejected"],
  ]);
  expect(await kinds(amir)).toEqual([
    ["session", null],
    ["internal", "Staff only"],
    started,
    ["interview", "Waiting"],
    started,
    ["interview", "Rejected"],
  ]);
  for (let at = 0; at < 50; at += 1)
    await makeInterview(db(), {
      candidateId: maya.id,
      startsAt: hoursAgo(100 + at),
      interview: { applicationId: draftOf.applicationId },
    });
  const first = await getCandidate(viewerOf(ana), maya.id, { before: null, now });
  const second = await getCandidate(viewerOf(ana), maya.id, { before: first?.older ?? null, now });
  const ids = [...(first?.timeline ?? []), ...(second?.timeline ?? [])].map(
    ({ kind, id }) => `${kind} ${id}`,
  );
  expect([first?.timeline.length, ids.length, new Set(ids).size, second?.older]).toEqual([40, 58, 58, null]);
});
