import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { groupSlots } from "#lib/mocks/rules/slot-days.ts";
import { openSlots } from "#lib/mocks/rules/slots.ts";
import { inputOf } from "./slots.cases.ts";
import type { SlotCaseFile } from "./slots.cases.ts";

const shipped = fileURLToPath(new URL("slots.cases.json", import.meta.url));
const file = process.env.SLOT_CASES || shipped;
const { cases } = JSON.parse(readFileSync(file, "utf8")) as SlotCaseFile;

/** Versions such as 2026c and 2026f compare as text. */
const hostZones = process.versions.tz ?? "unknown";

describe(`slots: ${file}`, () => {
  test("the file has cases", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  for (const { id, title, why, requires_tzdata: needs, input, expected } of cases) {
    test(`${id} ${title}`, () => {
      const isOld = needs && hostZones < needs;
      const hint = isOld
        ? `${why}. This case needs zone data ${needs}, Node has ${hostZones}: use a newer Node`
        : why;
      const slots = openSlots(inputOf(input));
      expect(slots.map(utcMinute), hint).toEqual(expected.slots);

      const days = groupSlots(slots, input.service.duration_min, input.viewer_timezone);
      const byDate = days.map((day) => [
        day.on.toString(),
        day.slots.map(({ startsAt, ...label }) => ({ ...label, utc: utcMinute(startsAt) })),
      ]);
      expect(Object.fromEntries(byDate), hint).toEqual(expected.by_viewer_date);
    });
  }
});

function utcMinute(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "minute" });
}
