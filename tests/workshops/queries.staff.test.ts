import { expect, test } from "vitest";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { findSession } from "#lib/accounts/queries.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { getTaxonomy } from "#lib/causes/queries.ts";
import { newId } from "#lib/infra/hash.ts";
import { getNewWorkshop, getSessionToChange, getWorkshopToChange } from "#lib/workshops/queries/forms.ts";
import { getRoster } from "#lib/workshops/queries/roster.ts";
import { listSessions } from "#lib/workshops/queries/staff.ts";
import { getWorkshop } from "#lib/workshops/queries/workshop.ts";
import { makePerson, makeSession } from "../../prisma/seed/factories.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import { stageAdmin } from "./drafted.ts";
import { db, early, hoursBefore, startsAt } from "./staged.ts";

const all = { search: "", after: null, all: false, now: early };

test("candidates get nothing of what staff read, and counselors no form that only admins use", async () => {
  const { ana, session, people } = await stageAdmin(1);
  const maya = people[0];
  if (!maya) throw new Error("somebody");
  for (const viewer of [viewerOf(maya)]) {
    expect(await listSessions(viewer, { filter: "coming", after: null, now: early })).toBeNull();
    expect(await getWorkshop(viewer, session.workshopId, early)).toBeNull();
    expect(await getRoster(viewer, session.id, all)).toBeNull();
  }
  for (const viewer of [viewerOf(maya), viewerOf(ana)]) {
    expect(await getNewWorkshop(viewer, null, early)).toBeNull();
    expect(await getWorkshopToChange(viewer, session.workshopId)).toBeNull();
    expect(await getSessionToChange(viewer, session.id, early)).toBeNull();
  }
  expect(await getRoster(viewerOf(ana), session.id, all)).toMatchObject({ mayEdit: false });
  expect(await getRoster(viewerOf(ana), newId(), all)).toBeNull();
});

test("a copy begins with everything of the last session, a whole number of weeks later", async () => {
  const { admin, session } = await stageAdmin(0, { opensAt: dateOf(startsAt.subtract({ hours: 240 })) });
  const form = await getNewWorkshop(viewerOf(admin), session.workshopId, startsAt.add({ hours: 24 * 15 }));
  expect(form?.session).toMatchObject({
    date: "2026-12-31",
    startTime: "15:00",
    endTime: "16:30",
    endDate: "",
    timeZone: "America/New_York",
    capacity: "10",
    opensDate: "2026-12-21",
    opensTime: "15:00",
  });
  expect(form?.shared).toMatchObject({ causes: ["NO_EXAMPLES"], isOpen: "candidates" });
  expect(form?.causes.map(({ code }) => code)).not.toContain("OUTSIDE");
});

test("the roster is by name whatever somebody is, searched by a part of it, and holds no address", async () => {
  const { ana, session, people } = await stageAdmin(3);
  const names = ["Zoë Ames", "anna berg", "Ben Cole"];
  for (const [at, { id }] of people.entries()) {
    await db().person.update({ where: { id }, data: { name: names[at] ?? "" } });
    await makeSeat(db(), { sessionId: session.id, personId: id, at: early });
  }
  await db().seat.create({
    data: {
      id: newId(),
      sessionId: session.id,
      walkInName: "Ann % Walker",
      source: "walk_in",
      takenAt: dateOf(early),
      placedById: ana.id,
    },
  });
  const named = async (search: string) =>
    (await getRoster(viewerOf(ana), session.id, { ...all, search }))?.seats.map(({ name }) => name);
  expect(await named("")).toEqual(["Ann % Walker", "anna berg", "Ben Cole", "Zoë Ames"]);
  expect(await named("ANN")).toEqual(["Ann % Walker", "anna berg"]);
  expect(await named("%")).toEqual(["Ann % Walker"]);
  expect(await named("nobody")).toEqual([]);
  const roster = JSON.stringify(await getRoster(viewerOf(ana), session.id, all));
  for (const { email } of people) expect(roster).not.toContain(email);
});

