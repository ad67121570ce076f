import { expect, test } from "vitest";
import { getHome } from "#lib/home/queries/home.ts";
import { commandsDb as db, dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCoachingNote, makeInterview, makeMock, makePostMortem } from "../../prisma/seed/factories.ts";
import { at, now, people, viewerOf, type Person } from "./people.ts";

/** Something of everything for one candidate. */
async function fill(candidate: Person, ana: Person) {
  const told = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt: at("2026-11-10T15:00:00Z"),
    interview: { outcome: "rejected" },
  });
  const postMortem = await makePostMortem(db(), told, now, {
    finishedAt: dateOf(now),
    sharing: "my_counselor",
  });
  const note = await makeCoachingNote(db(), { postMortem, authorId: ana.id, body: "Well told.", at: now });
  const waiting = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt: at("2026-11-15T15:00:00Z"),
  });
  const coming = await makeInterview(db(), {
    candidateId: candidate.id,
    startsAt: at("2026-11-30T15:00:00Z"),
  });
  await makeInterview(db(), { candidateId: candidate.id, startsAt: at("2026-12-30T15:00:00Z") });
  const mock = await makeMock(db(), {
    candidateId: candidate.id,
    counselorId: ana.id,
    startsAt: at("2026-11-26T15:00:00Z"),
  });
  return { told, postMortem, note, waiting, coming, mock };
}

test("somebody new finds the first step and nothing else, whatever others have", async () => {
  const { ana, maya, luis } = await people();
  await fill(luis, ana);
  expect(await getHome(viewerOf(maya), now)).toEqual({
    step: "first",
    openActions: { open: [], justEnded: [] },
    why: "first",
    next: null,
    rest: null,
    news: null,
    due: null,
    untold: null,
    missed: null,
    draft: null,
    coming: null,
    silent: [],
    waiting: [],
    session: null,
    offer: null,
    notes: [],
  });
});

test("what waits, what comes next, and the note until it was opened", async () => {
  const { ana, maya } = await people();
  const { told, waiting, coming, mock, note } = await fill(maya, ana);
  const cancelled = { cancelledAt: dateOf(now), cancelledById: maya.id, cancelReason: "ill" } as const;
  await makeMock(
    db(),
    { candidateId: maya.id, counselorId: ana.id, startsAt: at("2026-11-24T15:00:00Z") },
    cancelled,
  );
  const home = await getHome(viewerOf(maya), now);
  expect(home).toMatchObject({
    step: "read",
    untold: { id: waiting.id },
    coming: { id: coming.id },
    draft: null,
    session: { href: `/practice/mocks/${mock.id}`, what: "mock interview with Ana" },
  });
  expect(home.waiting.map(({ id }) => id)).toEqual([waiting.id]);
  expect(home.notes).toMatchObject([{ id: note.id, author: "Ana", interviewId: told.id }]);
  await db().look.create({ data: { id: newId(), viewerId: ana.id, subjectId: note.id, at: dateOf(now) } });
  expect((await getHome(viewerOf(maya), now)).notes).toHaveLength(1);
  await db().look.create({ data: { id: newId(), viewerId: maya.id, subjectId: note.id, at: dateOf(now) } });
  expect(await getHome(viewerOf(maya), now)).toMatchObject({ step: "catchUp", notes: [] });
});

test("an interview that was withdrawn is none to prepare", async () => {
  const { maya } = await people();
  const startsAt = now.add({ hours: 20 });
  const withdrawn = { outcome: "withdrawn", outcomeAt: dateOf(now) } as const;
  await makeInterview(db(), { candidateId: maya.id, startsAt, interview: withdrawn });
  expect((await getHome(viewerOf(maya), now)).coming).toBeNull();
});

test("two weeks without news are asked about apart from what waits, until it was said", async () => {
  const { maya } = await people();
  const long = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-05T15:00:00Z") });
  const short = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T15:00:00Z") });
  const ids = async () => {
    const { silent, waiting } = await getHome(viewerOf(maya), now);
    return { silent: silent.map(({ id }) => id), waiting: waiting.map(({ id }) => id) };
  };
  expect(await ids()).toEqual({ silent: [long.id], waiting: [short.id] });
  await db().interview.update({ where: { id: long.id }, data: { notHeardAt: dateOf(now) } });
  expect(await ids()).toEqual({ silent: [], waiting: [short.id, long.id] });
});

