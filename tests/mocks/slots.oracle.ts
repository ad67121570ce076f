/**
 * Open slots computed the slow way, minute by minute, straight from the definition and with none
 * of the code under test. Works on whole minutes; every time in the input must be one.
 */
import type { SlotsInput, WallRange } from "#lib/mocks/rules/slots-input.ts";

type Wall = { day: number; minute: number };
type DayRange = { zone: string; day: number; start: number; end: number };
const MIN = 60_000;
const REACH = 2 * 1440;

export function oracleSlots(input: SlotsInput): string[] {
  const { counselor, service, now } = input;
  const [from, to] = [minuteOf(input.window.from), minuteOf(input.window.to)];
  const covering = rangesByMinute(input, from - REACH, to + REACH);
  const live = counselor.bookings.filter(
    (each) =>
      each.id !== input.ignoreBookingId &&
      (["PENDING", "CONFIRMED"].includes(each.status) ||
        (each.status === "HELD" && minuteOf(each.holdExpiresAt!) > minuteOf(now))),
  );
  const isOff = (t: number) => counselor.timeOff.some((off) => inside(t, off, counselor.timeZone, true));
  const isBusy = (t: number) =>
    counselor.busy.some((event) => {
      if (event.transparent || event.status === "CANCELLED") return false;
      return inside(t, event, "timeZone" in event ? event.timeZone : counselor.timeZone, false);
    });
  const isBooked = (t: number) =>
    live.some((each) => minuteOf(each.startsAt) <= t && t < minuteOf(each.endsAt));
  const isWidelyBooked = (t: number) =>
    live.some(
      (each) =>
        minuteOf(each.startsAt) - (each.bufferBeforeMinutes ?? 0) <= t &&
        t < minuteOf(each.endsAt) + (each.bufferAfterMinutes ?? 0),
    );

  const result: string[] = [];
  for (let start = from; start < to; start += 1) {
    const end = start + service.durationMinutes;
    if (start < minuteOf(now) + service.noticeMinutes) continue;
    if (!(covering.get(start) ?? []).some((range) => isOnGrid(start, range, service.stepMinutes))) continue;
    if (!every(start, end, (t) => covering.has(t) && !isOff(t) && !isWidelyBooked(t))) continue;
    if (
      !every(
        start - service.bufferBeforeMinutes,
        end + service.bufferAfterMinutes,
        (t) => !isBusy(t) && !isBooked(t),
      )
    )
      continue;
    const { day } = wallOf(start, counselor.timeZone);
    if (
      service.horizonDays !== null &&
      day > wallOf(minuteOf(now), counselor.timeZone).day + service.horizonDays
    )
      continue;
    const sameDay = live.filter(
      (each) => each.status !== "HELD" && wallOf(minuteOf(each.startsAt), counselor.timeZone).day === day,
    );
    if (counselor.dailyMaximum !== null && sameDay.length >= counselor.dailyMaximum) continue;
    result.push(Temporal.Instant.fromEpochMilliseconds(start * MIN).toString());
  }
  return result;
}

/** For each minute the merged ranges (in zone and date of their own) that hold it. */
function rangesByMinute({ counselor }: SlotsInput, from: number, to: number): Map<number, DayRange[]> {
  const own = counselor.timeZone;
  const overridden = new Set(counselor.overrides.map((each) => dayOf(each.on)));
  const closed = new Set(
    counselor.overrides.filter((each) => each.unavailable).map((each) => dayOf(each.on)),
  );
  const zones = [...new Set([own, ...counselor.rules.map((rule) => rule.timeZone ?? own)])];
  const result = new Map<number, DayRange[]>();
  for (const zone of zones) {
    const minutes = minutesByWall(zone, from, to);
    const first = wallOf(from, zone).day - 1;
    for (let day = first; day <= wallOf(to, zone).day + 1; day += 1) {
      const whenOf = (minute: number) => minutes.get(day * 1440 + minute) ?? [];
      let ranges = counselor.rules
        .filter((rule) => (rule.timeZone ?? own) === zone && rule.weekday === weekdayOf(day))
        .filter(
          (rule) =>
            (!rule.fromOn || dayOf(rule.fromOn) <= day) && (!rule.untilOn || day <= dayOf(rule.untilOn)),
        )
        .map(toMinutes);
      if (zone === own && overridden.has(day)) {
        const replacing = counselor.overrides.filter((each) => dayOf(each.on) === day);
        ranges = closed.has(day) ? [] : replacing.flatMap((each) => each.ranges.map(toMinutes));
      } else if (zone !== own) {
        ranges = ranges.filter(([start, end]) => {
          const begin = Array.from({ length: end - start }, (_, i) => whenOf(start + i)).flat();
          return begin.length > 0 && !overridden.has(wallOf(Math.min(...begin), own).day);
        });
      }
      if (ranges.length === 0) continue;
      const isCovered = Array.from({ length: 2880 }, () => false);
      for (const [start, end] of ranges) isCovered.fill(true, start, end);
      for (let start = 0; start < 2880; start += 1) {
        if (!isCovered[start] || isCovered[start - 1]) continue;
        let end = start;
        while (isCovered[end]) end += 1;
        for (let minute = start; minute < end; minute += 1) {
          for (const t of whenOf(minute)) push(result, t, { zone, day, start, end });
        }
      }
    }
  }
  return result;
}

function isOnGrid(t: number, range: DayRange, step: number): boolean {
  const wall = wallOf(t, range.zone);
  return ((wall.day - range.day) * 1440 + wall.minute - range.start) % step === 0;
}

type Off = SlotsInput["counselor"]["timeOff"][number] | SlotsInput["counselor"]["busy"][number];

function inside(t: number, off: Off, zone: string, isEndIncluded: boolean): boolean {
  if ("startsAt" in off) return minuteOf(off.startsAt) <= t && t < minuteOf(off.endsAt);
  const { day } = wallOf(t, zone);
  const end = "endsOn" in off ? dayOf(off.endsOn) : dayOf(off.endsBeforeOn);
  return dayOf(off.startsOn) <= day && (isEndIncluded ? day <= end : day < end);
}

const walls = new Map<string, Map<number, Wall>>();
const wallMinutes = new Map<string, Map<number, number[]>>();

/** Asked for the same few nights again and again, so answers are kept. */
function wallOf(t: number, zone: string): Wall {
  let known = walls.get(zone);
  if (!known) walls.set(zone, (known = new Map()));
  let wall = known.get(t);
  if (!wall) {
    const local = Temporal.Instant.fromEpochMilliseconds(t * MIN).toZonedDateTimeISO(zone);
    known.set(t, (wall = { day: dayOf(local.toPlainDate()), minute: local.hour * 60 + local.minute }));
  }
  return wall;
}

function minutesByWall(zone: string, from: number, to: number): Map<number, number[]> {
  const key = `${zone} ${from} ${to}`;
  let minutes = wallMinutes.get(key);
  if (!minutes) {
    wallMinutes.set(key, (minutes = new Map()));
    for (let t = from; t < to; t += 1) {
      const { day, minute } = wallOf(t, zone);
      push(minutes, day * 1440 + minute, t);
    }
  }
  return minutes;
}

function toMinutes({ start, end }: WallRange): [number, number] {
  const [a, b] = [start, end].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) as [
    number,
    number,
  ];
  return [a, b <= a ? b + 1440 : b];
}

function dayOf(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
}

function weekdayOf(day: number): number {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: day }).dayOfWeek;
}

function minuteOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / MIN;
}

function every(from: number, to: number, holds: (t: number) => boolean): boolean {
  for (let t = from; t < to; t += 1) if (!holds(t)) return false;
  return true;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
