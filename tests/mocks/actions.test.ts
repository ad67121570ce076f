import { beforeEach, expect, test, vi } from "vitest";
import { addMinutes } from "#lib/core/time.ts";
import { now } from "#lib/infra/clock.ts";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  bookForCandidateAction,
  bookMockAction,
  cancelForCandidateAction,
  cancelMockAction,
  moveForCandidateAction,
  moveMockAction,
  setWeeklyHoursAction,
} from "#lib/mocks/actions.ts";
import { hoursWords, mockLimits, mockWords } from "#lib/mocks/words.ts";
import { commonWords } from "#lib/web/write.ts";
import { makeCandidate, makeCounselor, makeMock, makeSession } from "../../prisma/seed/factories.ts";
import { browse, send } from "../support/request.ts";
import { db } from "./booked.ts";
import type { Person } from "./booked.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
/** A quarter hour that is two days ahead. */
const ahead = (hours = 48) => {
  const hour = now().round({ smallestUnit: "hour", roundingMode: "ceil" });
  return addMinutes(hour, hours * 60).toString();
};

let ana: Person;
let maya: Person;
beforeEach(async () => {
  ana = await makeCounselor(db(), { hours: allDay });
  maya = await makeCandidate(db(), ana.id);
});

async function as(person: Person, facts = {}) {
  const { token } = await makeSession(db(), person.id, now(), facts);
  browse({ token, path: "/practice/mocks/new" });
}
const ask = (rest = {}) => ({
  key: newId(),
  kind: "mock",
  candidate: maya.id,
  counselor: ana.id,
  interview: "",
  postMortem: "",
  focus: "",
  startsAt: ahead(),
  ...rest,
});

test("book, move, cancel lead to the session's page, each with its line; the counselor's to theirs", async () => {
  await as(maya);
  const own = ask({ focus: "The pause\r\nbefore I answer" });
  expect(await send(bookMockAction, own)).toEqual({ to: `/practice/mocks/${own.key}?done=booked` });
  expect(await db().mock.findUnique({ where: { id: own.key }, select: { focus: true } })).toEqual({
    focus: "The pause\nbefore I answer",
  });
  const mock = own.key;
  expect(await send(moveMockAction, { key: newId(), mock, version: "0", startsAt: ahead(50) })).toEqual({
    to: `/practice/mocks/${mock}?done=moved`,
  });
  expect(await send(cancelMockAction, { key: newId(), mock, version: "1", reason: "ill" })).toEqual({
    to: `/practice/mocks/${mock}?done=cancelled`,
  });
  await as(ana);
  const theirs = ask();
  expect(await send(bookForCandidateAction, theirs)).toEqual({
    to: `/calendar/mocks/${theirs.key}?done=booked`,
  });
  expect(
    await send(moveForCandidateAction, { key: newId(), mock: theirs.key, version: "0", startsAt: ahead(50) }),
  ).toMatchObject({ to: expect.stringContaining("moved") });
  expect(
    await send(cancelForCandidateAction, {
      key: newId(),
      mock: theirs.key,
      version: "1",
      reason: "counselor_away",
    }),
  ).toMatchObject({ to: expect.stringContaining("cancelled") });
});

test("a time that has gone says so, keeps what was typed, and which time it was", async () => {
  const noor = await makeCandidate(db(), ana.id);
  await makeMock(db(), {
    candidateId: noor.id,
    counselorId: ana.id,
    startsAt: Temporal.Instant.from(ahead()),
  });
  await as(maya);
  const asked = ask({ focus: "Kept" });
  expect(await send(bookMockAction, asked)).toMatchObject({
    refusal: "taken",
    message: mockWords.taken,
    values: { focus: "Kept", startsAt: asked.startsAt },
  });
});

test("what a stale page sends is refused in words, and changes nothing", async () => {
  await as(maya);
  const { id } = await makeMock(
    db(),
    { candidateId: maya.id, counselorId: ana.id, startsAt: Temporal.Instant.from(ahead()) },
    { version: 3 },
  );
  for (const answer of [
    await send(moveMockAction, { key: newId(), mock: id, version: "2", startsAt: ahead(50) }),
    await send(cancelMockAction, { key: newId(), mock: id, version: "2", reason: "ill" }),
  ])
    expect(answer).toMatchObject({ refusal: "changed", message: mockWords.changed });
  expect(await db().mock.count({ where: { id, version: 3, cancelledAt: null } })).toBe(1);
});

