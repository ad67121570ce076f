import { canSeeCandidate } from "#lib/accounts/policy.ts";
import { stamp } from "#lib/core/format.ts";
import { isAfter } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { SeatAttendance, SeatSource } from "#lib/infra/prisma/enums.ts";
import { canEditWorkshops, whoSees } from "#lib/workshops/policy.ts";
import { isDoorOpen } from "#lib/workshops/rules/roster.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";
import { listed, listedSelect } from "./staff.ts";

/** Rows of a page of the roster; a print holds all. */
const pageSize = 100;

type Asked = {
  /** Part of a name; empty for all. */
  search: string;
  /** The seat after which the page begins. */
  after: string | null;
  /** All on one page, to print. */
  all: boolean;
  now: Temporal.Instant;
};

/**
 * The roster of a session for staff: who has a seat, by name, 100 a page, who came, and who said so. With a search also the
 * candidates of that name who are not on it, to place them or let them in. Null for others, or where there is no such session. Four
 * statements, whatever the number of seats.
 */
export async function getRoster(viewer: Viewer, sessionId: string, { search, after, all, now }: Asked) {
  if (!isStaff(viewer)) return null;
  const take = all ? workshopLimits.mostSeats : pageSize;
  const [row, seats, counted, others] = await Promise.all([
    pagesDb().workshopSession.findUnique({
      where: { id: sessionId },
      relationLoadStrategy: "join",
      select: { ...listedSelect, place: true, cancelledWhy: true, version: true },
    }),
    listSeats(sessionId, { search, after, take: take + 1 }),
    pagesDb().seat.groupBy({
      by: ["attendance"],
      where: { sessionId, givenBackAt: null },
      _count: { _all: true },
    }),
    search === "" ? [] : listOthers(sessionId, search),
  ]);
  if (!row) return null;
  const startsAt = instantOf(row.startsAt);
  const isOpen = isDoorOpen({ startsAt }, now);
  const count = (attendance: SeatAttendance | null) =>
    counted.find((one) => one.attendance === attendance)?._count._all ?? 0;
  return {
    session: listed(viewer, row, now),
    place: row.place,
    why: row.cancelledWhy,
    told: row.taken + row._count.waitlist,
    isDoorOpen: isOpen,
    isAhead: isAfter(startsAt, now),
    seats: seats.slice(0, take).map(({ attendanceAt, ...seat }) => {
      const at = instantOrNull(attendanceAt);
      return { ...seat, markedAt: at && stamp(at, viewer.timeZone, now) };
    }),
    next: seats.length > take ? (seats[take - 1]?.id ?? null) : null,
    counts: { attended: count("attended"), absent: count("absent"), excused: count("excused") },
    // At the door nobody asks for somebody's counselor; before, each places their own.
    others: others
      .filter(({ counselorId }) => isOpen || canSeeCandidate(viewer, { id: "", counselorId }))
      .map(({ id, name }) => ({ id, name })),
    whoSees: whoSees(viewer),
    mayEdit: canEditWorkshops(viewer),
  };
}

export type Roster = NonNullable<Awaited<ReturnType<typeof getRoster>>>;

type SeatRow = {
  id: string;
  name: string;
  source: SeatSource;
  attendance: SeatAttendance | null;
  attendanceAt: Date | null;
  markedBy: string | null;
};

/** By name, whether it is a person's or a walk-in's: two columns, which only SQL can sort as one. */
function listSeats(
  sessionId: string,
  { search, after, take }: { search: string; after: string | null; take: number },
) {
  return pagesDb().$queryRaw<SeatRow[]>`
    WITH roster AS (
      SELECT s.id, coalesce(p.name, s.walk_in_name) AS name, s.source, s.attendance, s.attendance_at, b.name AS marked_by
      FROM seats s LEFT JOIN people p ON p.id = s.person_id LEFT JOIN people b ON b.id = s.attendance_by_id
      WHERE s.session_id = ${sessionId}::uuid AND s.given_back_at IS NULL
    )
    SELECT id::text, name, source::text, attendance::text, attendance_at AS "attendanceAt", marked_by AS "markedBy"
    FROM roster
    WHERE strpos(lower(name), lower(${search})) > 0
      AND (${after}::uuid IS NULL OR (lower(name), id) > (SELECT lower(name), id FROM roster WHERE id = ${after}::uuid))
    ORDER BY lower(name), id LIMIT ${take}`;
}

/** Active candidates of that name without a seat here: names only. */
function listOthers(sessionId: string, search: string) {
  return pagesDb().person.findMany({
    where: {
      role: "candidate",
      deactivatedAt: null,
      name: { contains: search, mode: "insensitive" },
      seats: { none: { sessionId, givenBackAt: null } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, name: true, counselorId: true },
  });
}
