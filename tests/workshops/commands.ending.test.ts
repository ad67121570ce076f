import { expect, test } from "vitest";
import { ok } from "#lib/core/result.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { giveBackAllSeats } from "#lib/workshops/commands/capacity.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { endSeatsOfCancelled } from "#lib/workshops/commands/queue.ts";
import { settleQueues } from "#lib/workshops/sweeps.ts";
import { makeWorkshopSession } from "../../prisma/seed/workshop-factories.ts";
import { viewerOf } from "../mocks/booked.ts";
import {
  answer,
  db,
  early,
  full,
  giveBack,
  mailsTo,
  stageSession,
  standing,
  startsAt,
  take,
} from "./staged.ts";

test("a cancelled session ends waits and offers for good, and leaves the seats as they were", async () => {
  const { session, people, ana, a, b, c } = await full();
  await giveBack(a, session);
  const spec = { once: newId(), request: {}, did: "session.cancelled", subject: session.id } as const;
  let told: Awaited<ReturnType<typeof endSeatsOfCancelled>> | undefined;
  await transact(viewerOf(ana), spec, async (tx) => {
    const locked = await lockSession(tx, session.id);
    told = await endSeatsOfCancelled(tx, locked!, early);
    const cancelled = { cancelledAt: dateOf(early), cancelledById: ana.id };
    await tx.workshopSession.update({
      where: { id: session.id },
      data: { ...cancelled, version: { increment: 1 } },
    });
    return ok({ id: session.id });
  });
  expect(told).toEqual({ seated: [b.id], waiting: people.slice(2).map(({ id }) => id) });
  expect(await standing(session, people)).toMatchObject({
    seats: [1],
    waiting: [],
    offered: [],
    counts: [2, 1, 0],
  });
  expect(await answer(c, session, "yes")).toBe("cancelled");
  expect(await take(c, session)).toBe("cancelled");
  expect(await giveBack(b, session)).toBe("cancelled");
  expect(await settleQueues(startsAt)).toEqual({ done: 0, skipped: 0, failed: 0 });
});

test("whose access ends gives everything to come back, and in each session the next is asked", async () => {
  const one = await full();
  const other = await makeWorkshopSession(db(), { createdById: one.ana.id, startsAt }, { capacity: 1 });
  const over = await makeWorkshopSession(db(), {
    createdById: one.ana.id,
    startsAt: early.subtract({ hours: 9 }),
  });
  await take(one.a, other);
  await take(one.c, other);
  await take(one.a, over, early.subtract({ hours: 99 }));
  const spec = { once: newId(), request: {}, did: "person.deactivated", subject: one.a.id } as const;
  await transact(nobody, spec, async (tx, event) => {
    await giveBackAllSeats(tx, event, one.a.id, early);
    return ok({ id: one.a.id });
  });
  expect(await standing(one.session, one.people)).toMatchObject({ seats: [1], offered: [2] });
  expect(await standing(other, one.people)).toMatchObject({ seats: [], offered: [2] });
  expect(await standing(over, one.people)).toMatchObject({ seats: [0] });
  expect(await mailsTo(one.c, one.session)).toContain("seat.offered");
  expect(await mailsTo(one.c, other)).toContain("seat.offered");
});

test("whose access ends at the moment of the tap gets no seat", async () => {
  const { session, people, ana } = await stageSession(1);
  const [maya] = people;
  if (!maya) throw new Error("nobody");
  let taking: Promise<string> | undefined;
  await db().$transaction(async (tx) => {
    const deactivated = { deactivatedAt: dateOf(early), deactivatedById: ana.id };
    await tx.person.update({ where: { id: maya.id }, data: deactivated });
    taking = take(maya, session);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await taking).toBe("not_found");
  expect(await standing(session, people)).toMatchObject({ seats: [], counts: [10, 0, 0] });
});

test("which hours do not count is the agency's policy, as it holds when the seat is offered", async () => {
  const { session, a } = await full();
  await db().agency.upsert({
    where: { id: 1 },
    create: {
      id: 1,
      name: "Harbour",
      helpLine: "",
      timeZone: "UTC",
      quietFrom: "18:00",
      quietUntil: "09:00",
    },
    update: { quietFrom: "18:00", quietUntil: "09:00" },
  });
  await giveBack(a, session);
  const offer = await db().seatOffer.findFirstOrThrow({ where: { sessionId: session.id } });
  // From nine to six, and three hours of the next morning.
  expect(String(instantOf(offer.expiresAt))).toBe("2026-12-03T17:00:00Z");
});
