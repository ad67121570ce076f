import { dateOf, dateOfDay, dayOf, instantOf } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { Db } from "#lib/infra/db.ts";
import { addDays, dateIn } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { BusyEvent, DateOverride, TimeOff, WeeklyRange } from "#lib/mocks/rules/slots-input.ts";

type WeeklyRow = { weekday: number; start: string; end: string; fromOn: Date | null; untilOn: Date | null };
type OverrideRow = { on: Date; start: string | null; end: string | null };
type TimeOffRow = { startsOn: Date | null; endsOn: Date | null; startsAt: Date | null; endsAt: Date | null };

/** The rows that say when a counselor is available. */
export const availabilitySelect = {
  weeklyHours: { select: { weekday: true, start: true, end: true, fromOn: true, untilOn: true } },
  hoursOverrides: { select: { on: true, start: true, end: true } },
  timeOff: {
    where: { removedAt: null },
    select: { startsOn: true, endsOn: true, startsAt: true, endsAt: true },
  },
} as const satisfies Prisma.PersonSelect;

/** A counselor's rows as the rules take them. An override without a range closes its date. */
export function hoursOf(counselor: {
  weeklyHours: readonly WeeklyRow[];
  hoursOverrides: readonly OverrideRow[];
  timeOff: readonly TimeOffRow[];
}): { hours: WeeklyRange[]; overrides: DateOverride[]; timeOff: TimeOff[] } {
  return {
    hours: counselor.weeklyHours.map(({ weekday, start, end, fromOn, untilOn }) => ({
      weekday,
      start,
      end,
      fromOn: fromOn && dayOf(fromOn),
      untilOn: untilOn && dayOf(untilOn),
    })),
    overrides: counselor.hoursOverrides.map(({ on, start, end }) => ({
      on: dayOf(on),
      ranges: start !== null && end !== null ? [{ start, end }] : [],
      unavailable: start === null,
    })),
    timeOff: counselor.timeOff.flatMap(timeOffOf),
  };
}

/** Whole dates or instants, as the database has it (laws.sql). */
export function timeOffOf({ startsOn, endsOn, startsAt, endsAt }: TimeOffRow): TimeOff[] {
  if (startsOn && endsOn) return [{ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }];
  return startsAt && endsAt ? [{ startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) }] : [];
}

/** Days around a window in which a whole date of any zone may touch it. */
const reachDays = 3;

/** What stands in the calendars that these counselors gave, around a window. One statement. */
export async function listBusyTimes(
  db: Db,
  counselorIds: readonly string[],
  { from, to }: { from: Instant; to: Instant },
): Promise<{ counselorId: string; event: BusyEvent }[]> {
  const reach = { hours: reachDays * 24 };
  const [first, last] = [from.subtract(reach), to.add(reach)];
  const rows = await db.busyTime.findMany({
    where: {
      calendar: { counselorId: { in: [...counselorIds] }, removedAt: null },
      OR: [
        { startsAt: { lt: dateOf(last) }, endsAt: { gt: dateOf(first) } },
        {
          startsOn: { lte: dateOfDay(addDays(dateIn(last, "UTC"), 1)) },
          endsBeforeOn: { gte: dateOfDay(addDays(dateIn(first, "UTC"), -1)) },
        },
      ],
    },
    relationLoadStrategy: "join",
    select: {
      startsAt: true,
      endsAt: true,
      startsOn: true,
      endsBeforeOn: true,
      timeZone: true,
      calendar: { select: { counselorId: true } },
    },
  });
  return rows.flatMap(({ calendar: { counselorId }, ...row }) =>
    eventOf(row).map((event) => ({ counselorId, event })),
  );
}

function eventOf(row: {
  startsAt: Date | null;
  endsAt: Date | null;
  startsOn: Date | null;
  endsBeforeOn: Date | null;
  timeZone: string | null;
}): BusyEvent[] {
  if (row.startsAt && row.endsAt)
    return [{ startsAt: instantOf(row.startsAt), endsAt: instantOf(row.endsAt) }];
  const { startsOn, endsBeforeOn, timeZone } = row;
  if (!startsOn || !endsBeforeOn || timeZone === null) return [];
  return [{ startsOn: dayOf(startsOn), endsBeforeOn: dayOf(endsBeforeOn), timeZone }];
}
