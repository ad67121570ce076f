import { addMinutes, dateIn, isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, dateOfDay, instantOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { MockAttendance } from "#lib/infra/prisma/enums.ts";
import { chanceOf } from "./chance.ts";
import { staffNamed } from "./people.ts";
import type { Story } from "./people.ts";

type MockRow = Story["rows"]["mocks"][number];

/** How a session ends, by weight. */
const attendances: Partial<Record<MockAttendance, number>> = {
  attended: 14,
  late: 2,
  candidate_absent: 2,
  excused: 1,
  technical_problem: 1,
};

/** Who came to the sessions that are over; the latest of all still waits for its attendance. */
export function addAttendance(story: Story): void {
  const over = story.rows.mocks
    .filter((mock) => !mock.cancelledAt && !isAfter(endOf(mock), story.now))
    .toSorted((a, b) => endOf(b).epochMilliseconds - endOf(a).epochMilliseconds);
  for (const mock of over.slice(1))
    Object.assign(mock, {
      attendance: chanceOf(`attendance/${mock.id}`).weighted(attendances),
      attendanceAt: dateOf(addMinutes(endOf(mock), 2)),
      attendanceById: mock.counselorId,
    });
}

/** Marcus is away for two days, and shuts one day; neither meets a booking. */
export function addTimeOff({ rows, at }: Story): void {
  const { id: counselorId, timeZone } = staffNamed("marcus");
  const dateAt = (workingDay: number) =>
    dateOfDay(dateIn(at({ workingDay, at: "12:00" }, timeZone), timeZone));
  rows.timeOff.push({
    id: stableId("time-off", "marcus"),
    counselorId,
    startsOn: dateAt(17),
    endsOn: dateAt(18),
    addedAt: dateOf(at({ workingDay: -2, at: "09:40" }, timeZone)),
  });
  rows.hoursOverrides.push({ id: stableId("override", "marcus"), counselorId, on: dateAt(15) });
}

function endOf(mock: MockRow): Instant {
  return instantOf(mock.endsAt as Date);
}
