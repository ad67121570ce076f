import { describe, expect, test } from "vitest";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { cancelSession, cancelWorkshop } from "#lib/workshops/commands/cancelling.ts";
import { addSession, changeSession } from "#lib/workshops/commands/sessions.ts";
import { changeWorkshop, createWorkshop, publishWorkshop } from "#lib/workshops/commands/workshops.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { refusal, stranger, viewerOf } from "../mocks/booked.ts";
import {
  addInput,
  changeInput,
  changeWorkshopInput,
  createInput,
  mailsAbout,
  stageAdmin,
} from "./drafted.ts";
import { db, early, standing, startsAt, take } from "./staged.ts";

const why = "The room is being painted.";
const workshopRow = (id: string) => db().workshop.findUniqueOrThrow({ where: { id } });
const sessionRow = (id: string) => db().workshopSession.findUniqueOrThrow({ where: { id } });

test("a workshop is made with its first session, published or as a draft, and nobody is mailed", async () => {
  const { admin } = await stageAdmin(0);
  for (const next of ["publish", "draft"]) {
    const input = createInput({ next });
    expect(await createWorkshop(viewerOf(admin), input, early)).toEqual({
      ok: true,
      value: { id: input.key },
    });
    const row = await db().workshop.findUniqueOrThrow({
      where: { id: input.key },
      include: { sessions: true },
    });
    expect(row).toMatchObject({ createdById: admin.id, publishedById: next === "publish" ? admin.id : null });
    expect(row.sessions).toHaveLength(1);
    expect(row.sessions[0]).toMatchObject({ capacity: 10, timeZone: "America/New_York", version: 0 });
    expect(row.sessions[0]?.startsAt).toEqual(dateOf(startsAt));
    expect(await db().mail.count({ where: { event: { subjectId: input.key } } })).toBe(0);
  }
});

test("one that is held elsewhere has a link and no seats", async () => {
  const { admin } = await stageAdmin(0);
  const input = createInput({
    held: "elsewhere",
    elsewhereLink: "https://fair.example",
    place: "",
    capacity: "40",
  });
  expect(refusal(await createWorkshop(viewerOf(admin), input, early))).toBe("ok");
  const [session] = await db().workshopSession.findMany({ where: { workshopId: input.key } });
  expect(session).toMatchObject({ capacity: null });
  expect(await workshopRow(input.key)).toMatchObject({ elsewhereLink: "https://fair.example" });
});

describe("whoever is no admin is told nothing, and changes nothing", () => {
  test("by every command", async () => {
    const { ana, session, people } = await stageAdmin(1);
    const [maya] = people;
    const draft = await makeWorkshopSession(
      db(),
      { createdById: ana.id, startsAt },
      {},
      { publishedAt: null, publishedById: null },
    );
    const actors = [viewerOf(ana), ...(maya ? [viewerOf(maya)] : []), stranger()];
    for (const actor of actors) {
      const expected = actor.personId === ana.id || actor.personId === maya?.id ? "not_found" : "signed_out";
      const answers = [
        await createWorkshop(actor, createInput(), early),
        await changeWorkshop(actor, changeWorkshopInput(session.workshopId, { title: "Mine" }), early),
        await publishWorkshop(actor, { key: newId(), workshop: draft.workshopId }, early),
        await cancelWorkshop(actor, { key: newId(), workshop: session.workshopId, why }, early),
        await addSession(actor, addInput(session.workshopId), early),
        await changeSession(actor, changeInput(session, { place: "Elsewhere" }), early),
        await cancelSession(actor, { key: newId(), session: session.id, why }, early),
      ];
      expect(answers.map(refusal)).toEqual(answers.map(() => expected));
    }
    expect(await workshopRow(session.workshopId)).toMatchObject({ version: 0, cancelledAt: null });
    expect(await sessionRow(session.id)).toMatchObject({ version: 0, cancelledAt: null });
    expect(await workshopRow(draft.workshopId)).toMatchObject({ publishedAt: null });
  });

  test("and an admin hears of what is not there that it is not there", async () => {
    const { admin } = await stageAdmin(0);
    const actor = viewerOf(admin);
    const [workshop, session] = [newId(), newId()];
    const answers = [
      await changeWorkshop(actor, changeWorkshopInput(workshop), early),
      await publishWorkshop(actor, { key: newId(), workshop }, early),
      await cancelWorkshop(actor, { key: newId(), workshop, why }, early),
      await addSession(actor, addInput(workshop), early),
      await changeSession(actor, changeInput({ id: session, version: 0 }), early),
      await cancelSession(actor, { key: newId(), session, why }, early),
    ];
    expect(answers.map(refusal)).toEqual(answers.map(() => "not_found"));
  });
});

test("a draft is published once, while a session of it lies ahead", async () => {
  const { admin } = await stageAdmin(0);
  const input = createInput({ next: "draft" });
  await createWorkshop(viewerOf(admin), input, early);
  const publish = (now: Temporal.Instant) =>
    publishWorkshop(viewerOf(admin), { key: newId(), workshop: input.key }, now);
  expect(refusal(await publish(startsAt))).toBe("nothing_to_come");
  expect(refusal(await publish(early))).toBe("ok");
  expect(refusal(await publish(early))).toBe("already_published");
});

