import { expect, test } from "vitest";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOfDay } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { bookMock } from "#lib/mocks/commands/booking.ts";
import { setWeeklyHours } from "#lib/mocks/commands/hours.ts";
import { getHours } from "#lib/mocks/queries/hours.ts";
import type { WeeklyHoursInput } from "#lib/mocks/schema.ts";
import { makePerson } from "../../prisma/seed/factories.ts";
import { askFor, db, people, refusal, stranger, viewerOf } from "./booked.ts";

const now = Temporal.Instant.from("2026-11-30T13:00:00Z");
const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const settings = {
  place: "I call you",
  mockMinutes: 45,
  prepMinutes: 20,
  stepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 12,
  horizonDays: 28,
  dailyMaximum: 4,
};
const hours = (
  days: Partial<typeof week | Record<keyof typeof week, { start: string; end: string }[]>>,
  version = 0,
): WeeklyHoursInput => ({
  key: newId(),
  version,
  ...week,
  ...days,
  ...settings,
});

test("the first hours make the settings, later ones replace every range; over midnight and 24:00 come back as typed", async () => {
  const ben = await makePerson(db(), { role: "counselor", timeZone: "Europe/London" });
  expect(await getHours(viewerOf(ben), now)).toMatchObject({
    version: "0",
    place: "",
    days: { monday: "" },
    numbers: { mockMinutes: "45", noticeHours: "12" },
  });
  const first = hours({
    monday: [
      { start: "09:00", end: "12:30" },
      { start: "13:30", end: "17:00" },
    ],
    friday: [{ start: "22:00", end: "02:00" }],
  });
  expect(refusal(await setWeeklyHours(viewerOf(ben), first))).toBe("ok");
  expect(refusal(await setWeeklyHours(viewerOf(ben), first)), "sent twice").toBe("ok");
  const saved = await getHours(viewerOf(ben), now);
  expect(saved).toMatchObject({
    version: "1",
    place: "I call you",
    days: { monday: "09:00-12:30, 13:30-17:00", friday: "22:00-02:00" },
  });
  expect(
    refusal(await setWeeklyHours(viewerOf(ben), hours({ sunday: [{ start: "18:00", end: "24:00" }] }, 1))),
  ).toBe("ok");
  expect((await getHours(viewerOf(ben), now)).days).toMatchObject({
    monday: "",
    friday: "",
    sunday: "18:00-24:00",
  });
  expect(await db().weeklyHours.count({ where: { counselorId: ben.id } })).toBe(1);
});

test("of two tabs with the same version one is told, and nothing of it is saved", async () => {
  const ben = await makePerson(db(), { role: "counselor" });
  const tabs = Array.from({ length: 5 }, (_, index) =>
    hours({ monday: [{ start: `0${index}:00`, end: "12:00" }] }),
  );
  const answers = await Promise.all(
    tabs.map(async (tab) => refusal(await setWeeklyHours(viewerOf(ben), tab))),
  );
  expect(answers.toSorted()).toEqual(["ok", "stale", "stale", "stale", "stale"]);
  expect((await getHours(viewerOf(ben), now)).days.monday).toBe(`0${answers.indexOf("ok")}:00-12:00`);
});

test("only staff have hours, and everybody sets only their own", async () => {
  const { ana, maya } = await people();
  const cases: [Viewer, string][] = [
    [viewerOf(maya), "not_found"],
    [stranger(), "signed_out"],
  ];
  for (const [actor, expected] of cases)
    expect(refusal(await setWeeklyHours(actor, hours({})))).toBe(expected);
  expect(await db().weeklyHours.count({ where: { counselorId: ana.id } })).toBe(5);
});

test("hours that change while somebody books: no booking outside them, and what is booked stays", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { ana, maya } = await people();
    const startsAt = Temporal.Instant.from("2026-12-01T15:00:00Z");
    const [booked, changed] = await Promise.all([
      bookMock(viewerOf(maya), askFor(maya, startsAt), now),
      setWeeklyHours(viewerOf(ana), hours({})),
    ]);
    expect(refusal(changed)).toBe("ok");
    expect(["ok", "taken"]).toContain(refusal(booked));
    expect(await db().mock.count({ where: { candidateId: maya.id } })).toBe(booked.ok ? 1 : 0);
    expect(refusal(await bookMock(viewerOf(ana), askFor(maya, startsAt.add({ hours: 2 })), now))).toBe(
      "taken",
    );
  }
});

test("hours that hold between dates are neither shown nor replaced by the form of every week", async () => {
  const { ana } = await people();
  const fromOn = dateOfDay(Temporal.PlainDate.from("2027-01-01"));
  const dated = { id: newId(), counselorId: ana.id, weekday: 6, start: "10:00", end: "12:00", fromOn };
  await db().weeklyHours.create({ data: dated });
  const { version, days } = await getHours(viewerOf(ana), now);
  expect(days.saturday).toBe("");
  expect(refusal(await setWeeklyHours(viewerOf(ana), hours({}, Number(version))))).toBe("ok");
  expect(await db().weeklyHours.findMany({ where: { counselorId: ana.id } })).toMatchObject([
    { id: dated.id },
  ]);
});
