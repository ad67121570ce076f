import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, isAfter } from "#lib/core/time.ts";
import { instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { ok } from "#lib/core/result.ts";
import { transact } from "#lib/infra/transact.ts";
import { changeCapacity } from "#lib/workshops/commands/capacity.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { placeSomebody } from "#lib/workshops/commands/placing.ts";
import { phaseOf } from "#lib/workshops/rules/phases.ts";
import { settleQueues } from "#lib/workshops/sweeps.ts";
import { refusal, viewerOf } from "../mocks/booked.ts";
import type { Person } from "../mocks/booked.ts";
import { answer, db, giveBack, hoursBefore, leave, stageSession, startsAt, take } from "./staged.ts";

type Stage = Awaited<ReturnType<typeof stageSession>>;

const who = fc.nat(119);
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant("take" as const), who }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("giveBack" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("leave" as const), who }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("yes" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("no" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("place" as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("capacity" as const), seats: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant("time" as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Of those of whom something can be asked, so that few acts are empty. */
async function somebody(stage: Stage, one: { does: string; who: number }): Promise<Person> {
  const where = { sessionId: stage.session.id };
  const rows =
    one.does === "giveBack"
      ? await db().seat.findMany({ where: { ...where, givenBackAt: null }, orderBy: { takenAt: "asc" } })
      : one.does === "yes" || one.does === "no"
        ? await db().seatOffer.findMany({ where: { ...where, endedAt: null }, orderBy: { offeredAt: "asc" } })
        : one.does === "leave"
          ? await db().waitlistEntry.findMany({
              where: { ...where, endedAt: null },
              orderBy: { position: "asc" },
            })
          : [];
  const id = rows[one.who % Math.max(1, rows.length)]?.personId;
  return stage.people.find((person) => person.id === id) ?? stage.people[one.who]!;
}

async function perform(stage: Stage, one: Act, now: Temporal.Instant): Promise<string> {
  const { session, ana } = stage;
  if (one.does === "time") {
    const first = await settleQueues(now);
    expect(first.failed).toBe(0);
    expect(await settleQueues(now)).toEqual({ done: 0, skipped: 0, failed: 0 });
    return "ok";
  }
  if (one.does === "capacity") {
    const spec = { once: newId(), request: one, did: "session.changed", subject: session.id } as const;
    const changed = await transact(viewerOf(ana), spec, async (tx, event) => {
      const locked = await lockSession(tx, session.id);
      const change = { session: locked!, capacity: one.seats, choice: "latest_wait" as const, byId: ana.id };
      const made = await changeCapacity(tx, event, change, now);
      return made.ok ? ok({ id: session.id }) : made;
    });
    return refusal(changed);
  }
  const person = await somebody(stage, one);
  if (one.does === "place") {
    const input = { key: newId(), session: session.id, candidate: person.id, reason: "Asked on the phone" };
    return refusal(await placeSomebody(viewerOf(ana), input, now));
  }
  if (one.does === "yes" || one.does === "no") return answer(person, session, one.does, now);
  return { take, giveBack, leave }[one.does](person, session, now);
}

async function look({ session }: Stage) {
  const where = { sessionId: session.id };
  const [row, seats, entries, offers, mails] = await Promise.all([
    db().workshopSession.findUniqueOrThrow({ where: { id: session.id } }),
    db().seat.findMany({ where, orderBy: [{ takenAt: "asc" }, { id: "asc" }] }),
    db().waitlistEntry.findMany({ where, orderBy: { position: "asc" } }),
    db().seatOffer.findMany({ where }),
    db().mail.findMany({
      where: { event: { subjectId: session.id } },
      select: { kind: true, recipientId: true, eventId: true },
    }),
  ]);
  return { row, seats, entries, offers, mails };
}

type Seen = Awaited<ReturnType<typeof look>>;

/** I4 and I5, as the rows of the database have them after every act. */
function expectLaws({ row, seats, entries, offers }: Seen, now: Temporal.Instant) {
  const live = seats.filter(({ givenBackAt }) => givenBackAt === null);
  const waiting = entries.filter(({ endedAt }) => endedAt === null);
  const open = offers.filter(({ endedAt }) => endedAt === null);
  const { capacity } = row;
  expect([row.taken, row.held]).toEqual([live.length, open.length]);
  expect(row.taken + row.held).toBeLessThanOrEqual(capacity ?? 0);
  expect(new Set([...live, ...waiting].map(({ personId }) => personId)).size).toBe(
    live.length + waiting.length,
  );
  const phase = phaseOf(
    { ...row, startsAt, endsAt: instantOf(row.endsAt), opensAt: null, closesAt: null, cancelledAt: null },
    now,
  );
  if (phase !== "open") return;
  const held = new Set(open.map(({ entryId }) => entryId));
  const unoffered = waiting.filter(({ id }) => !held.has(id));
  // No seat is idle while somebody waits for one.
  if (unoffered.length > 0) expect(row.taken + row.held).toBe(capacity);
}

/** Nobody passes who waits without an offer but those whom staff place; and offers go to the first. */
function expectOrder(before: Seen, after: Seen, one: Act, now: Temporal.Instant) {
  if (isAfter(now, hoursBefore(6).subtract({ milliseconds: 1 }))) return;
  const ids = new Set(before.offers.map(({ id }) => id));
  const made = after.offers.filter(({ id, endedAt }) => !ids.has(id) && endedAt === null);
  const held = new Set(after.offers.filter(({ endedAt }) => endedAt === null).map(({ entryId }) => entryId));
  const idle = after.entries.filter(({ id, endedAt }) => endedAt === null && !held.has(id));
  for (const { entryId } of made) {
    const position = after.entries.find(({ id }) => id === entryId)!.position;
    expect(idle.filter((entry) => entry.position < position)).toEqual([]);
  }
  const seated = new Set(before.seats.map(({ id }) => id));
  const fresh = after.seats.filter(({ id, source }) => !seated.has(id) && source === "taken");
  if (fresh.length > 0) expect([one.does, idle]).toEqual(["take", []]);
}

const kindsOf = (seen: Seen, kind: string) => seen.mails.filter((mail) => mail.kind === kind).length;

/** Every change of a row has its mail, and there is none without a change (I6). */
function expectMails(seen: Seen) {
  const { seats, entries, offers } = seen;
  const displaced = kindsOf(seen, "seat.moved_to_waitlist");
  expect(kindsOf(seen, "seat.taken")).toBe(seats.filter(({ source }) => source !== "placed").length);
  expect(kindsOf(seen, "seat.placed")).toBe(seats.filter(({ source }) => source === "placed").length);
  expect(kindsOf(seen, "seat.given_back") + displaced).toBe(
    seats.filter(({ givenBackAt }) => givenBackAt).length,
  );
  expect(kindsOf(seen, "waitlist.joined") + displaced).toBe(entries.length);
  expect(kindsOf(seen, "seat.offered")).toBe(offers.length);
  expect(kindsOf(seen, "seat.offer_expired")).toBe(
    offers.filter(({ endedAs }) => endedAs === "expired").length,
  );
  expect(kindsOf(seen, "waitlist.closed")).toBe(entries.filter(({ endedAs }) => endedAs === "closed").length);
}

test(
  "whatever 120 people, staff and time do: no seat too many, none idle, nobody overtaken, everybody told",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 8 * 60, max: 90 * 60 }),
        fc.array(act, { minLength: 40, maxLength: 60 }),
        async (capacity, ahead, acts) => {
          const stage = await stageSession(120, { capacity });
          let now = startsAt.subtract({ minutes: ahead });
          let before = await look(stage);
          const begun = acts.flatMap((one, at): Act[] => [{ does: "take", who: (at * 7) % 120 }, one]);
          for (const one of begun) {
            if (one.does === "time") now = now.add({ minutes: one.minutes });
            if (compare(now, startsAt) >= 0) now = startsAt;
            await perform(stage, one, now);
            const after = await look(stage);
            expectLaws(after, now);
            expectOrder(before, after, one, now);
            expectMails(after);
            before = after;
          }
        },
      ),
      { numRuns: 3, endOnFailure: true },
    );
  },
);