test("empty, too long, hostile or made-up input is told at its field and never breaks", async () => {
  await as(maya);
  const cases: [Record<string, string>, string][] = [
    [{ startsAt: "" }, "startsAt"],
    [{ startsAt: "tomorrow" }, "startsAt"],
    [{ startsAt: "12026-01-01T00:00:00Z" }, "startsAt"],
    [{ startsAt: "0001-01-01T00:00:00Z" }, "startsAt"],
    [{ startsAt: "9999-12-31T23:59:59Z" }, "startsAt"],
    [{ kind: "party" }, "kind"],
    [{ candidate: "1; DROP TABLE mocks" }, "candidate"],
    [{ interview: "not-one" }, "interview"],
    [{ focus: "x".repeat(mockLimits.focus + 1) }, "focus"],
    [{ focus: "a\u0000b" }, "focus"],
    [{ focus: "\u202Eevil" }, "focus"],
  ];
  for (const [wrong, field] of cases)
    expect(
      Object.keys(((await send(bookMockAction, ask(wrong))) as { errors: object }).errors),
      field,
    ).toEqual([field]);
  for (const startsAt of ["2000-01-01T00:00:00Z", "2099-12-31T23:59:59.999Z"]) {
    expect(await send(bookMockAction, ask({ startsAt }))).toMatchObject({
      refusal: expect.stringMatching(/taken|too_soon/),
    });
  }
  expect(await send(bookMockAction, ask({ focus: "👩‍🏫 ध्यान" }))).toMatchObject({
    to: expect.stringContaining("booked"),
  });
  expect(
    await send(cancelMockAction, { key: newId(), mock: newId(), version: "0", reason: "bored" }),
  ).toMatchObject({ errors: { reason: mockWords.reason_needed } });
});

test("the other role's door is not found; signed out and after the session the form waits", async () => {
  await as(maya);
  expect(await send(bookForCandidateAction, ask())).toMatchObject({
    refusal: "not_found",
    message: commonWords.not_found,
  });
  expect(await send(setWeeklyHoursAction, { key: newId() })).toMatchObject({ refusal: "not_found" });
  await as(ana);
  expect(await send(bookMockAction, ask())).toMatchObject({ refusal: "not_found" });
  browse({ path: "/practice/mocks/new" });
  expect(await send(bookMockAction, ask())).toEqual({ to: "/sign-in?next=%2Fpractice%2Fmocks%2Fnew" });
  await as(maya, { createdAt: dateOf(now().subtract({ hours: 31 * 24 })) });
  expect(await send(bookMockAction, ask({ focus: "Kept for later" }))).toMatchObject({
    to: expect.stringContaining("kept"),
  });
  expect(await db().keptForm.findFirst({ where: { personId: maya.id } })).toMatchObject({
    values: expect.objectContaining({ focus: "Kept for later" }),
  });
  expect(await db().mock.count({ where: { candidateId: maya.id } })).toBe(0);
});

test("hours: each line's own error, everything typed stays; a stale one is told and saves nothing", async () => {
  await as(ana);
  const days = {
    monday: "9-17",
    tuesday: "",
    wednesday: "",
    thursday: "",
    friday: "",
    saturday: "",
    sunday: "",
  };
  const numbers = {
    mockMinutes: "45",
    prepMinutes: "20",
    stepMinutes: "15",
    bufferBeforeMinutes: "0",
    bufferAfterMinutes: "10",
    noticeHours: "12",
    horizonDays: "28",
    dailyMaximum: "4",
  };
  const form = (rest = {}) => ({ key: newId(), version: "0", place: "Room 2", ...days, ...numbers, ...rest });
  const wrong = await send(
    setWeeklyHoursAction,
    form({ monday: "mornings", tuesday: "9-9", place: "", stepMinutes: "0", horizonDays: "28.5" }),
  );
  expect(wrong).toMatchObject({
    errors: {
      monday: hoursWords.unreadable,
      tuesday: hoursWords.no_length,
      place: hoursWords.placeNeeded,
      stepMinutes: hoursWords.between(5, 240),
      horizonDays: hoursWords.between(1, 365),
    },
    values: { monday: "mornings", stepMinutes: "0" },
  });
  expect(await send(setWeeklyHoursAction, form())).toEqual({ to: "/calendar/hours?done=hours" });
  expect(await send(setWeeklyHoursAction, form({ monday: "10-12" }))).toMatchObject({
    refusal: "stale",
    message: mockWords.stale,
    values: { monday: "10-12" },
  });
  expect(
    await db().weeklyHours.findMany({
      where: { counselorId: ana.id },
      select: { weekday: true, start: true, end: true },
    }),
  ).toEqual([{ weekday: 1, start: "09:00", end: "17:00" }]);
});
