import { expect, test } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatInFull,
  formatRange,
  relativeDate,
  relativeDay,
  stamp,
  whenLabel,
  zoneLabel,
} from "#lib/core/format.ts";
import { zoneCity } from "#lib/core/zone.ts";

const at = (text: string) => Temporal.Instant.from(text);
const kathmandu = "Asia/Kathmandu";

test("a moment in the reader's zone", () => {
  expect(formatDateTime(at("2026-05-05T07:45Z"), kathmandu)).toBe("Tuesday 5 May, 13:30");
  expect(formatInFull(at("2026-05-05T07:45Z"), kathmandu)).toBe(
    "Tuesday 5 May 2026, 13:30, Kathmandu, GMT+5:45",
  );
  expect(formatDateTime(at("2026-05-05T18:15Z"), kathmandu)).toBe("Wednesday 6 May, 00:00");
  expect(formatDateTime(at("2026-05-05T18:15Z"), "America/New_York")).toBe("Tuesday 5 May, 14:15");
});

test("ranges: the second date where it differs, offsets where clocks change", () => {
  expect(formatRange(at("2026-05-05T07:45Z"), at("2026-05-05T08:30Z"), kathmandu)).toBe(
    "Tuesday 5 May, 13:30 to 14:15",
  );
  expect(formatRange(at("2026-05-05T17:45Z"), at("2026-05-05T18:30Z"), kathmandu)).toBe(
    "Tuesday 5 May, 23:30 to Wednesday 6 May, 00:15",
  );
  expect(formatRange(at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z"), "Europe/London")).toBe(
    "Sunday 25 October, 01:30 (GMT+1) to 01:30 (GMT)",
  );
});

test("relative days turn at the reader's midnight", () => {
  const now = at("2026-05-05T18:00Z");
  expect(relativeDay(at("2026-05-05T18:14Z"), kathmandu, now)).toBe("today");
  expect(relativeDay(at("2026-05-05T18:15Z"), kathmandu, now)).toBe("tomorrow");
  expect(relativeDay(at("2026-05-05T18:15Z"), "America/New_York", now)).toBe("today");
  expect(relativeDay(at("2026-05-04T18:00Z"), kathmandu, now)).toBe("yesterday");
  expect(relativeDay(at("2026-05-12T08:00Z"), kathmandu, now)).toBe("Tue 12 May");
  expect(relativeDay(at("2025-05-12T08:00Z"), kathmandu, now)).toBe("Mon 12 May 2025");
  expect(whenLabel(at("2026-05-06T08:15Z"), kathmandu, now)).toBe("tomorrow, 14:00");
});

test("a stamp is plain text, ready for the browser", () => {
  expect(stamp(at("2026-05-06T08:15Z"), kathmandu, at("2026-05-05T18:00Z"))).toEqual({
    iso: "2026-05-06T08:15:00Z",
    label: "tomorrow, 14:00",
    full: "Wednesday 6 May 2026, 14:00, Kathmandu, GMT+5:45",
  });
});

test("calendar dates have no zone", () => {
  const date = Temporal.PlainDate.from("2011-12-30");
  expect(formatDate(date)).toBe("Friday 30 December 2011");
  expect(relativeDate(date, date.add({ days: 1 }))).toBe("yesterday");
  expect(relativeDate(date, date.add({ days: 2 }))).toBe("Fri 30 Dec 2011");
  expect(relativeDate(date, date.subtract({ days: 2 }))).toBe("Fri 30 Dec");
});

test("zones by today's name of the place and the offset of the moment", () => {
  expect(zoneLabel(at("2026-01-05T00:00Z"), "America/New_York")).toBe("New York, GMT-5");
  expect(zoneLabel(at("2026-07-05T00:00Z"), "America/New_York")).toBe("New York, GMT-4");
  expect(zoneLabel(at("2026-07-05T00:00Z"), "UTC")).toBe("UTC");
  expect(zoneLabel(at("2026-07-05T00:00Z"), "Etc/UTC")).toBe("UTC");
  expect(zoneLabel(at("2026-01-05T00:00Z"), "Europe/London")).toBe("London, GMT");
  expect(zoneCity("Asia/Katmandu")).toBe("Kathmandu");
});
