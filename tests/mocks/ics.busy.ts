import { readFileSync } from "node:fs";
import { join } from "node:path";
import { busyFrom } from "#lib/mocks/rules/ics-busy.ts";

export const FILES = join(import.meta.dirname, "../../../shared/calendars");
export const at = (text: string) => Temporal.Instant.from(text);

/** What is busy, as "from/until" in UTC or "date/date", sorted. */
export function busy(
  text: string,
  from: string,
  until: string,
  zone = "America/New_York",
): string[] | string {
  const read = busyFrom(text, { zone, from: at(`${from}T00:00:00Z`), until: at(`${until}T00:00:00Z`) });
  if (!read.ok) return read.refusal;
  return read.value.busy
    .map((one) =>
      "startsAt" in one
        ? `${one.startsAt.toString()}/${one.endsAt.toString()}`.replaceAll(":00Z", "Z")
        : `${one.startsOn.toString()}/${one.endsBeforeOn.toString()}`,
    )
    .toSorted();
}
export const file = (name: string, from: string, until: string) =>
  busy(readFileSync(join(FILES, name), "utf8"), from, until);
export const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
export const event = (...lines: string[]) => calendar("BEGIN:VEVENT", "UID:a", ...lines, "END:VEVENT");
