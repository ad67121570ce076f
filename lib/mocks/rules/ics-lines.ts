import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

/** Most bytes of a calendar, its lines, its entries, and how deep parts may stand in each other. */
export const icsLimits = { bytes: 1_000_000, lines: 100_000, events: 5_000, depth: 8 };

/** One line of a part: a name in capitals, parameters by name in capitals, the value as it stands. */
export type IcsProperty = {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
};
export type IcsComponent = {
  readonly name: string;
  readonly properties: IcsProperty[];
  readonly parts: IcsComponent[];
};
export type IcsTextRefusal = "too_big" | "encoding" | "not_calendar" | "cut_off" | "too_much";

/** What of an entry decides when somebody is busy; nothing else is read, titles least of all. */
const read = new Set(
  (
    "DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID UID SEQUENCE STATUS TRANSP FREEBUSY TZID TZOFFSETFROM TZOFFSETTO " +
    "METHOD X-MICROSOFT-CDO-BUSYSTATUS"
  ).split(" "),
);
const nameForm = /^([A-Za-z0-9-]+)(?=[;:])/;

/**
 * The parts of a calendar file (RFC 5545), unfolded. Refuses what is too big, not UTF-8 text, no calendar, or ends before
 * its end. The file's calendars come as one list of parts, but for entries that it takes back (METHOD:CANCEL).
 */
export function readComponents(text: string): Result<IcsComponent[], IcsTextRefusal> {
  if (text.length > icsLimits.bytes) return refuse("too_big");
  if (text.includes("\0")) return refuse("encoding");
  const unfolded = text.replace(/^\uFEFF/, "").replaceAll(/(?:\r\n|\n|\r)[ \t]/g, "");
  const lines = unfolded.split(/\r\n|\n|\r/);
  if (lines.length > icsLimits.lines) return refuse("too_much");
  const root: IcsComponent = { name: "", properties: [], parts: [] };
  const open = [root];
  for (const line of lines) {
    const [, name] = nameForm.exec(line) ?? [];
    if (name === undefined) continue;
    const upper = name.toUpperCase();
    if (upper === "BEGIN") {
      if (open.length > icsLimits.depth) return refuse("too_much");
      const part = {
        name: line
          .slice(name.length + 1)
          .trim()
          .toUpperCase(),
        properties: [],
        parts: [],
      };
      open.at(-1)?.parts.push(part);
      open.push(part);
    } else if (upper === "END") {
      if (
        open.length === 1 ||
        open.at(-1)?.name !==
          line
            .slice(name.length + 1)
            .trim()
            .toUpperCase()
      )
        return refuse("cut_off");
      open.pop();
    } else if (read.has(upper)) {
      const property = readProperty(upper, line.slice(name.length));
      if (property) open.at(-1)?.properties.push(property);
    }
  }
  if (open.length > 1) return refuse("cut_off");
  const calendars = root.parts.filter((part) => part.name === "VCALENDAR");
  if (calendars.length === 0) return refuse("not_calendar");
  return ok(
    calendars.flatMap((calendar) =>
      valueOf(calendar, "METHOD") === "CANCEL"
        ? calendar.parts.filter((part) => part.name !== "VEVENT")
        : calendar.parts,
    ),
  );
}

/** Parameters may stand in quotes, which keep `;` and `:`. Null for a line without a value. */
function readProperty(name: string, rest: string): IcsProperty | null {
  const params = new Map<string, string>();
  let at = 0;
  while (rest[at] === ";") {
    const equals = rest.indexOf("=", at);
    if (equals < 0) return null;
    const key = rest.slice(at + 1, equals).toUpperCase();
    let value = "";
    let isQuoted = false;
    for (at = equals + 1; at < rest.length; at += 1) {
      const char = rest[at] ?? "";
      if (char === '"') isQuoted = !isQuoted;
      // Outlook writes an address as a zone without quotes: `TZID=tzone://Microsoft/Utc`.
      else if (!isQuoted && (char === ";" || (char === ":" && !rest.startsWith("://", at)))) break;
      else value += char;
    }
    params.set(key, value);
  }
  return rest[at] === ":" ? { name, params, value: rest.slice(at + 1).trim() } : null;
}

/** The value of the last property of a name, in capitals; empty without it. */
export function valueOf({ properties }: IcsComponent, name: string): string {
  return properties.findLast((property) => property.name === name)?.value.toUpperCase() ?? "";
}
