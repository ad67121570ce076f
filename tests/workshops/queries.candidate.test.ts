import { expect, test } from "vitest";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { getOffer, getSession, listWorkshops } from "#lib/workshops/queries/candidate.ts";
import {
  makeCandidate,
  makeInterview,
  makeMock,
  makePerson,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { makeSeat, makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { payloadOf } from "../support/payload.ts";
import { db, early, full, giveBack, hoursBefore, stageSession, startsAt, take } from "./staged.ts";

/** Two interviews in which both opinions settle the same cause. */
async function settleCause(maya: Person, ana: Person, primary: "NO_EXAMPLES") {
  for (const days of [3, 9]) {
    const at = early.subtract({ hours: 24 * days });
    const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at });
    const facts = { finishedAt: dateOf(at.add({ hours: 2 })), sharing: "my_counselor" as const };
    const { id: postMortemId } = await makePostMortem(db(), interview, at, facts);
    const chosenAt = dateOf(at.add({ hours: 3 }));
    for (const [side, authorId] of [
      ["candidate", maya.id],
      ["counselor", ana.id],
    ] as const)
      await db().opinion.create({ data: { id: newId(), postMortemId, authorId, side, primary, chosenAt } });
  }
}

test("what helps with an active cause comes first, with why; own ones before all; drafts, past ones and others' cancelled ones are not there", async () => {
  const { ana, session, people } = await stageSession(1, {}, { causes: ["NO_EXAMPLES"] });
  const [maya] = people;
  await settleCause(maya!, ana, "NO_EXAMPLES");
  const make = (days: number, facts = {}, workshop = {}) =>
    makeWorkshopSession(
      db(),
      { createdById: ana.id, startsAt: startsAt.add({ hours: 24 * days }) },
      facts,
      workshop,
    );
  const fair = await make(1, {}, { causes: [], kind: "job_fair" });
  const own = await make(3, {}, { causes: [] });
  await makeSeat(db(), { sessionId: own.id, personId: maya!.id, at: early });
  const elsewhere = await make(
    2,
    { capacity: null },
    { causes: [], elsewhereLink: "https://example.org/join" },
  );
  await make(1, {}, { publishedAt: null, publishedById: null });
  await make(-30);
  await make(1, { cancelledAt: dateOf(early), cancelledById: ana.id });
  const list = await listWorkshops(viewerOf(maya!), early);
  const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id);
  expect([ids(list.yours), ids(list.forYou), ids(list.others)]).toEqual([
    [own.id],
    [session.id],
    [fair.id, elsewhere.id],
  ]);
  expect(list.forYou[0]).toMatchObject({
    helps: expect.stringMatching(/^Helps with: .+, which came up in two of your last three$/) as string,
    text: "10 seats left",
    atVenue: null,
  });
  expect(list.others[1]).toMatchObject({ text: "Held elsewhere", link: "https://example.org/join" });
  // To somebody whose cause it is not it is one of all.
  const noor = await makeCandidate(db(), ana.id, { timeZone: "Asia/Kathmandu" });
  const hers = await listWorkshops(viewerOf(noor), early);
  expect(hers.forYou).toEqual([]);
  expect(hers.others.find(({ id }) => id === session.id)?.atVenue).toBe(
    "Thursday 10 December, 15:00, New York, GMT-5",
  );
});

test("place and materials only with a seat; nobody else's name, and no seat of theirs, in anything that is shown", async () => {
  const { session, people, a, c, ana } = await full();
  await db().person.update({ where: { id: c.id }, data: { name: "Canary Waiting" } });
  await db().person.update({ where: { id: people[1]!.id }, data: { name: "Canary Seated" } });
  const mine = await getSession(viewerOf(a), session.id, early);
  expect(mine).toMatchObject({
    state: "seat",
    private: {
      place: { text: "12 Harbour Street, second floor", link: null },
      materials: [{ label: "Worksheet", url: "https://example.org/stories" }],
    },
  });
  const outside = await makeCandidate(db(), ana.id);
  const theirs = await getSession(viewerOf(outside), session.id, early);
  expect(theirs).toMatchObject({ state: "full", text: "full, 3 waiting", private: null });
  expect(payloadOf(theirs)).not.toContain("Harbour Street");
  expect(payloadOf(theirs)).not.toContain("example.org/stories");
  const all = payloadOf([
    mine,
    theirs,
    await listWorkshops(viewerOf(a), early),
    await listWorkshops(viewerOf(outside), early),
  ]);
  expect(all).not.toContain("Canary");
  for (const { id } of people) expect(all).not.toContain(id);
  await giveBack(a, session);
  expect(await getSession(viewerOf(a), session.id, early)).toMatchObject({ private: null });
});

