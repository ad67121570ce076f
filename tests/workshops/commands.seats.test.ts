import { beforeEach, expect, test } from "vitest";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { acceptOffer, declineOffer } from "#lib/workshops/commands/offers.ts";
import { giveBackSeat, leaveWaitlist, takeSeat } from "#lib/workshops/commands/seats.ts";
import { settleQueues } from "#lib/workshops/sweeps.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { refusal, stranger, viewerOf } from "../mocks/booked.ts";
import {
  answer,
  db,
  early,
  full,
  giveBack,
  hoursBefore,
  leave,
  mailsTo,
  stageSession,
  standing,
  startsAt,
  take,
} from "./staged.ts";

/** The sweep looks at every session of the database: those of earlier tests are no business of this one. */
beforeEach(async () => {
  const admin = await makePerson(db(), { role: "admin" });
  await db().workshopSession.updateMany({
    where: { cancelledAt: null },
    data: { cancelledAt: dateOf(early), cancelledById: admin.id, version: { increment: 1 } },
  });
});

test("a tap takes a seat, or a place at the end of the queue, and each has one mail that says so", async () => {
  const { session, people, a, c } = await full();
  expect(await standing(session, people)).toEqual({
    seats: [0, 1],
    waiting: [2, 3, 4],
    offered: [],
    counts: [2, 2, 0],
  });
  expect(await mailsTo(a, session)).toEqual(["seat.taken"]);
  expect(await mailsTo(c, session)).toEqual(["waitlist.joined"]);
  // Once more, from another tab: they have it already, and are told nothing new.
  expect(await take(a, session)).toBe("ok");
  expect(await take(c, session)).toBe("ok");
  expect([await mailsTo(a, session), await mailsTo(c, session)].flat()).toEqual([
    "seat.taken",
    "waitlist.joined",
  ]);
});

test("the same form sent twice has one effect", async () => {
  const { session, people } = await stageSession(1);
  const input = { key: newId(), session: session.id };
  const viewer = viewerOf(people[0]!);
  const answers = await Promise.all(Array.from({ length: 5 }, () => takeSeat(viewer, input, early)));
  expect(new Set(answers.map(refusal))).toEqual(new Set(["ok"]));
  expect(await db().seat.count({ where: { sessionId: session.id } })).toBe(1);
});

test("what is given back goes to the first; yes seats them, no sends it on, and both leave the queue", async () => {
  const { session, people, a, b, c, d } = await full();
  expect(await giveBack(a, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1], offered: [2], counts: [2, 1, 1] });
  const offer = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id } });
  // Twelve hours, none of them at night: from nine in the morning until nine in the evening.
  expect(String(instantOf(offer.expiresAt))).toBe("2026-12-03T02:00:00Z");
  expect(await answer(c, session, "no")).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1], waiting: [3, 4], offered: [3] });
  expect(await answer(d, session, "yes")).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1, 3], waiting: [4], offered: [] });
  expect(await mailsTo(a, session)).toEqual(["seat.taken", "seat.given_back"]);
  expect(await mailsTo(c, session)).toEqual(["waitlist.joined", "seat.offered"]);
  expect(await mailsTo(d, session)).toEqual(["waitlist.joined", "seat.offered", "seat.taken"]);
  expect(await mailsTo(b, session)).toEqual(["seat.taken"]);
});

test("an offer answered twice, late, or by another person is told what became of it", async () => {
  const { session, a, c, d } = await full();
  await giveBack(a, session);
  const { id: offer, expiresAt } = await db().seatOffer.findFirstOrThrow({
    where: { sessionId: session.id },
  });
  const input = () => ({ key: newId(), session: session.id, offer });
  expect(refusal(await acceptOffer(viewerOf(d), input(), early))).toBe("not_found");
  const late = instantOf(expiresAt);
  expect(refusal(await acceptOffer(viewerOf(c), input(), late))).toBe("offer_late");
  expect(refusal(await declineOffer(viewerOf(c), input(), late))).toBe("offer_late");
  expect(await answer(c, session, "yes", late.subtract({ milliseconds: 1 }))).toBe("ok");
  expect(await answer(c, session, "yes")).toBe("offer_accepted");
  expect(await answer(c, session, "no")).toBe("offer_accepted");
});

test("a tap on the session itself takes the seat that is held", async () => {
  const { session, people, a, c } = await full();
  await giveBack(a, session);
  expect(await take(c, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1, 2], offered: [] });
  expect(await db().seat.count({ where: { sessionId: session.id, source: "offered" } })).toBe(1);
});

