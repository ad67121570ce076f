/**
 * How much the exact rules of `openSlots` cost over plain interval arithmetic on the same data:
 * medians of rounds that take turns, in one run. The plain one knows a single offset and no
 * overrides, zones, holds or checks; over 30 days without a clock change both give the same slots.
 */
import { openSlots, openStarts } from "#lib/mocks/rules/slots.ts";
import type { SlotsInput } from "#lib/mocks/rules/slots-input.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const ROUNDS = 200;

/** A counselor with weekly hours, two days off, calendar entries and bookings from a date on. */
function counselorFrom(first: string, seed: number): SlotsInput {
  const from = Temporal.Instant.from(`${first}T00:00Z`);
  const at = (day: number, hour: number, minutes: number) => {
    const startsAt = from.add({ hours: day * 24 + hour });
    return { startsAt, endsAt: startsAt.add({ minutes }) };
  };
  const days = Array.from({ length: 30 }, (_, day) => day);
  return {
    counselor: {
      timeZone: "America/New_York",
      rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, start: "09:00", end: "12:30" },
        { weekday, start: "13:15", end: "18:00" },
      ]),
      overrides: [],
      timeOff: [at(11, 0, 2 * 1440)],
      busy: days.map((day) => ({ ...at(day, 13 + ((day + seed) % 8), 50) })),
      bookings: days.map((day) => ({
        id: `${day}`,
        ...at(day, 13 + ((day * 5 + seed) % 9), 45),
        status: "CONFIRMED",
        bufferAfterMinutes: 10,
      })),
      dailyMaximum: 4,
    },
    service: {
      durationMinutes: 45,
      stepMinutes: 15,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 10,
      noticeMinutes: 720,
      horizonDays: 28,
    },
    now: from,
    window: { from, to: from.add({ hours: 30 * 24 }) },
  };
}

/** Ranges of each date at a fixed offset, minus what is taken, cut into steps. */
function plainStarts({ counselor, service, now, window }: SlotsInput, offset: number): number[] {
  const duration = service.durationMinutes * MINUTE;
  const step = service.stepMinutes * MINUTE;
  const from = Math.max(
    window.from.epochMilliseconds,
    now.epochMilliseconds + service.noticeMinutes * MINUTE,
  );
  const today = Math.floor((now.epochMilliseconds + offset) / DAY);
  const horizon = (today + (service.horizonDays ?? 0) + 1) * DAY - offset;
  const to = Math.min(window.to.epochMilliseconds, horizon);
  const weekly = counselor.rules.map((rule) => ({
    weekday: rule.weekday,
    start: minutes(rule.start),
    end: minutes(rule.end),
  }));
  const taken = [
    ...counselor.busy.map((each) => ("startsAt" in each ? spanOf(each, 0) : emptySpan)),
    ...counselor.timeOff.map((each) => ("startsAt" in each ? spanOf(each, 0) : emptySpan)),
    ...counselor.bookings.map((each) => spanOf(each, (each.bufferAfterMinutes ?? 0) * MINUTE)),
  ].toSorted((a, b) => a[0] - b[0]);
  const perDay = new Map<number, number>();
  for (const { startsAt } of counselor.bookings) {
    const day = Math.floor((startsAt.epochMilliseconds + offset) / DAY);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const starts: number[] = [];
  let next = 0;
  for (let day = Math.floor((from + offset) / DAY); day * DAY - offset < to; day += 1) {
    if ((perDay.get(day) ?? 0) >= (counselor.dailyMaximum ?? Infinity)) continue;
    for (const range of weekly) {
      if (range.weekday !== ((day + 3) % 7) + 1) continue;
      const end = day * DAY + range.end * MINUTE - offset;
      let start = day * DAY + range.start * MINUTE - offset;
      while (start + duration <= end) {
        while (next < taken.length && taken[next]![1] <= start) next += 1;
        const isTaken = isMet(taken, next, start, start + duration + service.bufferAfterMinutes * MINUTE);
        if (start >= from && start < to && !isTaken) starts.push(start);
        start += step;
      }
    }
  }
  return starts;
}

type Moments = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant };
const emptySpan: readonly [number, number] = [0, 0];

function spanOf({ startsAt, endsAt }: Moments, tail: number): readonly [number, number] {
  return [startsAt.epochMilliseconds, endsAt.epochMilliseconds + tail];
}

function isMet(
  taken: readonly (readonly [number, number])[],
  next: number,
  start: number,
  end: number,
): boolean {
  for (let i = next; i < taken.length && taken[i]![0] < end; i += 1) if (taken[i]![1] > start) return true;
  return false;
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function plainSlots(input: SlotsInput, offset: number): Temporal.Instant[] {
  return plainStarts(input, offset).map((start) => Temporal.Instant.fromEpochMilliseconds(start));
}

/** Milliseconds of each, the medians of rounds in turn. */
function medians(tasks: readonly (() => unknown)[]): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = -20; round < ROUNDS; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const began = performance.now();
      task();
      if (round >= 0) times[index]!.push(performance.now() - began);
    }
  }
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!);
}

function print(title: string, [exact, plain]: readonly number[]): void {
  const ratio = (exact! / plain!).toFixed(2);
  console.log(`${title}: ${exact!.toFixed(3)} ms, plain ${plain!.toFixed(3)} ms, ratio ${ratio}`);
}

const SUMMER = -4 * 60 * MINUTE;
const quiet = counselorFrom("2026-06-01", 0);
const changing = counselorFrom("2026-10-15", 0);
const hundred = Array.from({ length: 100 }, (_, seed) => counselorFrom("2026-06-01", seed));

const [exact, plain] = [openSlots(quiet).join(), plainSlots(quiet, SUMMER).join()];
if (exact !== plain) throw new Error("the two do not offer the same slots: the ratio would mean nothing");
console.log(`${openSlots(quiet).length} slots in 30 days, the same both ways`);
print("one counselor, slots as instants", medians([() => openSlots(quiet), () => plainSlots(quiet, SUMMER)]));
print(
  "one counselor, starts as numbers",
  medians([() => openStarts(quiet), () => plainStarts(quiet, SUMMER)]),
);
print(
  "one counselor, clocks change",
  medians([() => openSlots(changing), () => plainSlots(changing, SUMMER)]),
);
print(
  "100 counselors, starts joined",
  medians([
    () => new Set(hundred.flatMap((each) => openStarts(each))),
    () => new Set(hundred.flatMap((each) => plainStarts(each, SUMMER))),
  ]),
);