test("what has started is listed for those with a seat alone", async () => {
  const { session, a, e } = await full();
  const during = startsAt.add({ minutes: 1 });
  const listed = async (person: typeof a) => {
    const { yours, forYou, others } = await listWorkshops(viewerOf(person), during);
    return [...yours, ...forYou, ...others].some(({ id }) => id === session.id);
  };
  expect([await listed(a), await listed(e)]).toEqual([true, false]);
});

test("where one stands in the queue, and an offer that is theirs alone", async () => {
  const { session, a, c, d, e } = await full();
  expect(await getSession(viewerOf(e), session.id, early)).toMatchObject({
    text: "On the waitlist, 2 people before you",
  });
  await giveBack(a, session);
  const offer = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id } });
  expect(await getOffer(viewerOf(c), offer.id, early)).toMatchObject({
    isOpen: true,
    session: { state: "offer", offer: { until: expect.stringContaining("21:00") as string, isLast: false } },
  });
  expect(await getOffer(viewerOf(d), offer.id, early)).toBe(null);
  expect(await getOffer(viewerOf(c), newId(), early)).toBe(null);
  expect(await getOffer(viewerOf(c), offer.id, early.add({ hours: 24 }))).toMatchObject({
    isOpen: false,
    endedAs: "expired",
  });
  const draft = await makeWorkshopSession(
    db(),
    { createdById: d.counselorId!, startsAt },
    {},
    { publishedAt: null, publishedById: null },
  );
  expect(await getSession(viewerOf(d), draft.id, early)).toBe(null);
});

test("what else is at that time is said, own things only", async () => {
  const { ana, session, people } = await stageSession(2);
  const [maya, noor] = people;
  const other = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt: hoursBefore(1) },
    {},
    { title: "CV clinic" },
  );
  await take(maya!, other);
  await makeMock(db(), {
    candidateId: maya!.id,
    counselorId: ana.id,
    startsAt: startsAt.add({ minutes: 80 }),
  });
  await makeMock(db(), {
    candidateId: noor!.id,
    counselorId: ana.id,
    startsAt: startsAt.subtract({ minutes: 20 }),
  });
  await makeMock(db(), { candidateId: maya!.id, counselorId: ana.id, startsAt: startsAt.add({ hours: 9 }) });
  expect((await getSession(viewerOf(maya!), session.id, early))?.overlaps).toEqual([
    "a mock interview",
    "CV clinic",
  ]);
});

test("four statements for the list, whatever there is: 200 sessions, full of people and queues", async () => {
  const { ana, people } = await stageSession(1);
  const [maya] = people;
  const crowd = [maya!];
  for (let at = 0; at < 4; at += 1)
    crowd.push(await makePerson(db(), { role: "candidate", counselorId: ana.id }));
  for (let at = 0; at < 200; at += 1) {
    const session = await makeWorkshopSession(
      db(),
      { createdById: ana.id, startsAt: startsAt.add({ hours: at }) },
      { capacity: 1 },
    );
    const [first, ...others] = at % 2 === 0 ? crowd : crowd.toReversed();
    await db().seat.create({
      data: {
        id: newId(),
        sessionId: session.id,
        personId: first!.id,
        source: "taken",
        takenAt: dateOf(early),
      },
    });
    await db().waitlistEntry.createMany({
      data: others.map(({ id: personId }, position) => ({
        id: newId(),
        sessionId: session.id,
        personId,
        position,
        joinedAt: dateOf(early),
      })),
    });
  }
  await listWorkshops(viewerOf(maya!), early);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  const list = await listWorkshops(viewerOf(maya!), early);
  // With session and viewer of the request it stays within six.
  expect(statements).toBeLessThanOrEqual(4);
  expect(list.yours.length + list.forYou.length + list.others.length).toBe(200);
});
