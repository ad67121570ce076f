import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addHours, dateIn, isAfter, isBefore, timeIn } from "#lib/core/time.ts";
import type { Instant, PlainDate, PlainTime } from "#lib/core/time.ts";
import type { SessionTyped } from "../schema/workshops.ts";
import { workshopLimits } from "../words/staff.ts";

/** Of a wall time that clocks show twice, which of the two. */
export type Turn = "earlier" | "later";

/** Where a session stands in time, and when its registration is open; the end is exclusive. */
export type SessionTimes = {
  startsAt: Instant;
  endsAt: Instant;
  opensAt: Instant | null;
  closesAt: Instant | null;
};

/**
 * The moment at which clocks of `zone` show this. A time that does not exist is refused with `no_such_time`; one that comes
 * twice with `twice` unless `turn` says which: nobody is moved by a guess (the house's "Time").
 */
export function decideMoment(
  typed: { date: PlainDate; time: PlainTime; zone: string },
  turn: Turn | null,
): Result<Instant, "no_such_time" | "twice"> {
  const wall = typed.date.toPlainDateTime(typed.time);
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(typed.zone, { disambiguation }),
  );
  if (!first || !second || !first.toPlainDateTime().equals(wall)) return refuse("no_such_time");
  if (first.equals(second)) return ok(first.toInstant());
  if (turn === null) return refuse("twice");
  return ok((turn === "earlier" ? first : second).toInstant());
}

/** Which of two a moment is, where clocks of `zone` show its time twice; else null. */
export function turnOf(instant: Instant, zone: string): Turn | null {
  const typed = { date: dateIn(instant, zone), time: timeIn(instant, zone), zone };
  const first = decideMoment(typed, "earlier");
  const second = decideMoment(typed, "later");
  if (!first.ok || !second.ok || first.value.equals(second.value)) return null;
  return first.value.equals(instant) ? "earlier" : "later";
}

export type TimesRefusal =
  | "start_no_such_time"
  | "start_twice"
  | "end_no_such_time"
  | "end_twice"
  | "ends_before"
  | "too_long"
  | "past"
  | "out_of_range"
  | WindowRefusal;

/**
 * From wall time in the zone of the place to a session's times. An end is on the same day unless another is given; the
 * length counts elapsed hours, also over a night in which clocks change. Refuses a time that does not exist or comes twice
 * (`start_…`, `end_…`, `window_…`), `ends_before`, `too_long` (more than eight hours), `past` (a start that is not ahead
 * of `now`), `out_of_range` (the years 2000 to 2099), and what is odd about the window.
 */
export function decideTimes(typed: SessionTyped, now: Instant): Result<SessionTimes, TimesRefusal> {
  const zone = typed.timeZone;
  const start = decideMoment({ date: typed.date, time: typed.startTime, zone }, typed.startTurn);
  if (!start.ok) return refuse(`start_${start.refusal}`);
  const end = decideMoment({ date: typed.endDate ?? typed.date, time: typed.endTime, zone }, typed.endTurn);
  if (!end.ok) return refuse(`end_${end.refusal}`);
  const [startsAt, endsAt] = [start.value, end.value];
  if (isBefore(startsAt, Temporal.Instant.from("2000-01-01T00:00Z"))) return refuse("out_of_range");
  if (!isBefore(endsAt, Temporal.Instant.from("2100-01-01T00:00Z"))) return refuse("out_of_range");
  if (!isBefore(startsAt, endsAt)) return refuse("ends_before");
  if (isAfter(endsAt, addHours(startsAt, workshopLimits.longestHours))) return refuse("too_long");
  if (!isAfter(startsAt, now)) return refuse("past");
  const window = decideWindow(typed, startsAt);
  return window.ok ? ok({ startsAt, endsAt, ...window.value }) : window;
}

type WindowRefusal = "window_no_such_time" | "window_twice" | "window_half" | "window_order" | "window_late";

function decideWindow(
  typed: SessionTyped,
  startsAt: Instant,
): Result<Pick<SessionTimes, "opensAt" | "closesAt">, WindowRefusal> {
  const opens = edgeOf(typed.opensDate, typed.opensTime, typed.timeZone);
  if (!opens.ok) return opens;
  const closes = edgeOf(typed.closesDate, typed.closesTime, typed.timeZone);
  if (!closes.ok) return closes;
  const [opensAt, closesAt] = [opens.value, closes.value];
  if (closesAt && isAfter(closesAt, startsAt)) return refuse("window_late");
  if (opensAt && !isBefore(opensAt, closesAt ?? startsAt)) return refuse("window_order");
  return ok({ opensAt, closesAt });
}

function edgeOf(
  date: PlainDate | null,
  time: PlainTime | null,
  zone: string,
): Result<Instant | null, WindowRefusal> {
  if (date === null && time === null) return ok(null);
  if (date === null || time === null) return refuse("window_half");
  const moment = decideMoment({ date, time, zone }, null);
  return moment.ok ? moment : refuse(`window_${moment.refusal}`);
}

/** What a workshop says about where its seats are. */
export type Held = { held: "here" | "elsewhere"; elsewhereLink: string | null };
type HeldRefusal = "link_needed" | "place_needed" | "capacity_needed";

/**
 * Held here it has seats and a place; held elsewhere a link, and neither. What belongs to the other kind is left out.
 * Refuses `link_needed`, `place_needed`, `capacity_needed`.
 */
export function decideHeld(
  { held, elsewhereLink }: Held,
  session: { place: string; capacity: number | null },
): Result<{ elsewhereLink: string | null; place: string; capacity: number | null }, HeldRefusal> {
  if (held === "elsewhere") {
    if (elsewhereLink === null) return refuse("link_needed");
    return ok({ elsewhereLink, place: session.place, capacity: null });
  }
  if (session.place === "") return refuse("place_needed");
  if (session.capacity === null) return refuse("capacity_needed");
  return ok({ elsewhereLink: null, place: session.place, capacity: session.capacity });
}

/**
 * By how many days a copy is later than what it is copied from: whole weeks, so that it is the same weekday, at least one,
 * and enough that its start is still to come. Dates count in the zone of the place.
 */
export function daysToCopy(startsAt: Instant, zone: string, now: Instant): number {
  const from = dateIn(startsAt, zone);
  const today = dateIn(now, zone);
  const time = timeIn(startsAt, zone);
  let days = Math.max(7, Math.ceil(from.until(today).total({ unit: "days" }) / 7) * 7);
  if (!isAfter(from.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant(), now))
    days += 7;
  return days;
}
