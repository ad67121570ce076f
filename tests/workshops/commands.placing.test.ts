import { expect, test } from "vitest";
import { ok } from "#lib/core/result.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";
import { changeCapacity } from "#lib/workshops/commands/capacity.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { placeSomebody } from "#lib/workshops/commands/placing.ts";
import type { CapacityChoice } from "#lib/workshops/rules/seats.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";
import { refusal, stranger, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import {
  db,
  early,
  giveBack,
  hoursBefore,
  mailsTo,
  stageSession,
  standing,
  startsAt,
  take,
} from "./staged.ts";

async function place(by: Person, person: { id: string }, session: { id: string }, now = early) {
  const input = { key: newId(), session: session.id, candidate: person.id, reason: "Asked on the phone" };
  return refusal(await placeSomebody(viewerOf(by), input, now));
}

async function setCapacity(
  by: Person,
  session: { id: string },
  capacity: number,
  choice: CapacityChoice | null = null,
  now = early,
) {
  const spec = { once: newId(), request: capacity, did: "session.changed", subject: session.id } as const;
  return refusal(
    await transact(viewerOf(by), spec, async (tx, event) => {
      const locked = await lockSession(tx, session.id);
      const change = { session: locked!, capacity, choice, byId: by.id };
      const made = await changeCapacity(tx, event, change, now);
      return made.ok ? ok({ id: session.id }) : made;
    }),
  );
}

test("a counselor places their own candidate in a free seat, with a reason; a mail tells them", async () => {
  const { ana, session, people } = await stageSession(1);
  const [maya] = people;
  expect(await place(ana, maya!, session)).toBe("ok");
  const seat = await db().seat.findFirstOrThrow({ where: { sessionId: session.id } });
  expect(seat).toMatchObject({
    personId: maya!.id,
    source: "placed",
    placedById: ana.id,
    placedReason: "Asked on the phone",
  });
  expect(await mailsTo(maya!, session)).toEqual(["seat.placed"]);
  expect(await place(ana, maya!, session)).toBe("has_seat");
});

test("signed out, a candidate, another's candidate, somebody whose access ended: not found; an admin places anybody", async () => {
  const { ana, session, people } = await stageSession(2);
  const [maya, noor] = people;
  const ben = await makeCounselor(db());
  const gone = await makeCandidate(db(), ana.id, { deactivatedAt: dateOf(early), deactivatedById: ana.id });
  const input = { key: newId(), session: session.id, candidate: maya!.id, reason: "Why" };
  expect(refusal(await placeSomebody(stranger(), input, early))).toBe("signed_out");
  expect(await place(noor!, maya!, session)).toBe("not_found");
  expect(await place(ben, maya!, session)).toBe("not_found");
  expect(await place(ana, gone, session)).toBe("not_found");
  expect(await place(ana, maya!, { id: newId() })).toBe("not_found");
  expect(await place(await makePerson(db(), { role: "admin" }), maya!, session)).toBe("ok");
});

test("placing may pass the queue, in the seat that was offered last, whose person keeps their place; never the capacity", async () => {
  const { ana, session, people } = await stageSession(6, { capacity: 2 });
  for (const person of people.slice(0, 5)) await take(person, session);
  expect(await place(ana, people[5]!, session)).toBe("full");
  await giveBack(people[0]!, session);
  await giveBack(people[1]!, session);
  expect(await standing(session, people)).toMatchObject({ offered: [2, 3], waiting: [2, 3, 4] });
  expect(await place(ana, people[5]!, session)).toBe("ok");
  expect(await standing(session, people)).toEqual({
    seats: [5],
    offered: [2],
    waiting: [2, 3, 4],
    counts: [2, 1, 1],
  });
  expect((await mailsTo(people[3]!, session)).toSorted()).toEqual([
    "seat.offer_withdrawn",
    "seat.offered",
    "waitlist.joined",
  ]);
  // Whose own offer is open is placed in it.
  expect(await place(ana, people[2]!, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [2, 5], offered: [], waiting: [3, 4] });
  expect(await place(ana, people[4]!, session)).toBe("full");
  expect(await place(ana, people[4]!, session, startsAt)).toBe("started");
});

test("two places for one last seat at once: one of them is placed", async () => {
  const { ana, session, people } = await stageSession(6, { capacity: 1 });
  const answers = await Promise.all(people.map((person) => place(ana, person, session)));
  expect(answers.toSorted()).toEqual(["full", "full", "full", "full", "full", "ok"]);
});

test("more seats go to the queue at once, each to the next", async () => {
  const { ana, session, people } = await stageSession(5, { capacity: 1 });
  for (const person of people) await take(person, session);
  expect(await setCapacity(ana, session, 3)).toBe("ok");
  expect(await standing(session, people)).toEqual({
    seats: [0],
    waiting: [1, 2, 3, 4],
    offered: [1, 2],
    counts: [3, 1, 2],
  });
  for (const at of [1, 2]) expect(await mailsTo(people[at]!, session)).toContain("seat.offered");
});

test("more seats in the last six hours: every waiting person is told", async () => {
  const { ana, session, people } = await stageSession(4, { capacity: 1 });
  for (const person of people) await take(person, session);
  expect(await setCapacity(ana, session, 2, null, hoursBefore(3))).toBe("ok");
  expect(await standing(session, people)).toMatchObject({
    waiting: [1, 2, 3],
    offered: [],
    counts: [2, 1, 0],
  });
  for (const person of people.slice(1)) expect(await mailsTo(person, session)).toContain("seat.free");
});

test("fewer seats ask what to do; then offers go first, and the last comers wait at the front, in their order", async () => {
  const { ana, session, people } = await stageSession(8, { capacity: 5 });
  for (const [at, person] of people.entries()) await take(person, session, early.add({ minutes: at }));
  await giveBack(people[0]!, session, early.add({ minutes: 9 }));
  expect(await standing(session, people)).toMatchObject({
    seats: [1, 2, 3, 4],
    offered: [5],
    waiting: [5, 6, 7],
  });
  const later = early.add({ minutes: 10 });
  expect(await setCapacity(ana, session, 2, null, later)).toBe("seats_taken");
  expect(await setCapacity(ana, session, 0, "latest_wait", later)).toBe("capacity_range");
  expect(await standing(session, people)).toMatchObject({ counts: [5, 4, 1] });
  expect(await setCapacity(ana, session, 2, "latest_wait", later)).toBe("ok");
  expect(await standing(session, people)).toEqual({
    seats: [1, 2],
    waiting: [3, 4, 5, 6, 7],
    offered: [],
    counts: [2, 2, 0],
  });
  for (const at of [3, 4])
    expect(await mailsTo(people[at]!, session)).toEqual(["seat.taken", "seat.moved_to_waitlist"]);
  expect(await mailsTo(people[5]!, session)).toContain("seat.offer_withdrawn");
  // The first seat that is free again is theirs before all others'.
  await giveBack(people[1]!, session, early.add({ minutes: 11 }));
  expect(await standing(session, people)).toMatchObject({ offered: [3] });
  const calendar = await db().seat.findMany({ where: { sessionId: session.id, personId: people[3]!.id } });
  expect(calendar.map(({ givenBackById }) => givenBackById)).toEqual([ana.id]);
});

test("once the queue is closed nobody can be asked to wait", async () => {
  const { ana, session, people } = await stageSession(3, { capacity: 3 });
  for (const person of people) await take(person, session);
  expect(await setCapacity(ana, session, 2, "latest_wait", hoursBefore(0.5))).toBe("queue_closed");
  expect(await standing(session, people)).toMatchObject({ seats: [0, 1, 2], counts: [3, 3, 0] });
});