test("what a counselor entered on a call says so", async () => {
  const { ana, maya } = await people();
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T15:00:00Z") });
  await makePostMortem(db(), interview, now, { enteredById: ana.id, handedOverAt: dateOf(now) });
  expect(await getHome(viewerOf(maya), now)).toMatchObject({ step: "finish", draft: { enteredBy: "Ana" } });
});

/** An open action of this post-mortem that its candidate does, due on that day of November. */
function makeAction(postMortem: { id: string; candidateId: string }, day: number, facts = {}) {
  const { id: postMortemId, candidateId } = postMortem;
  return db().planAction.create({
    data: {
      id: newId(),
      postMortemId,
      candidateId,
      ownerId: candidateId,
      side: "candidate",
      position: 1,
      causes: ["NERVES"],
      kind: "skill",
      effort: "draft",
      text: `Of the ${day}th`,
      dueOn: dateOf(at(`2026-11-${day}T00:00:00Z`)),
      madeAt: dateOf(at("2026-11-10T12:00:00Z")),
      madeById: candidateId,
      ...facts,
    },
  });
}

const opinionOf = (side: "candidate" | "counselor", postMortemId: string, authorId: string) =>
  db().opinion.create({
    data: {
      id: newId(),
      postMortemId,
      authorId,
      side,
      primary: "NERVES",
      contributing: [],
      chosenAt: dateOf(now),
    },
  });

test("an action that is due is the next step: one's own, open, and nothing of the counselor's before both have chosen", async () => {
  const { ana, maya, luis } = await people();
  const { postMortem, note } = await fill(maya, ana);
  await db().look.create({ data: { id: newId(), viewerId: maya.id, subjectId: note.id, at: dateOf(now) } });
  const ended = { endedAt: dateOf(now), endedById: maya.id, endedAs: "done" };
  await makeAction(postMortem, 19, { side: "counselor", madeById: ana.id });
  await makeAction(postMortem, 20, ended);
  await makeAction(postMortem, 18, { ownerId: ana.id });
  await makeAction(postMortem, 21);
  const home = await getHome(viewerOf(maya), now);
  expect(home).toMatchObject({
    step: "do",
    why: "do_overdue",
    next: "catchUp",
    due: { text: "Of the 21th" },
  });
  await opinionOf("candidate", postMortem.id, maya.id);
  expect((await getHome(viewerOf(maya), now)).due?.text).toBe("Of the 21th");
  await opinionOf("counselor", postMortem.id, ana.id);
  expect((await getHome(viewerOf(maya), now)).due?.text).toBe("Of the 19th");
  expect((await getHome(viewerOf(luis), now)).due).toBeNull();
});

test("what was enough for that day is no draft to finish, and the rest comes with its morning", async () => {
  const { maya } = await people();
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-22T15:00:00Z") });
  const enough = { enoughAt: dateOf(at("2026-11-22T23:00:00Z")), mood: "very_low" } as const;
  await makePostMortem(db(), interview, at("2026-11-22T22:50:00Z"), enough);
  // 09:00 in New York.
  const morning = at("2026-11-23T14:00:00Z");
  const before = await getHome(viewerOf(maya), morning.subtract({ minutes: 1 }));
  expect(before).toMatchObject({ step: "practise", draft: null, rest: null, untold: null });
  expect(await getHome(viewerOf(maya), morning)).toMatchObject({ step: "rest", rest: { id: interview.id } });
});

test("an answer after the post-mortem is the next step until it was told what it changes", async () => {
  const { maya } = await people();
  const outcomeAt = dateOf(at("2026-11-22T15:00:00Z"));
  const interview = await makeInterview(db(), {
    candidateId: maya.id,
    startsAt: at("2026-11-20T15:00:00Z"),
    interview: { outcome: "rejected", outcomeAt },
  });
  const finishedAt = dateOf(at("2026-11-20T18:00:00Z"));
  const postMortem = await makePostMortem(db(), interview, at("2026-11-20T17:00:00Z"), { finishedAt });
  expect(await getHome(viewerOf(maya), now)).toMatchObject({ step: "news", news: { id: interview.id } });
  const told = { newsMood: "low", newsAt: dateOf(now) } as const;
  await db().postMortem.update({ where: { id: postMortem.id }, data: told });
  expect(await getHome(viewerOf(maya), now)).toMatchObject({ step: "practise", news: null });
});

test("six statements, whatever there is, beside the agency, which the page knows already", async () => {
  const { ana, maya } = await people();
  const { postMortem } = await fill(maya, ana);
  await makeAction(postMortem, 21);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await getHome(viewerOf(maya), now);
  expect(statements).toBe(7);
});
