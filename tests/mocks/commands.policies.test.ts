import { expect, test } from "vitest";
import { bookMock, cancelMock, moveMock } from "#lib/mocks/commands/booking.ts";
import { getHours } from "#lib/mocks/queries/hours.ts";
import { getMock } from "#lib/mocks/queries/sessions.ts";
import { getSlotsToBook, getSlotsToMove } from "#lib/mocks/queries/slots.ts";
import { mockWordsFor } from "#lib/mocks/words.ts";
import { newId } from "#lib/infra/hash.ts";
import { changePolicies } from "#lib/settings/commands.ts";
import { admin, policyForm } from "../settings/forms.ts";
import { askFor, db, people, refusal, viewerOf } from "./booked.ts";

const at = (text: string) => Temporal.Instant.from(text);
const now = at("2026-11-30T14:00:00Z");
const choice = { kind: "mock", interviewId: null, week: null } as const;

async function set(policies: Record<string, string>): Promise<void> {
  expect(refusal(await changePolicies(await admin(), await policyForm(policies)))).toBe("ok");
}

test("as many sessions as the agency says, on the page and in the command; the sentence says how many", async () => {
  const { ana, maya } = await people();
  await set({ openLimit: "1" });
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-02T15:00:00Z")), now))).toBe("ok");
  const second = askFor(maya, at("2026-12-03T15:00:00Z"));
  expect(refusal(await bookMock(viewerOf(maya), second, now))).toBe("limit_reached");
  expect(refusal(await bookMock(viewerOf(ana), { ...second, key: newId() }, now))).toBe("limit_reached");
  expect(await getSlotsToBook(viewerOf(maya), maya.id, choice, now)).toMatchObject({
    none: "limit_reached",
    openLimit: 1,
    days: [],
  });
  await set({ openLimit: "3" });
  expect(refusal(await bookMock(viewerOf(maya), second, now))).toBe("ok");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-04T15:00:00Z")), now))).toBe("ok");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-07T15:00:00Z")), now))).toBe(
    "limit_reached",
  );
  await set({ openLimit: "2" });
  const said = [1, 2, 10].map((openLimit) => mockWordsFor({ openLimit, freeHours: 12 }).limit_reached);
  expect(said.map((sentence) => sentence.split(" ")[0])).toEqual(["One", "Two", "Ten"]);
});

test("candidates keep the agency's notice where their counselor asks for less; staff keep none", async () => {
  const { ana, maya } = await people();
  await db().availabilitySettings.update({ where: { counselorId: ana.id }, data: { noticeHours: 1 } });
  await set({ noticeHours: "30" });
  const tomorrow = at("2026-12-01T15:00:00Z");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, tomorrow), now))).toBe("too_soon");
  expect(refusal(await bookMock(viewerOf(maya), askFor(maya, at("2026-12-01T20:00:00Z")), now))).toBe("ok");
  expect(refusal(await bookMock(viewerOf(ana), askFor(maya, tomorrow), now))).toBe("ok");
  await db().availabilitySettings.delete({ where: { counselorId: ana.id } });
  expect(await getHours(viewerOf(ana), now)).toMatchObject({
    leastNotice: 30,
    numbers: { noticeHours: "30" },
  });
  await set({ noticeHours: "12" });
});

test("the free window is the agency's, also for what was booked before it changed", async () => {
  const { maya } = await people();
  const startsAt = at("2026-12-02T15:00:00Z");
  const form = askFor(maya, startsAt);
  expect(refusal(await bookMock(viewerOf(maya), form, now))).toBe("ok");
  const dayBefore = startsAt.subtract({ hours: 24 });
  expect(await getMock(viewerOf(maya), form.key, dayBefore)).toMatchObject({ isLate: false, freeHours: 12 });
  await set({ freeHours: "36" });
  expect(await getMock(viewerOf(maya), form.key, dayBefore)).toMatchObject({
    isLate: true,
    freeHours: 36,
    freeUntil: { label: "Monday 30 November, 22:00" },
  });
  const move = { key: newId(), mock: form.key, version: 0, startsAt: at("2026-12-04T15:00:00Z") };
  expect(await getSlotsToMove(viewerOf(maya), form.key, null, dayBefore)).toMatchObject({
    blocked: "late_move",
  });
  expect(refusal(await moveMock(viewerOf(maya), move, dayBefore))).toBe("late_move");
  expect(mockWordsFor({ openLimit: 2, freeHours: 36 }).late_move).toContain("less than 36 hours");
  const cancel = { key: newId(), mock: form.key, version: 0, reason: "other_plans" } as const;
  expect(refusal(await cancelMock(viewerOf(maya), cancel, dayBefore))).toBe("ok");
  expect((await db().mock.findUniqueOrThrow({ where: { id: form.key } })).cancelledLate).toBe(true);
  await set({ freeHours: "12" });
});
