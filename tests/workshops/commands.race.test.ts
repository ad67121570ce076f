import { expect, test } from "vitest";
import { answer, db, early, giveBack, hoursBefore, mailsTo, stageSession, standing, take } from "./staged.ts";
import type { Person } from "../mocks/booked.ts";

/** On a machine that is short of breath some hear "busy, try again", and do. */
async function untilAnswered(person: Person, session: { id: string }, now = early): Promise<string> {
  for (;;) {
    const said = await take(person, session, now);
    if (said !== "busy") return said;
  }
}

test(
  "500 people want 20 seats at once: 20 have one, 480 wait in a strict queue, each told once",
  { timeout: 240_000 },
  async () => {
    const { session, people } = await stageSession(500, { capacity: 20 });
    const answers = await Promise.all(people.map((person) => untilAnswered(person, session)));
    expect(new Set(answers)).toEqual(new Set(["ok"]));
    const { seats, waiting, counts } = await standing(session, people);
    expect([seats.length, waiting.length, counts]).toEqual([20, 480, [20, 20, 0]]);
    expect(new Set([...seats, ...waiting]).size).toBe(500);
    const entries = await db().waitlistEntry.findMany({
      where: { sessionId: session.id },
      orderBy: { position: "asc" },
    });
    expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 480 }, (_, at) => at + 1));
    const mails = await db().mail.groupBy({
      by: ["kind"],
      where: { event: { subjectId: session.id } },
      _count: true,
      orderBy: { kind: "asc" },
    });
    expect(mails.map(({ kind, _count }) => [kind, _count])).toEqual([
      ["seat.taken", 20],
      ["waitlist.joined", 480],
    ]);
  },
);

test("everybody gives back and the others ask at once: nobody is lost, and the queue is served in order", async () => {
  const { session, people } = await stageSession(24, { capacity: 6 });
  for (const person of people.slice(0, 12)) expect(await take(person, session)).toBe("ok");
  await Promise.all([
    ...people.slice(0, 6).map((person) => giveBack(person, session)),
    ...people.slice(12).map((person) => untilAnswered(person, session)),
  ]);
  const { seats, waiting, offered, counts } = await standing(session, people);
  expect(seats).toEqual([]);
  expect(offered).toEqual([6, 7, 8, 9, 10, 11]);
  expect(waiting.slice(0, 6)).toEqual([6, 7, 8, 9, 10, 11]);
  expect(waiting).toHaveLength(18);
  expect(counts).toEqual([6, 0, 6]);
});

test("an offer that is answered in many tabs at once, with yes and no, is answered once", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { session, people } = await stageSession(3, { capacity: 1 });
    const [sits, next, last] = people as [Person, Person, Person];
    for (const person of people) await take(person, session);
    await giveBack(sits, session);
    const says = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? "yes" : "no"));
    const answers = await Promise.all(says.map((one) => answer(next, session, one)));
    expect(answers.filter((one) => one === "ok")).toHaveLength(1);
    expect(answers.filter((one) => !["ok", "offer_accepted", "offer_declined"].includes(one))).toEqual([]);
    const { seats, offered } = await standing(session, people);
    expect([seats, offered]).toEqual(answers.includes("offer_accepted") ? [[1], []] : [[], [2]]);
    expect(await mailsTo(last, session)).toEqual(
      answers.includes("offer_accepted") ? ["waitlist.joined"] : ["waitlist.joined", "seat.offered"],
    );
  }
});

test("in the last six hours a free seat goes to one of all who tap at once", async () => {
  const { session, people } = await stageSession(13, { capacity: 1 });
  for (const person of people) await take(person, session);
  const late = hoursBefore(3);
  await giveBack(people[0]!, session, late);
  await Promise.all(people.slice(1).map((person) => untilAnswered(person, session, late)));
  const { seats, waiting, counts } = await standing(session, people);
  expect([seats.length, waiting.length, counts]).toEqual([1, 11, [1, 1, 0]]);
});
