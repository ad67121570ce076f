import { expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { letIn, markAttendance } from "#lib/workshops/commands/roster.ts";
import type { Mark } from "#lib/workshops/rules/roster.ts";
import {
  makeCandidate,
  makeCounselor,
  makeInterview,
  makePlanAction,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { makeSeat } from "../../prisma/seed/workshop-factories.ts";
import { refusal, stranger, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { db, early, hoursBefore, stageSession } from "./staged.ts";

const atTheDoor = hoursBefore(0.5);
const seatRow = (id: string) => db().seat.findUniqueOrThrow({ where: { id } });

async function staged(seats: number, facts = {}) {
  const scene = await stageSession(seats, facts);
  const rows = [];
  for (const { id: personId } of scene.people)
    rows.push(await makeSeat(db(), { sessionId: scene.session.id, personId, at: early }));
  return { ...scene, seats: rows };
}
const mark = (actor: Person, seat: string, was: Mark, attendance: Mark, now = atTheDoor) =>
  markAttendance(viewerOf(actor), { key: newId(), seat, was, attendance }, now);
const enter = (actor: Person, session: string, who: { candidate?: string; name?: string }, now = atTheDoor) =>
  letIn(
    viewerOf(actor),
    { key: newId(), session, candidate: who.candidate ?? null, name: who.name ?? null },
    now,
  );

/** What somebody is to do by coming to a workshop, for NO_EXAMPLES. */
async function toDo({ id: candidateId }: Person, facts = {}) {
  const at = early.subtract({ hours: 48 });
  const interview = await makeInterview(db(), { candidateId, startsAt: at });
  const postMortem = await makePostMortem(db(), interview, at, { finishedAt: dateOf(at) });
  return makePlanAction(db(), postMortem, at, {
    code: "workshop_stories",
    causes: ["NO_EXAMPLES"],
    ...facts,
  });
}
const action = (id: string) => db().planAction.findUniqueOrThrow({ where: { id } });

test("one tap marks somebody, by whoever of the agency, with who and when; another undoes it; nobody is mailed", async () => {
  const { ana, seats } = await staged(1);
  const other = await makeCounselor(db());
  const id = seats[0]?.id ?? "";
  expect(refusal(await mark(other, id, "none", "attended"))).toBe("ok");
  expect(await seatRow(id)).toMatchObject({
    attendance: "attended",
    attendanceById: other.id,
    attendanceAt: dateOf(atTheDoor),
  });
  expect(refusal(await mark(ana, id, "attended", "none"))).toBe("ok");
  expect(await seatRow(id)).toMatchObject({ attendance: null, attendanceById: null, attendanceAt: null });
  expect(await db().mail.count({ where: { event: { subjectId: id } } })).toBe(0);
});

test("two at once lose nothing: the same tap is one, another is refused, and taps on two people do not wait", async () => {
  const { ana, seats } = await staged(8);
  const ben = await makeCounselor(db());
  const taps = seats.flatMap(({ id }) => [
    mark(ana, id, "none", "attended"),
    mark(ben, id, "none", "attended"),
  ]);
  expect((await Promise.all(taps)).map(refusal)).toEqual(taps.map(() => "ok"));
  expect(
    await db().seat.count({ where: { id: { in: seats.map(({ id }) => id) }, attendance: "attended" } }),
  ).toBe(8);
  const id = seats[0]?.id ?? "";
  expect(refusal(await mark(ben, id, "none", "absent"))).toBe("marked_meanwhile");
  expect(await seatRow(id)).toMatchObject({ attendance: "attended" });
});

test("candidates, strangers and whoever is too early mark nobody; a seat that is not there is not there", async () => {
  const { ana, people, seats } = await staged(1);
  const id = seats[0]?.id ?? "";
  const maya = people[0];
  if (!maya) throw new Error("somebody");
  const input = { seat: id, was: "none", attendance: "attended" } as const;
  expect(refusal(await mark(maya, id, "none", "attended"))).toBe("not_found");
  expect(refusal(await markAttendance(stranger(), { key: newId(), ...input }, atTheDoor))).toBe("signed_out");
  expect(refusal(await mark(ana, newId(), "none", "attended"))).toBe("not_found");
  expect(refusal(await mark(ana, id, "none", "attended", early))).toBe("too_early");
  expect(await seatRow(id)).toMatchObject({ attendance: null });
});

test("attending does what was planned by it, for its cause alone; undoing opens exactly that again", async () => {
  const { ana, people, seats } = await staged(1);
  const maya = people[0];
  const id = seats[0]?.id ?? "";
  if (!maya) throw new Error("somebody");
  const planned = await toDo(maya);
  const others = [
    await toDo(maya, { causes: ["PITCH"] }),
    await toDo(maya, { code: "two_stories" }),
    await toDo(maya, { ownerId: ana.id }),
  ];
  const doneBefore = await toDo(maya, { endedAs: "done", endedAt: dateOf(early), endedById: maya.id });
  await mark(ana, id, "none", "attended");
  expect(await action(planned.id)).toMatchObject({ endedAs: "done", endedById: ana.id, version: 1 });
  for (const other of others) expect(await action(other.id)).toMatchObject({ endedAs: null, version: 0 });
  await mark(ana, id, "attended", "absent");
  expect(await action(planned.id)).toMatchObject({ endedAs: null, endedById: null, version: 2 });
  expect(await action(doneBefore.id)).toMatchObject({ endedAs: "done", version: 0 });
});

test("somebody at the door gets a seat and is marked: a candidate, whoever's, or a name, once, within the seats", async () => {
  const { ana, session, people } = await staged(1, { capacity: 3 });
  const other = await makeCounselor(db());
  const nia = await makeCandidate(db(), other.id);
  const planned = await toDo(nia);
  expect(refusal(await enter(ana, session.id, { candidate: nia.id }))).toBe("ok");
  const row = await db().seat.findFirstOrThrow({ where: { sessionId: session.id, personId: nia.id } });
  expect(row).toMatchObject({ source: "walk_in", placedById: ana.id, attendance: "attended" });
  expect(await action(planned.id)).toMatchObject({ endedAs: "done" });
  expect(refusal(await enter(ana, session.id, { candidate: nia.id }))).toBe("has_seat");
  expect(refusal(await enter(ana, session.id, { candidate: people[0]?.id ?? "" }))).toBe("has_seat");
  expect(refusal(await enter(ana, session.id, {}))).toBe("name_needed");
  expect(refusal(await enter(ana, session.id, { name: "Sam" }))).toBe("ok");
  expect(refusal(await enter(ana, session.id, { name: "Ida" }))).toBe("full");
  expect(await db().workshopSession.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
    taken: 3,
  });
  expect(await db().mail.count({ where: { event: { subjectId: session.id } } })).toBe(0);
});

test("nobody is let in before the last hour, by a candidate, or to what is cancelled or not published", async () => {
  const { ana, session, people } = await staged(1);
  const draft = await stageSession(0, {}, { publishedAt: null, publishedById: null });
  const maya = people[0];
  if (!maya) throw new Error("somebody");
  const sam = { name: "Sam" };
  expect(refusal(await enter(ana, session.id, sam, hoursBefore(2)))).toBe("too_early");
  expect(refusal(await enter(maya, session.id, sam))).toBe("not_found");
  expect(refusal(await enter(ana, draft.session.id, sam))).toBe("not_found");
  expect(refusal(await enter(ana, newId(), sam))).toBe("not_found");
  expect(refusal(await enter(ana, session.id, { candidate: ana.id }))).toBe("not_found");
  const asked = { key: newId(), session: session.id, candidate: null, name: "Sam" };
  expect(refusal(await letIn(stranger(), asked, atTheDoor))).toBe("signed_out");
});

test("ten at the door at once for three seats: three come in, and the counter is right", async () => {
  const { ana, session } = await staged(0, { capacity: 3 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => enter(ana, session.id, { name: `Guest ${at}` })),
  );
  expect(answers.map(refusal).toSorted()).toEqual([...Array<string>(7).fill("full"), "ok", "ok", "ok"]);
  expect(await db().workshopSession.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
    taken: 3,
  });
});
