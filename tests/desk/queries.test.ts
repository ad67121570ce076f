import { expect, test } from "vitest";
import { findSession } from "#lib/accounts/queries.ts";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { listDesk } from "#lib/desk/queries/desk.ts";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { getAgency } from "#lib/settings/queries.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeInterview,
  makeMock,
  makeSession,
} from "../../prisma/seed/factories.ts";
import { makeHelpRequest } from "../../prisma/seed/help-factories.ts";
import { choose, finishedBy, hoursAgo, now, people, viewerOf } from "../reviews/people.ts";

const inHours = (hours: number) => now.add({ hours });
const reasons = async (person: Parameters<typeof viewerOf>[0]) =>
  (await listDesk(viewerOf(person), now)).rows.map(
    ({ kind, candidate }) => `${kind} ${candidate.split(" ")[0]}`,
  );

async function answered(cast: Awaited<ReturnType<typeof people>>, settled = false) {
  const postMortem = await finishedBy(cast.maya, { reviewedById: cast.ana.id });
  const note = await makeCoachingNote(db(), {
    postMortem,
    authorId: cast.ana.id,
    body: "Try it.",
    at: hoursAgo(4),
  });
  const by = settled ? { settledAt: dateOf(now), settledById: cast.ana.id } : {};
  return db().noteReply.create({
    data: {
      id: newId(),
      noteId: note.id,
      candidateId: cast.maya.id,
      authorId: cast.maya.id,
      body: "I will.",
      writtenAt: dateOf(hoursAgo(3)),
      ...by,
    },
  });
}

test("everything that waits stands there once, in the order of its usefulness, with its reason and its act", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  await finishedBy(maya, { finishedHoursAgo: 40 });
  await answered(cast);
  await answered(cast, true);
  await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(2) });
  await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(30) });
  await makeInterview(db(), { candidateId: maya.id, startsAt: hoursAgo(27) });
  const { rows, isCut } = await listDesk(viewerOf(ana), now);
  expect(isCut).toBe(false);
  expect(rows.map(({ kind, act }) => [kind, act])).toEqual([
    ["session", "Open the session"],
    ["review", "Review"],
    ["answer", "Read the answer"],
    ["no_prep", "Book a prep session"],
    ["no_post_mortem", "See the candidate"],
  ]);
  expect(rows[1]?.reason).toMatch(
    /^Post-mortem about Harbour Freight \d+, finished Sat 21 Nov, \d\d:\d\d; feels low\. Next interview tomorrow, \d\d:\d\d\.$/,
  );
});

test("what is done, far away, over for long, or not the viewer's is on no desk", async () => {
  const cast = await people();
  const { ana, ben, amir, maya } = cast;
  await finishedBy(maya, { reviewedById: ana.id });
  await finishedBy(maya, { sharing: "only_me", startsAt: hoursAgo(24 * 9) });
  await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(25) });
  await makeMock(
    db(),
    { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(2) },
    { cancelledAt: dateOf(now), cancelledById: ana.id, cancelReason: "ill" },
  );
  await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(49) });
  const prepared = await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(40) });
  await makeMock(
    db(),
    { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(30), minutes: 20 },
    { kind: "prep", interviewId: prepared.id },
  );
  await makeInterview(db(), { candidateId: maya.id, startsAt: hoursAgo(10) });
  await makeInterview(db(), { candidateId: maya.id, startsAt: hoursAgo(24 * 9) });
  for (const person of [ana, ben, amir, maya]) expect(await reasons(person), person.name).toEqual([]);
  const gone = await makeCandidate(db(), ana.id, {
    deactivatedAt: dateOf(hoursAgo(1)),
    deactivatedById: amir.id,
  });
  await finishedBy(gone);
  await makeInterview(db(), { candidateId: gone.id, startsAt: inHours(10) });
  expect(await reasons(ana)).toEqual([]);
});

test("what is shared with the agency comes onto the other desks once its own counselor let the time pass", async () => {
  const { ana, ben, amir, maya } = await people();
  await finishedBy(maya, { sharing: "agency", finishedHoursAgo: 10 });
  expect(await Promise.all([ana, ben, amir].map(reasons))).toEqual([["review Maya"], [], []]);
  await finishedBy(maya, { sharing: "agency", finishedHoursAgo: 49 });
  await finishedBy(maya, { finishedHoursAgo: 49 });
  expect(await Promise.all([ben, amir].map(reasons))).toEqual([["review Maya"], ["review Maya"]]);
  const { rows } = await listDesk(viewerOf(ben), now);
  expect(rows[0]?.reason).toMatch(
    /shared with the agency and not reviewed in time\. Ana is their counselor\.$/,
  );
});

test("desk and candidate's page take at most six statements with session and agency, whatever the data, and the first page of a process that names a cause one more", async () => {
  const cast = await people();
  const { ana, maya } = cast;
  const { token } = await makeSession(db(), ana.id, now);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  const count = async () => {
    const counts: number[] = [];
    for (const page of [
      () => listDesk(viewerOf(ana), now),
      () => getCandidate(viewerOf(ana), maya.id, { before: null, now }),
    ]) {
      statements = 0;
      await Promise.all([findSession(token, now), getAgency(), page()]);
      counts.push(statements);
    }
    return counts;
  };
  const few = await count();
  for (let each = 0; each < 3; each += 1) {
    const postMortem = await finishedBy(maya, { startsAt: hoursAgo(80 + each) });
    await choose(postMortem, maya, "candidate", "NERVES");
    await choose(postMortem, ana, "counselor", "NERVES");
    await answered(cast);
    await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(2 + each) });
    await makeHelpRequest(db(), hoursAgo(each));
    await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(30 + each) });
    await makeInterview(db(), { candidateId: maya.id, startsAt: hoursAgo(27 + each) });
  }
  // The words of causes: versions never change, so a process reads each once, the first time that a page names one.
  const [desk = 0, candidate = 0] = few;
  expect(await count()).toEqual([desk, candidate + 1]);
  expect(await count()).toEqual(few);
  for (const number of few) expect(number).toBeLessThanOrEqual(6);
});
