import { formatDateTime, formatRange, zoneLabel } from "#lib/core/format.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { standingOf } from "#lib/workshops/rules/standing.ts";
import { workshopKinds } from "#lib/workshops/words/seats.ts";

/** Sessions that the public page shows; further ahead nobody looks. */
const most = 50;

/** What anybody may know: sessions of published, open workshops that are neither cancelled nor past. */
function openTo(now: Instant): Prisma.WorkshopSessionWhereInput {
  return {
    startsAt: { gt: dateOf(now) },
    cancelledAt: null,
    workshop: { isOpen: true, publishedAt: { not: null }, cancelledAt: null },
  };
}

/**
 * The coming sessions of open workshops, the next first, in the zone of their venue and with the seats left in words; of
 * those in which a seat can be asked for, `canAsk`. Nobody's name. One statement.
 */
export async function listOpenWorkshops(now: Instant) {
  const rows = await pagesDb().workshopSession.findMany({
    where: openTo(now),
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      area: true,
      capacity: true,
      taken: true,
      held: true,
      opensAt: true,
      closesAt: true,
      workshop: { select: { kind: true, title: true, elsewhereLink: true } },
      _count: { select: { waitlist: { where: { endedAt: null } } } },
    },
  });
  return rows.map(({ workshop, _count, ...row }) => {
    const [startsAt, endsAt] = [instantOf(row.startsAt), instantOf(row.endsAt)];
    const waiting = _count.waitlist;
    const facts = {
      ...row,
      startsAt,
      endsAt,
      opensAt: instantOrNull(row.opensAt),
      closesAt: instantOrNull(row.closesAt),
      cancelledAt: null,
      waiting,
      unoffered: waiting - row.held,
    };
    const nothing = { hasSeat: false, offer: null, before: null };
    const { state, text } = standingOf(facts, nothing, row.timeZone, now);
    const zone = zoneLabel(startsAt, row.timeZone);
    return {
      id: row.id,
      title: workshop.title,
      kind: workshopKinds[workshop.kind],
      iso: startsAt.toString(),
      start: formatDateTime(startsAt, row.timeZone),
      when: `${formatRange(startsAt, endsAt, row.timeZone)} (${zone})`,
      area: row.area,
      state,
      text,
      canAsk: state === "free" || state === "full",
      link: state === "elsewhere" ? workshop.elsewhereLink : null,
    };
  });
}

export type OpenWorkshop = Awaited<ReturnType<typeof listOpenWorkshops>>[number];

/** The session, if a seat in it can be asked for on the public page; what time says of it, taking the seat decides. */
export function findOpenSession(db: Db, id: string, now: Instant): Promise<{ id: string } | null> {
  const where = { AND: [{ id, capacity: { not: null } }, openTo(now)] };
  return db.workshopSession.findFirst({ where, select: { id: true } });
}
