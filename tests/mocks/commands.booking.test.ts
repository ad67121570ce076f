import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { bookMock, cancelMock, moveMock } from "#lib/mocks/commands/booking.ts";
import type { CancelMockInput } from "#lib/mocks/schema.ts";
import {
  makeCandidate,
  makeCounselor,
  makeInterview,
  makeMock,
  makePerson,
  makePostMortem,
} from "../../prisma/seed/factories.ts";
import { askFor, db, mailsAbout, people, refusal, stranger, viewerOf } from "./booked.ts";

/** A Monday in New York, 08:00; Ana can be booked from 09:00 to 17:00 on working days. */
const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const at = (text: string) => Temporal.Instant.from(text);
const tuesday10 = at("2026-12-01T15:00:00Z");
const tuesday11 = at("2026-12-01T16:00:00Z");

test("a booked session has its row, its event and one mail for each of the two, and its place as it was then", async () => {
  const { ana, maya } = await people();
  const ask = { ...askFor(maya, tuesday10), focus: "The pause before I answer" };
  expect(await bookMock(viewerOf(maya), ask, now)).toEqual({ ok: true, value: { id: ask.key } });
  const row = await db().mock.findUniqueOrThrow({ where: { id: ask.key } });
  expect(row).toMatchObject({
    candidateId: maya.id,
    counselorId: ana.id,
    kind: "mock",
    focus: ask.focus,
    bookedById: maya.id,
    version: 0,
    bufferAfterMinutes: 10,
  });
  expect([instantOf(row.startsAt), instantOf(row.endsAt)].map(String)).toEqual([
    "2026-12-01T15:00:00Z",
    "2026-12-01T15:45:00Z",
  ]);
  expect(await mailsAbout(ask.key)).toEqual({ "mock.booked": [ana.id, maya.id].toSorted() });
});

test("sent twice with one key has one effect and one mail a person; the same key for another time is refused", async () => {
  const { maya } = await people();
  const ask = askFor(maya, tuesday10);
  const answers = await Promise.all(Array.from({ length: 6 }, () => bookMock(viewerOf(maya), ask, now)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { id: ask.key } })]),
  );
  expect(await db().mock.count({ where: { candidateId: maya.id } })).toBe(1);
  expect((await mailsAbout(ask.key))["mock.booked"]).toHaveLength(2);
  expect(refusal(await bookMock(viewerOf(maya), { ...ask, startsAt: tuesday11 }, now))).toBe("already_saved");
});

test("nobody books for somebody else's candidate, with somebody else's counselor, post-mortem or interview", async () => {
  const { ana, maya } = await people();
  const other = await people();
  const interview = await makeInterview(db(), {
    candidateId: other.maya.id,
    startsAt: at("2026-12-03T15:00:00Z"),
  });
  const postMortem = await makePostMortem(db(), interview, now);
  const mine = askFor(maya, tuesday10);
  const cases: [Viewer, typeof mine, string][] = [
    [viewerOf(other.maya), mine, "not_found"],
    [viewerOf(other.ana), mine, "not_found"],
    [viewerOf(maya), { ...mine, counselor: other.ana.id }, "not_found"],
    [viewerOf(ana), { ...mine, counselor: other.ana.id }, "not_found"],
    [viewerOf(maya), { ...mine, candidate: newId() }, "not_found"],
    [viewerOf(maya), { ...mine, postMortem: postMortem.id }, "not_found"],
    [viewerOf(maya), { ...mine, kind: "prep", interview: interview.id }, "no_interview"],
    [stranger(), mine, "signed_out"],
  ];
  for (const [actor, ask, expected] of cases)
    expect(refusal(await bookMock(actor, { ...ask, key: newId() }, now)), expected).toBe(expected);
  expect(await db().mock.count({ where: { candidateId: { in: [maya.id, other.maya.id] } } })).toBe(0);
});

