import { stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { arrivalOf } from "#lib/people/rules.ts";
import { nobody } from "#lib/people/rules/filters.ts";
import type { PeopleFilter } from "#lib/people/rules/filters.ts";

const pageSize = 50;

/**
 * Everybody but guests whom the filter leaves, colleagues first, then by name; 50 a page, `after` is the id of the last one
 * seen. For admins: anybody else gets nothing. One statement.
 */
export async function listPeople(
  viewer: Viewer,
  { filter, after, now }: { filter: PeopleFilter; after: string | null; now: Temporal.Instant },
) {
  if (viewer.role !== "admin") return { people: [], next: null };
  const rows = await pagesDb().person.findMany({
    where: { AND: [{ role: { not: "guest" } }, ...narrowed(filter)] },
    orderBy: [{ role: "desc" }, { name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      invitedAt: true,
      welcomedAt: true,
      deactivatedAt: true,
      counselor: { select: { name: true, deactivatedAt: true } },
    },
  });
  const people = rows
    .slice(0, pageSize)
    .map(({ invitedAt, welcomedAt, deactivatedAt, counselor, ...person }) => ({
      ...person,
      counselor: counselor && counselor.deactivatedAt === null ? counselor.name : null,
      arrival: arrivalOf({ welcomedAt, deactivatedAt }),
      invited: stamp(instantOf(invitedAt), viewer.timeZone, now),
    }));
  return { people, next: rows.length > pageSize ? (people.at(-1)?.id ?? null) : null };
}

function narrowed({ sought, role, arrival, counselor }: PeopleFilter): Prisma.PersonWhereInput[] {
  const part = { contains: sought.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return [
    sought === "" ? {} : { OR: [{ name: part }, { email: part }] },
    role === null ? {} : { role },
    arrival === null ? {} : arrivalWhere[arrival],
    counselor === null
      ? {}
      : counselor === nobody
        ? withoutCounselor
        : { role: "candidate", counselorId: counselor },
  ];
}

const arrivalWhere = {
  invited: { welcomedAt: null, deactivatedAt: null },
  here: { welcomedAt: { not: null }, deactivatedAt: null },
  left: { deactivatedAt: { not: null } },
} as const satisfies Record<string, Prisma.PersonWhereInput>;

/** Active candidates whom nobody active looks after. */
const withoutCounselor = {
  role: "candidate",
  deactivatedAt: null,
  OR: [{ counselorId: null }, { counselor: { deactivatedAt: { not: null } } }],
} satisfies Prisma.PersonWhereInput;

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
