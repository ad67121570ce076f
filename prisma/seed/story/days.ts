import { addDays, addMinutes, atWallTime, dateIn, isWorkingDay, MINUTE_MS } from "#lib/core/time.ts";
import type { Instant, PlainDate } from "#lib/core/time.ts";
import type { SeedWhen } from "../texts/candidate.ts";

/** Minutes at which things that are told "from now" begin, so that no clock time is odd. */
const pastStep = 5;
const comingStep = 15;

/** The instants of a story that is told at `now`; its today is the agency's, whoever acts. */
export function daysOf(now: Instant, agencyZone: string) {
  const today = dateIn(now, agencyZone);
  return (when: SeedWhen, zone: string): Instant => {
    if ("inMinutes" in when) return onStep(now, when.inMinutes);
    const date = workingDay(today, when.workingDay);
    const at = atWallTime(date, Temporal.PlainTime.from(when.at), zone);
    if (!at) throw new Error(`${date.toString()} has no ${when.at} in ${zone}`);
    return at;
  };
}

function onStep(now: Instant, minutes: number): Instant {
  const step = (minutes < 0 ? pastStep : comingStep) * MINUTE_MS;
  const exact = addMinutes(now, minutes).epochMilliseconds / step;
  return Temporal.Instant.fromEpochMilliseconds((minutes < 0 ? Math.floor(exact) : Math.ceil(exact)) * step);
}

/** `count` working days from `today`, back if negative; 0 is today, or the next working day if today is none. */
function workingDay(today: PlainDate, count: number): PlainDate {
  const direction = count < 0 ? -1 : 1;
  let date = today;
  if (count === 0) while (!isWorkingDay(date)) date = addDays(date, 1);
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do date = addDays(date, direction);
    while (!isWorkingDay(date));
  }
  return date;
}