test("an offer that runs out sends its person to the end once, then out, and the next is asked at once", async () => {
  const { session, people, a, c, d, e } = await full();
  await giveBack(a, session);
  const until = async () => {
    const open = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id, endedAt: null } });
    return instantOf(open.expiresAt);
  };
  expect(await settleQueues((await until()).subtract({ milliseconds: 1 }))).toMatchObject({ done: 0 });
  let now = await until();
  expect(await settleQueues(now)).toEqual({ done: 1, skipped: 0, failed: 0 });
  expect(await settleQueues(now)).toEqual({ done: 0, skipped: 0, failed: 0 });
  expect(await standing(session, people)).toMatchObject({ waiting: [3, 4, 2], offered: [3] });
  for (const _ of [d, e]) {
    now = await until();
    await settleQueues(now);
  }
  expect(await standing(session, people)).toMatchObject({ waiting: [2, 3, 4], offered: [2] });
  await settleQueues(await until());
  expect(await standing(session, people)).toMatchObject({ waiting: [3, 4], offered: [3] });
  expect((await mailsTo(c, session)).toSorted()).toEqual([
    "seat.offer_expired",
    "seat.offer_expired",
    "seat.offered",
    "seat.offered",
    "waitlist.joined",
  ]);
  // Out is not for ever: joining again is the end of the queue.
  expect(await take(c, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ waiting: [3, 4, 2] });
});

test("six hours before the start offers end, all are told, and the first tap has it; one hour before nobody waits", async () => {
  const { session, people, a, b, c, d, e } = await full();
  await giveBack(a, session, hoursBefore(7));
  expect(await standing(session, people)).toMatchObject({ offered: [2] });
  expect(await settleQueues(hoursBefore(6))).toMatchObject({ done: 1 });
  // Nobody lost a place by that, and each was told once.
  expect(await standing(session, people)).toMatchObject({
    waiting: [2, 3, 4],
    offered: [],
    counts: [2, 1, 0],
  });
  for (const person of [c, d, e]) expect((await mailsTo(person, session)).at(-1)).toBe("seat.free");
  expect(await answer(c, session, "yes", hoursBefore(5))).toBe("offer_withdrawn");
  expect(await take(e, session, hoursBefore(5))).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [1, 4], waiting: [2, 3] });
  expect(await settleQueues(hoursBefore(1))).toMatchObject({ done: 1 });
  expect(await standing(session, people)).toMatchObject({ seats: [1, 4], waiting: [] });
  expect((await mailsTo(d, session)).at(-1)).toBe("waitlist.closed");
  expect(await take(d, session, hoursBefore(1))).toBe("queue_closed");
  expect(await giveBack(b, session, hoursBefore(0.5))).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ seats: [4], waiting: [], offered: [] });
  expect(await giveBack(e, session, startsAt)).toBe("started");
});

test("leaving the waitlist gives a held seat to the next; who does not wait hears it", async () => {
  const { session, people, a, c, d } = await full();
  expect(await leave(d, session)).toBe("ok");
  expect(await leave(d, session)).toBe("not_waiting");
  await giveBack(a, session);
  expect(await leave(c, session)).toBe("ok");
  expect(await standing(session, people)).toMatchObject({ waiting: [4], offered: [4] });
  expect(await leave(a, session)).toBe("not_found");
  expect(await giveBack(a, session)).toBe("no_seat");
  expect(await giveBack(c, session)).toBe("not_found");
});

test("signed out, staff, and what is not published: not found, nothing changes", async () => {
  const { session, ana, people } = await stageSession(1);
  const draft = await makeWorkshopSession(
    db(),
    { createdById: ana.id, startsAt },
    {},
    { publishedAt: null, publishedById: null },
  );
  const input = (id = session.id) => ({ key: newId(), session: id });
  for (const command of [takeSeat, giveBackSeat, leaveWaitlist]) {
    expect(refusal(await command(stranger(), input(), early))).toBe("signed_out");
    expect(refusal(await command(viewerOf(ana), input(), early))).toBe("not_found");
    expect(refusal(await command(viewerOf(people[0]!), input(draft.id), early))).toBe("not_found");
    expect(refusal(await command(viewerOf(people[0]!), input(newId()), early))).toBe("not_found");
  }
  for (const command of [acceptOffer, declineOffer]) {
    const offer = { ...input(), offer: newId() };
    expect(refusal(await command(stranger(), { ...offer, key: newId() }, early))).toBe("signed_out");
    expect(refusal(await command(viewerOf(ana), { ...offer, key: newId() }, early))).toBe("not_found");
    expect(refusal(await command(viewerOf(people[0]!), { ...offer, key: newId() }, early))).toBe("not_found");
  }
  expect(await db().seat.count({ where: { sessionId: { in: [session.id, draft.id] } } })).toBe(0);
});
