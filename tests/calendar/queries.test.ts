import { expect, test } from "vitest";
import { getFeedEvents } from "#lib/calendar/queries.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makeCounselor, makeInterview, makeMock } from "../../prisma/seed/factories.ts";

const inHours = (hours: number) => now().add({ hours }).round("minute");

async function stage() {
  const ana = await makeCounselor(db(), { name: "Ana Torres" });
  const [maya, noor] = [
    await makeCandidate(db(), ana.id, { name: "Maya Chen" }),
    await makeCandidate(db(), ana.id, { name: "Noor Haddad" }),
  ];
  return { ana, maya, noor };
}

/** A session of a published workshop with a live seat of each of these people. */
async function workshopSession(creator: string, people: readonly string[], hours: number) {
  const [workshopId, id, at] = [newId(), newId(), dateOf(now())];
  const published = { createdAt: at, createdById: creator, publishedAt: at, publishedById: creator };
  await db().workshop.create({
    data: {
      id: workshopId,
      kind: "workshop",
      title: "Telling stories",
      about: "",
      materials: "",
      ...published,
    },
  });
  const times = {
    startsAt: dateOf(inHours(hours)),
    endsAt: dateOf(inHours(hours + 2)),
    timeZone: "Europe/London",
  };
  const where = { area: "Online", place: "https://meet.example/secret", facilitator: "Ana", capacity: 20 };
  await db().workshopSession.create({ data: { id, workshopId, ...times, ...where } });
  for (const personId of people)
    await db().seat.create({ data: { id: newId(), sessionId: id, personId, source: "taken", takenAt: at } });
  return id;
}

const feed = (person: { id: string; role: Role }) =>
  getFeedEvents(person, { host: "portal.example", now: now() });
const uids = async (person: Parameters<typeof feed>[0]) =>
  (await feed(person)).events.map(({ uid }) => uid).toSorted();

test("a candidate's feed: live sessions, seats, own interviews, under the UIDs of the invitations", async () => {
  const { ana, maya, noor } = await stage();
  const mock = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(24) });
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(50) });
  await makeInterview(db(), { candidateId: noor.id, startsAt: inHours(51) });
  const session = await workshopSession(ana.id, [maya.id, noor.id], 70);
  await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(-24 * 40) });
  const mine = [
    `${mock.id}@portal.example`,
    `${interview.id}@portal.example`,
    `${session}.${maya.id}@portal.example`,
  ];
  expect(await uids(maya)).toEqual(mine.toSorted());
  const { events } = await feed(maya);
  expect(events.find(({ uid }) => uid.startsWith(mock.id))?.summary).toBe("Mock interview with Ana Torres");
  expect(JSON.stringify(events)).not.toContain("Noor");
  expect(await uids(ana)).toEqual([`${mock.id}@portal.example`]);
});

test("what was cancelled, given back or withdrawn is in no feed; what moved has a higher SEQUENCE", async () => {
  const { ana, maya } = await stage();
  const mock = await makeMock(db(), { candidateId: maya.id, counselorId: ana.id, startsAt: inHours(24) });
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: inHours(50) });
  const session = await workshopSession(ana.id, [maya.id], 70);
  const startsAt = dateOf(inHours(71));
  await db().workshopSession.update({
    where: { id: session },
    data: { startsAt, version: { increment: 1 } },
  });
  expect((await feed(maya)).events.find(({ uid }) => uid.startsWith(session))?.sequence).toBe(1);
  const cancelled = { cancelledAt: dateOf(now()), cancelledById: maya.id, cancelReason: "ill" } as const;
  await db().mock.update({ where: { id: mock.id }, data: { ...cancelled, version: { increment: 1 } } });
  await db().interview.update({ where: { id: interview.id }, data: { outcome: "withdrawn" } });
  await db().seat.updateMany({
    where: { sessionId: session },
    data: { givenBackAt: dateOf(now()), givenBackById: maya.id },
  });
  expect(await uids(maya)).toEqual([]);
});