test("pages of the roster follow each other without a gap, and a print holds all", async () => {
  const { ana, session } = await stageAdmin(0, { capacity: 300 });
  const rows = Array.from({ length: 250 }, (_, at) => ({
    id: newId(),
    sessionId: session.id,
    walkInName: `Guest ${at % 125}`,
    source: "walk_in" as const,
    takenAt: dateOf(early),
    placedById: ana.id,
  }));
  await db().seat.createMany({ data: rows });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof getRoster>> = await getRoster(viewerOf(ana), session.id, {
      ...all,
      after,
    });
    seen.push(...(page?.seats.map(({ id }) => id) ?? []));
    after = page?.next ?? null;
  } while (after);
  expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  const print = await getRoster(viewerOf(ana), session.id, { ...all, all: true });
  expect([print?.seats.length, print?.next]).toEqual([250, null]);
});

test("list and roster take at most six statements with session and agency, at 200 sessions and 5,000 seats", async () => {
  const { admin, session } = await stageAdmin(0, { capacity: 5000 });
  const { token } = await makeSession(db(), admin.id, early);
  await getTaxonomy(1);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  const count = async () => {
    const counts: number[] = [];
    for (const page of [
      () => listSessions(viewerOf(admin), { filter: "coming", after: null, now: early }),
      () => getWorkshop(viewerOf(admin), session.workshopId, early),
      () => getRoster(viewerOf(admin), session.id, { ...all, search: "guest" }),
    ]) {
      statements = 0;
      await Promise.all([findSession(token, early), getAgency(), page()]);
      counts.push(statements);
    }
    return counts;
  };
  const few = await count();
  const seat = {
    sessionId: session.id,
    source: "walk_in" as const,
    takenAt: dateOf(early),
    placedById: admin.id,
  };
  await db().workshopSession.createMany({
    data: Array.from({ length: 200 }, (_, at) => ({
      ...session,
      id: newId(),
      startsAt: dateOf(startsAt.add({ hours: at })),
      endsAt: dateOf(startsAt.add({ hours: at + 1 })),
    })),
  });
  // The counter of a session is one row: each seat of one statement leaves a version of it behind.
  for (let from = 0; from < 5000; from += 250)
    await db().seat.createMany({
      data: Array.from({ length: 250 }, (_, at) => ({
        ...seat,
        id: newId(),
        walkInName: `Guest ${from + at}`,
      })),
    });
  expect(await count()).toEqual(few);
  for (const number of few) expect(number).toBeLessThanOrEqual(6);
  const listed = await listSessions(viewerOf(admin), { filter: "coming", after: null, now: early });
  expect(listed?.sessions).toHaveLength(50);
  expect(listed?.sessions.find(({ id }) => id === session.id)?.fill).toEqual({
    taken: 5000,
    held: 0,
    capacity: 5000,
    waiting: 0,
  });
}, 60_000);

test("each state of a session has its place in the list", async () => {
  const { ana, session } = await stageAdmin(2);
  const admin = await makePerson(db(), { role: "admin" });
  const about = { createdById: ana.id, startsAt };
  const cancelledAt = dateOf(early);
  const cancelled = await makeWorkshopSession(db(), about, {
    cancelledAt,
    cancelledById: ana.id,
    cancelledWhy: "Ill",
  });
  const draft = await makeWorkshopSession(db(), about, {}, { publishedAt: null, publishedById: null });
  const over = await makeWorkshopSession(db(), { ...about, startsAt: hoursBefore(300) });
  const ids = async (filter: "coming" | "past" | "drafts" | "cancelled") =>
    (await listSessions(viewerOf(admin), { filter, after: null, now: early }))?.sessions.map(
      ({ id }) => id,
    ) ?? [];
  for (const [filter, mine] of [
    ["coming", session.id],
    ["past", over.id],
    ["drafts", draft.id],
    ["cancelled", cancelled.id],
  ] as const) {
    const listed = await ids(filter);
    expect(
      [session.id, over.id, draft.id, cancelled.id].filter((id) => listed.includes(id)),
      filter,
    ).toEqual([mine]);
  }
});

test("who is told when all of it is cancelled: those of the sessions that have not started", async () => {
  const { admin, session, people } = await stageAdmin(2);
  for (const { id } of people) await makeSeat(db(), { sessionId: session.id, personId: id, at: early });
  const told = async (now: Temporal.Instant) =>
    (await getWorkshop(viewerOf(admin), session.workshopId, now))?.told;
  expect([await told(early), await told(startsAt)]).toEqual([2, 0]);
});