test("those with a seat are told of another place and those who wait are not; of another time both are", async () => {
  const { admin, session, people } = await stageAdmin(3, { capacity: 2 });
  for (const person of people) await take(person, session);
  const change = (facts: Record<string, unknown>, version: number) =>
    changeSession(
      viewerOf(admin),
      changeInput({ id: session.id, version }, { capacity: "2", ...facts }),
      early,
    );
  expect(refusal(await change({ place: "Room 9" }, 0))).toBe("ok");
  expect((await mailsAbout(session.id, people))["workshop.changed"]).toEqual([0, 1]);
  expect(refusal(await change({ place: "Room 9", startTime: "14:30" }, 1))).toBe("ok");
  expect((await mailsAbout(session.id, people))["workshop.changed"]).toEqual([0, 0, 1, 1, 2]);
  const rows = await db().sessionChange.findMany({
    where: { sessionId: session.id },
    orderBy: { at: "asc" },
  });
  expect(rows.map(({ field, before, after }) => ({ field, before, after }))).toEqual([
    { field: "place", before: "12 Harbour Street, second floor", after: "Room 9" },
    {
      field: "time",
      before: "2026-12-10T20:00:00Z/2026-12-10T21:30:00Z",
      after: "2026-12-10T19:30:00Z/2026-12-10T21:30:00Z",
    },
  ]);
  expect(await sessionRow(session.id)).toMatchObject({ version: 2 });
});

test("nobody is mailed where nothing changed that they see, nor of a draft", async () => {
  const { admin, session, people } = await stageAdmin(1);
  for (const person of people) await take(person, session);
  const quiet = { opensDate: "2026-12-01", opensTime: "09:00", capacity: "12" };
  expect(refusal(await changeSession(viewerOf(admin), changeInput(session, quiet), early))).toBe("ok");
  const about = changeWorkshopInput(session.workshopId, { about: "Another text.", materials: "" });
  expect(refusal(await changeWorkshop(viewerOf(admin), about, early))).toBe("ok");
  expect((await mailsAbout(session.id, people))["workshop.changed"]).toBeUndefined();
  expect(await db().sessionChange.count({ where: { sessionId: session.id } })).toBe(0);
});

test("a new title is told for each session that is not over, each an entry of its own with a higher version", async () => {
  const { admin, ana, session, people } = await stageAdmin(2);
  const { workshopId } = session;
  const second = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: startsAt.add({ hours: 24 * 7 }) },
    { workshopId },
  );
  const over = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: early.subtract({ hours: 48 }) },
    { workshopId },
  );
  const [maya, noor] = people;
  if (!maya || !noor) throw new Error("two people");
  for (const each of [session, second]) await take(maya, each);
  await makeSeat(db(), { sessionId: over.id, personId: noor.id, at: early });
  const input = changeWorkshopInput(workshopId, { title: "Three stories" });
  expect(refusal(await changeWorkshop(viewerOf(admin), input, early))).toBe("ok");
  for (const each of [session, second]) {
    expect((await mailsAbout(each.id, people))["workshop.changed"]).toEqual([0]);
    expect(await sessionRow(each.id)).toMatchObject({ version: 1 });
  }
  expect(await mailsAbout(over.id, people)).toEqual({});
  expect(refusal(await changeWorkshop(viewerOf(admin), { ...input, key: newId() }, early))).toBe("stale");
});

test("of two admins who change one session at once, one is refused and changes nothing", async () => {
  const { admin, session } = await stageAdmin(0);
  const changes = ["Room 3", "Room 4", "Room 5"].map((place) => changeInput(session, { place }));
  const answers = await Promise.all(changes.map((input) => changeSession(viewerOf(admin), input, early)));
  expect(answers.map(refusal).toSorted()).toEqual(["ok", "stale", "stale"]);
  expect(await sessionRow(session.id)).toMatchObject({ version: 1 });
});

test("a session that started, that is cancelled, or in a time that is over is not changed", async () => {
  const { admin, session } = await stageAdmin(0);
  const actor = viewerOf(admin);
  expect(refusal(await changeSession(actor, changeInput(session), startsAt))).toBe("started");
  const past = changeInput(session, { date: "2026-12-01" });
  expect(refusal(await changeSession(actor, past, early))).toBe("past");
  await cancelSession(actor, { key: newId(), session: session.id, why }, early);
  expect(refusal(await changeSession(actor, changeInput({ ...session, version: 1 }), early))).toBe(
    "cancelled",
  );
});

test("fewer seats than are taken asks first; then the last comers wait at the front, and all are told", async () => {
  const { admin, session, people } = await stageAdmin(3, { capacity: 2 });
  for (const [at, person] of people.entries()) await take(person, session, early.subtract({ hours: 3 - at }));
  const fewer = (tooMany: string) =>
    changeSession(viewerOf(admin), changeInput(session, { capacity: "1", tooMany }), early);
  expect(refusal(await fewer(""))).toBe("seats_taken");
  expect(await sessionRow(session.id)).toMatchObject({ capacity: 2, version: 0 });
  expect(refusal(await fewer("latest_wait"))).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [0], waiting: [1, 2], counts: [1, 1, 0] });
  expect((await mailsAbout(session.id, people))["seat.moved_to_waitlist"]).toEqual([1]);
});

test("a session is added after the fact; of a published workshop it is open at once", async () => {
  const { admin, session, people } = await stageAdmin(1);
  const input = addInput(session.workshopId, { date: "2026-12-17" });
  expect(await addSession(viewerOf(admin), input, early)).toEqual({ ok: true, value: { id: input.key } });
  const [maya] = people;
  expect(maya && (await take(maya, { id: input.key }))).toBe("ok");
});