test("a counselor books inside the notice, a candidate does not; an admin books for anybody with their own counselor", async () => {
  const { ana, maya } = await people();
  const soon = at("2026-11-30T15:00:00Z");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, soon), now))).toBe("too_soon");
  expect((await bookMock(viewerOf(ana), askFor(maya, soon), now)).ok).toBe(true);
  const admin = await makePerson(db(), { role: "admin" });
  const booked = await bookMock(viewerOf(admin), askFor(maya, tuesday10), now);
  expect(booked).toMatchObject({ ok: true });
  expect(await db().mock.count({ where: { counselorId: ana.id, bookedById: admin.id } })).toBe(1);
});

test("what stands in the way has its own answer", async () => {
  const { ana, maya } = await people();
  const book = async (startsAt: Temporal.Instant, rest = {}) =>
    refusal(await bookMock(viewerOf(maya), { ...askFor(maya, startsAt), ...rest }, now));
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-12-02T16:00:00Z") });
  expect(await book(at("2026-12-01T15:07:00Z")), "not a start").toBe("taken");
  expect(await book(at("2026-12-05T15:00:00Z")), "Saturday").toBe("taken");
  expect(await book(at("2027-03-01T15:00:00Z")), "beyond the horizon").toBe("taken");
  expect(await book(at("2026-12-02T16:30:00Z")), "own interview").toBe("taken");
  expect(await book(at("2026-12-02T16:30:00Z"), { kind: "prep", interview: interview.id })).toBe(
    "after_interview",
  );
  expect(
    await book(at("2026-12-02T15:45:00Z"), { kind: "prep", interview: interview.id }),
    "ends five minutes into it",
  ).toBe("after_interview");
  expect(await book(at("2026-12-02T15:30:00Z"), { kind: "prep", interview: interview.id })).toBe("ok");
  expect(await book(tuesday10)).toBe("ok");
  expect(await book(tuesday11)).toBe("limit_reached");
  await db().person.update({ where: { id: ana.id }, data: { deactivatedAt: dateOf(now) } });
  const noor = await makeCandidate(db(), ana.id);
  expect(refusal(await bookMock(viewerOf(noor), askFor(noor, tuesday11), now))).toBe("not_open");
});

test("four a day at most, by the counselor's own date; a session with somebody else blocks the candidate too", async () => {
  const { ana, maya } = await people();
  const ben = await makeCounselor(db());
  for (const hour of [14, 16, 18, 20]) {
    const { id } = await makeCandidate(db(), ana.id);
    await makeMock(db(), { candidateId: id, counselorId: ana.id, startsAt: at(`2026-12-01T${hour}:00:00Z`) });
  }
  await makeMock(db(), { candidateId: maya.id, counselorId: ben.id, startsAt: at("2026-12-02T15:30:00Z") });
  const book = async (startsAt: string) =>
    refusal(await bookMock(viewerOf(maya), askFor(maya, at(startsAt)), now));
  expect(await book("2026-12-01T15:00:00Z")).toBe("taken");
  expect(await book("2026-12-02T15:00:00Z")).toBe("taken");
  expect(await book("2026-12-02T16:15:00Z")).toBe("ok");
});

test("moving keeps the booking, raises its version, tells both; candidates until 12 hours before, staff until it starts", async () => {
  const { ana, maya } = await people();
  const { key: mock } = await booked(maya);
  const move = (actor: Viewer, startsAt: Temporal.Instant, version: number, when = now) =>
    moveMock(actor, { key: newId(), mock, version, startsAt }, when);
  expect(await move(viewerOf(maya), tuesday11, 0)).toEqual({ ok: true, value: { id: mock } });
  const row = await db().mock.findUniqueOrThrow({ where: { id: mock } });
  expect([instantOf(row.startsAt).toString(), row.version]).toEqual(["2026-12-01T16:00:00Z", 1]);
  expect((await mailsAbout(mock))["mock.moved"]).toEqual([ana.id, maya.id].toSorted());
  expect(refusal(await move(viewerOf(maya), tuesday10, 0)), "stale").toBe("changed");
  expect(refusal(await move(viewerOf(maya), tuesday11, 1)), "the same time").toBe("taken");
  const late = at("2026-12-01T04:00:01Z");
  expect(refusal(await move(viewerOf(maya), at("2026-12-02T16:00:00Z"), 1, late))).toBe("late_move");
  expect(refusal(await move(viewerOf(ana), tuesday10, 1, late))).toBe("ok");
  expect(refusal(await move(viewerOf(ana), tuesday11, 2, tuesday10))).toBe("started");
  for (const actor of [viewerOf((await people()).maya), viewerOf(await makeCounselor(db())), stranger()]) {
    expect(["not_found", "signed_out"]).toContain(refusal(await move(actor, at("2026-12-03T16:00:00Z"), 2)));
  }
});

