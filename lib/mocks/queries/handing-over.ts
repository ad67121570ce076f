import { isStaff } from "#lib/core/viewer.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { listBusyTimes, hoursOf } from "#lib/mocks/queries/availability.ts";
import { bookedCounselor } from "#lib/mocks/queries/booking.ts";
import type { TakingOver } from "#lib/mocks/rules/handing-over.ts";

/** Days before now in which a colleague's session may still count for their daily maximum. */
const reachDays = 2;

/** No horizon is longer (schema.ts). */
const furthestDays = 366;

/** A counselor's sessions to come, each with its candidate and who looks after them. */
export async function sessionsToComeFacts(db: Db, counselorId: string, now: Instant) {
  const rows = await db.mock.findMany({
    where: { counselorId, cancelledAt: null, startsAt: { gt: dateOf(now) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      candidateId: true,
      startsAt: true,
      endsAt: true,
      version: true,
      candidate: { select: { name: true, counselorId: true } },
    },
  });
  return rows.map((row) => ({ ...row, startsAt: instantOf(row.startsAt), endsAt: instantOf(row.endsAt) }));
}

/** The colleagues with their hours, settings and sessions, for `planHandOver`. Three statements. */
export async function takingOverFacts(db: Db, ids: readonly string[], now: Instant): Promise<TakingOver[]> {
  const colleagues = await db.person.findMany({
    where: { id: { in: [...ids] } },
    relationLoadStrategy: "join",
    select: bookedCounselor,
  });
  const mocks = await db.mock.findMany({
    where: {
      counselorId: { in: [...ids] },
      cancelledAt: null,
      endsAt: { gt: dateOf(now.subtract({ hours: 24 * reachDays })) },
    },
    select: {
      id: true,
      counselorId: true,
      startsAt: true,
      endsAt: true,
      bufferBeforeMinutes: true,
      bufferAfterMinutes: true,
    },
  });
  const busy = await listBusyTimes(db, ids, { from: now, to: now.add({ hours: 24 * furthestDays }) });
  return colleagues.map((colleague) => ({
    id: colleague.id,
    timeZone: colleague.timeZone,
    isActive: colleague.deactivatedAt === null && isStaff(colleague),
    ...hoursOf(colleague),
    busy: busy.filter(({ counselorId }) => counselorId === colleague.id).map(({ event }) => event),
    settings: colleague.availability,
    bookings: mocks
      .filter((mock) => mock.counselorId === colleague.id)
      .map((mock) => ({
        ...mock,
        startsAt: instantOf(mock.startsAt),
        endsAt: instantOf(mock.endsAt),
        status: "CONFIRMED" as const,
      })),
  }));
}
