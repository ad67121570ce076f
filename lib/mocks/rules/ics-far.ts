import { addDays, compareDates, dateIn, daysBetween } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { IcsComponent } from "./ics-lines.ts";
import { valueOf } from "./ics-lines.ts";

/** More than any two zones are apart, in days. */
const slack = 2;

/**
 * Whether an entry lies so far from the window that no zone could bring it there: over, its series too, before it begins, or
 * not begun when it ends. Nothing in such an entry is a reason to refuse a calendar. False where that is not plain.
 */
export function isFar(
  event: IcsComponent,
  window: { readonly from: Instant; readonly until: Instant },
): boolean {
  const has = (name: string) => event.properties.filter((property) => property.name === name).length;
  if (has("RECURRENCE-ID") + has("RDATE") + has("DURATION") > 0 || has("RRULE") > 1) return false;
  const start = dayIn(valueOf(event, "DTSTART"));
  const end = has("DTEND") > 0 ? dayIn(valueOf(event, "DTEND")) : start;
  if (!start || !end) return false;
  if (compareDates(addDays(start, -slack), dateIn(window.until, "UTC")) > 0) return true;
  const until = dayIn(/(?:^|;)UNTIL=([^;]*)/.exec(valueOf(event, "RRULE"))?.[1] ?? "");
  if (has("RRULE") > 0 && !until) return false;
  const last = until && compareDates(until, start) > 0 ? until : start;
  const over = addDays(last, Math.max(daysBetween(start, end), 0) + slack);
  return compareDates(over, dateIn(window.from, "UTC")) < 0;
}

function dayIn(text: string): PlainDate | null {
  const form = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text);
  if (!form) return null;
  const [year = 0, month = 0, day = 0] = form.slice(1, 4).map(Number);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}
