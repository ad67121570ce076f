import { stamp } from "#lib/core/format.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import { phaseOf } from "#lib/workshops/rules/phases.ts";
import type { SessionFilter } from "#lib/workshops/words/staff.ts";

const pageSize = 50;

/** A session as staff list it, with what fills it. */
export const listedSelect = {
  id: true,
  startsAt: true,
  endsAt: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  area: true,
  facilitator: true,
  capacity: true,
  taken: true,
  held: true,
  cancelledAt: true,
  workshop: { select: { id: true, kind: true, title: true, publishedAt: true, cancelledAt: true } },
  _count: { select: { waitlist: { where: { endedAt: null } } } },
} satisfies Prisma.WorkshopSessionSelect;

type ListedRow = Prisma.WorkshopSessionGetPayload<{ select: typeof listedSelect }>;

type Page = { filter: SessionFilter; after: string | null; now: Temporal.Instant };

/**
 * Sessions for staff, 50 a page: those to come by time, those that are over the latest first; drafts; cancelled ones. `after`
 * is the id of the last one seen; `last` the workshop that "Copy the last" copies. Two statements.
 */
export async function listSessions(viewer: Viewer, { filter, after, now }: Page) {
  if (!isStaff(viewer)) return null;
  const [rows, last] = await Promise.all([
    pagesDb().workshopSession.findMany({
      where: narrowed(filter, now),
      orderBy: [{ startsAt: filter === "coming" || filter === "drafts" ? "asc" : "desc" }, { id: "asc" }],
      take: pageSize + 1,
      ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
      relationLoadStrategy: "join",
      select: listedSelect,
    }),
    pagesDb().workshop.findFirst({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  const sessions = rows.slice(0, pageSize).map((row) => listed(viewer, row, now));
  return {
    sessions,
    next: rows.length > pageSize ? (sessions.at(-1)?.id ?? null) : null,
    last: last?.id ?? null,
    mayEdit: canEditWorkshops(viewer),
  };
}

export type ListedSession = NonNullable<Awaited<ReturnType<typeof listSessions>>>["sessions"][number];

function narrowed(filter: SessionFilter, now: Temporal.Instant): Prisma.WorkshopSessionWhereInput {
  const isLive = { cancelledAt: null, workshop: { cancelledAt: null, publishedAt: { not: null } } };
  switch (filter) {
    case "coming":
      return { ...isLive, endsAt: { gt: dateOf(now) } };
    case "past":
      return { ...isLive, endsAt: { lte: dateOf(now) } };
    case "drafts":
      return { cancelledAt: null, workshop: { cancelledAt: null, publishedAt: null } };
    case "cancelled":
      return { OR: [{ cancelledAt: { not: null } }, { workshop: { cancelledAt: { not: null } } }] };
  }
}

/** One session with its time in the viewer's zone, and in the venue's where the two differ at that moment. */
export function listed(viewer: Viewer, row: ListedRow, now: Temporal.Instant) {
  const { id, workshop, timeZone, area, facilitator, capacity, taken, held } = row;
  const startsAt = instantOf(row.startsAt);
  const cancelledAt = instantOrNull(row.cancelledAt ?? workshop.cancelledAt);
  const facts = { startsAt, endsAt: instantOf(row.endsAt), capacity, cancelledAt };
  const window = { opensAt: instantOrNull(row.opensAt), closesAt: instantOrNull(row.closesAt) };
  const here = stamp(startsAt, viewer.timeZone, now);
  const there = stamp(startsAt, timeZone, now);
  return {
    id,
    workshopId: workshop.id,
    title: workshop.title,
    kind: workshop.kind,
    when: here,
    atVenue: here.label === there.label ? null : there,
    area,
    facilitator,
    phase: phaseOf({ ...facts, ...window }, now),
    isDraft: workshop.publishedAt === null,
    fill: capacity === null ? null : { taken, held, capacity, waiting: row._count.waitlist },
  };
}
