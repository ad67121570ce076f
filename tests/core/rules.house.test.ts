import { afterEach, expect, test } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatInFull,
  formatTime,
  relativeDate,
  timeValue,
} from "#lib/core/format.ts";
import { firstStyle, setHouseStyle } from "#lib/core/house.ts";
import type { Locale } from "#lib/core/house.ts";
import { localeLabels } from "#lib/settings/words.ts";

afterEach(() => setHouseStyle(firstStyle));

const at = (text: string) => Temporal.Instant.from(text);
const moment = at("2026-05-07T13:30:00Z");

test.each([
  ["en-GB", "Thursday 7 May, 13:30", "Thursday 7 May 2026, 13:30, UTC", "Fri 8 May 2026"],
  ["en-IE", "Thursday 7 May, 13:30", "Thursday 7 May 2026, 13:30, UTC", "Fri 8 May 2026"],
  ["en-AU", "Thursday 7 May, 1:30 pm", "Thursday 7 May 2026, 1:30 pm, UTC", "Fri 8 May 2026"],
  ["en-IN", "Thursday 7 May, 1:30 pm", "Thursday 7 May 2026, 1:30 pm, UTC", "Fri 8 May 2026"],
  ["en-US", "Thursday, May 7, 1:30 pm", "Thursday, May 7, 2026, 1:30 pm, UTC", "Fri, May 8, 2026"],
  ["en-CA", "Thursday, May 7, 1:30 pm", "Thursday, May 7, 2026, 1:30 pm, UTC", "Fri, May 8, 2026"],
] as const)("%s", (locale: Locale, short, full, relative) => {
  setHouseStyle({ ...firstStyle, locale });
  expect(formatDateTime(moment, "UTC")).toBe(short);
  expect(formatInFull(moment, "UTC")).toBe(full);
  const dates = ["2026-05-08", "2025-05-01"].map((date) => Temporal.PlainDate.from(date));
  expect(relativeDate(dates[0]!, dates[1]!)).toBe(relative);
  expect(formatDate(dates[0]!)).toContain("2026");
  // What an admin chooses by is what comes out.
  expect(localeLabels[locale].split(": ")[1]).toBe(short.replace("Thursday", "Tuesday"));
});

test("midnight and noon by a clock of twelve hours; a time input always has 24", () => {
  setHouseStyle({ ...firstStyle, locale: "en-US" });
  const said = ["00:00", "00:05", "11:59", "12:00", "12:30", "23:59"].map((time) =>
    formatTime(at(`2026-05-07T${time}:00Z`), "UTC"),
  );
  expect(said).toEqual(["12:00 am", "12:05 am", "11:59 am", "12:00 pm", "12:30 pm", "11:59 pm"]);
  expect(timeValue(at("2026-05-07T00:05:00Z"), "UTC")).toBe("00:05");
});
