import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { arrivalOf } from "#lib/people/rules.ts";

const pageSize = 50;

/** Everybody but guests, by name; 50 a page, `after` is the id of the last one seen. For admins: anybody else gets nothing. */
export async function listPeople(
  viewer: Viewer,
  { after, now }: { after: string | null; now: Temporal.Instant },
) {
  if (viewer.role !== "admin") return { people: [], next: null };
  const rows = await pagesDb().person.findMany({
    where: { role: { not: "guest" } },
    orderBy: [{ role: "desc" }, { name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      version: true,
      invitedAt: true,
      welcomedAt: true,
      deactivatedAt: true,
      counselor: { select: { name: true } },
    },
  });
  const people = rows
    .slice(0, pageSize)
    .map(({ invitedAt, welcomedAt, deactivatedAt, counselor, ...person }) => ({
      ...person,
      counselor: counselor?.name ?? null,
      arrival: arrivalOf({ welcomedAt, deactivatedAt }),
      invited: stamp(instantOf(invitedAt), viewer.timeZone, now),
    }));
  return { people, next: rows.length > pageSize ? (people.at(-1)?.id ?? null) : null };
}

/** The active colleagues whom a candidate can be given to. */
export async function listCounselors(viewer: Viewer) {
  if (viewer.role !== "admin") return [];
  return pagesDb().person.findMany({
    where: { role: { in: ["counselor", "admin"] }, deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** Who invited the holder of an invitation link; null where it leads to nobody. Names the inviting person only. */
export async function findInvitation(personId: string) {
  const person = await pagesDb().person.findFirst({
    where: { id: personId, role: { not: "guest" }, deactivatedAt: null },
    relationLoadStrategy: "join",
    select: { invitedBy: { select: { name: true } } },
  });
  return person && { invitedBy: person.invitedBy?.name ?? null };
}
