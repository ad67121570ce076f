import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { bookMock, cancelMock, moveMock } from "#lib/mocks/commands/booking.ts";
import { makeCandidate, makeCounselor } from "../../prisma/seed/factories.ts";
import { askFor, db, mailsAbout, people, refusal, viewerOf } from "./booked.ts";

const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const tuesday = (hour: number) => Temporal.Instant.from(`2026-12-01T${hour}:00:00Z`);

test(
  "200 candidates take one slot at once: one winner, 199 clear answers",
  { timeout: 180_000 },
  async () => {
    const ana = await makeCounselor(db());
    const candidates = await Promise.all(Array.from({ length: 200 }, () => makeCandidate(db(), ana.id)));
    const asks = candidates.map((candidate) => ({ candidate, ask: askFor(candidate, tuesday(15)) }));
    const book = async ({ candidate, ask }: (typeof asks)[number]) =>
      refusal(await bookMock(viewerOf(candidate), ask, now));
    let answers = await Promise.all(asks.map(book));
    // On a machine that is short of breath some hear "busy, try again", and do, with the same form.
    while (answers.includes("busy")) {
      answers = await Promise.all(
        answers.map((answer, index) => (answer === "busy" ? book(asks[index]!) : Promise.resolve(answer))),
      );
    }
    expect(countBy(answers)).toEqual({ ok: 1, taken: 199 });
    expect(await db().mock.count({ where: { counselorId: ana.id } })).toBe(1);
    expect(await db().mail.count({ where: { recipientId: ana.id } })).toBe(1);
    expect(
      await db().event.count({
        where: { kind: "mock.booked", actorId: { in: candidates.map(({ id }) => id) } },
      }),
    ).toBe(1);
  },
);

test("one candidate in many tabs gets two sessions, not more, and never two at one time", async () => {
  const { maya } = await people();
  const hours = [14, 15, 16, 17, 18, 19, 14, 15, 16, 17, 18, 19];
  const answers = await Promise.all(
    hours.map(async (hour) => refusal(await bookMock(viewerOf(maya), askFor(maya, tuesday(hour)), now))),
  );
  expect(answers.filter((answer) => answer === "ok")).toHaveLength(2);
  expect(
    answers.filter((answer) => answer !== "ok" && answer !== "limit_reached" && answer !== "taken"),
  ).toEqual([]);
});

test("a day fills up to its maximum under a crowd, not beyond", async () => {
  const ana = await makeCounselor(db());
  const candidates = await Promise.all(Array.from({ length: 12 }, () => makeCandidate(db(), ana.id)));
  await Promise.all(
    candidates.map((each, index) => bookMock(viewerOf(each), askFor(each, tuesday(14 + (index % 6))), now)),
  );
  expect(await db().mock.count({ where: { counselorId: ana.id } })).toBe(4);
});

test("both people of a booking act at once, across each other: no deadlock, one session at the time", async () => {
  const [one, other] = [await people(), await people()];
  const acts = [one, other].flatMap(({ ana, maya }) =>
    Array.from({ length: 10 }, (_, index) =>
      bookMock(viewerOf(index % 2 === 0 ? ana : maya), askFor(maya, tuesday(15)), now),
    ),
  );
  const answers = (await Promise.all(acts)).map(refusal);
  expect(countBy(answers)).toEqual({ ok: 2, taken: 18 });
});

test("two sessions that swap their times at once: each stays whole, nobody is in two places", async () => {
  const ana = await makeCounselor(db());
  const [maya, noor] = [await makeCandidate(db(), ana.id), await makeCandidate(db(), ana.id)];
  const asks = [askFor(maya, tuesday(15)), askFor(noor, tuesday(17))] as const;
  for (const [index, ask] of asks.entries())
    expect((await bookMock(viewerOf(index === 0 ? maya : noor), ask, now)).ok).toBe(true);
  const answers = await Promise.all([
    moveMock(viewerOf(maya), { key: newId(), mock: asks[0].key, version: 0, startsAt: tuesday(17) }, now),
    moveMock(viewerOf(noor), { key: newId(), mock: asks[1].key, version: 0, startsAt: tuesday(15) }, now),
  ]);
  expect(answers.map(refusal)).toEqual(["taken", "taken"]);
});

test("moved by one and cancelled by the other at once: one of them has an effect, the other hears of it", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { ana, maya } = await people();
    const ask = askFor(maya, tuesday(15));
    expect((await bookMock(viewerOf(maya), ask, now)).ok).toBe(true);
    const answers = await Promise.all([
      moveMock(viewerOf(maya), { key: newId(), mock: ask.key, version: 0, startsAt: tuesday(16) }, now),
      cancelMock(viewerOf(ana), { key: newId(), mock: ask.key, version: 0, reason: "counselor_away" }, now),
    ]);
    const heard = answers.map(refusal);
    expect([
      ["ok", "changed"],
      ["cancelled", "ok"],
    ]).toContainEqual(heard);
    const row = await db().mock.findUniqueOrThrow({ where: { id: ask.key } });
    expect([row.version, row.cancelledAt !== null]).toEqual([1, heard[1] === "ok"]);
    expect(Object.keys(await mailsAbout(ask.key)).toSorted()).toEqual(
      ["mock.booked", heard[0] === "ok" ? "mock.moved" : "mock.cancelled"].toSorted(),
    );
  }
});

test("the law behind the lock gives the same answer", async () => {
  const { ana, maya } = await people();
  const ask = askFor(maya, tuesday(15));
  expect((await bookMock(viewerOf(maya), ask, now)).ok).toBe(true);
  const row = await db().mock.findUniqueOrThrow({ where: { id: ask.key } });
  const noor = await makeCandidate(db(), ana.id);
  await expect(db().mock.create({ data: { ...row, id: newId(), candidateId: noor.id } })).rejects.toThrow();
  const ben = await makeCounselor(db());
  await expect(db().mock.create({ data: { ...row, id: newId(), counselorId: ben.id } })).rejects.toThrow();
});

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