test("cancelling frees the time, keeps the row, says who and why; late ones are marked but for a real interview or illness", async () => {
  const late = at("2026-12-01T05:00:00Z");
  const cases: ["maya" | "ana", CancelMockInput["reason"], Temporal.Instant, boolean | string][] = [
    ["maya", "other_plans", now, false],
    ["maya", "other_plans", at("2026-12-01T03:00:00Z"), false],
    ["maya", "other_plans", late, true],
    ["maya", "not_needed", late, true],
    ["maya", "real_interview", late, false],
    ["maya", "ill", late, false],
    ["maya", "counselor_away", now, "reason_needed"],
    ["ana", "counselor_away", late, false],
    ["ana", "other_plans", late, false],
    ["maya", "ill", tuesday10, "started"],
  ];
  for (const [who, reason, when, expected] of cases) {
    const both = await people();
    const { key: mock } = await booked(both.maya);
    const answer = await cancelMock(viewerOf(both[who]), { key: newId(), mock, version: 0, reason }, when);
    const row = await db().mock.findUniqueOrThrow({ where: { id: mock } });
    if (typeof expected === "string") {
      expect([refusal(answer), row.cancelledAt]).toEqual([expected, null]);
      continue;
    }
    expect(row, `${who} ${reason}`).toMatchObject({
      cancelledById: both[who].id,
      cancelReason: reason,
      cancelledLate: expected,
      version: 1,
    });
    expect((await mailsAbout(mock))["mock.cancelled"]).toEqual([both.ana.id, both.maya.id].toSorted());
    expect(
      refusal(await cancelMock(viewerOf(both.maya), { key: newId(), mock, version: 1, reason: "ill" }, when)),
      "again",
    ).toBe("cancelled");
    expect(
      refusal(
        await moveMock(viewerOf(both.ana), { key: newId(), mock, version: 1, startsAt: tuesday11 }, when),
      ),
    ).toBe("cancelled");
    if (when === now)
      expect((await bookMock(viewerOf(both.maya), askFor(both.maya, tuesday10), now)).ok, "free again").toBe(
        true,
      );
  }
});

test("nobody cancels what is not theirs", async () => {
  const { maya } = await people();
  const { key: mock } = await booked(maya);
  const other = await people();
  for (const actor of [viewerOf(other.maya), viewerOf(other.ana)]) {
    expect(refusal(await cancelMock(actor, { key: newId(), mock, version: 0, reason: "ill" }, now))).toBe(
      "not_found",
    );
  }
  expect(
    refusal(
      await cancelMock(viewerOf(maya), { key: newId(), mock: newId(), version: 0, reason: "ill" }, now),
    ),
  ).toBe("not_found");
  expect(refusal(await cancelMock(stranger(), { key: newId(), mock, version: 0, reason: "ill" }, now))).toBe(
    "signed_out",
  );
});

async function booked(maya: Awaited<ReturnType<typeof people>>["maya"]) {
  const ask = askFor(maya, tuesday10);
  expect(await bookMock(viewerOf(maya), ask, now)).toMatchObject({ ok: true });
  return ask;
}
