import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

/** Everybody who may stand before a door, by what the owner's records are to them; `nobody` is not signed in. */
export const actors = [
  "owner",
  "otherCandidate",
  "assigned",
  "otherCounselor",
  "admin",
  "former",
  "nobody",
] as const;
export type Actor = (typeof actors)[number];

export type Cast = Awaited<ReturnType<typeof makeCast>>;

const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));

/** The owner and her counselor, who can be booked at any hour, beside people to whom she is a stranger. */
export async function makeCast(db: Db, now: Temporal.Instant) {
  const assigned = await makeCounselor(db, { hours: allDay });
  const otherCounselor = await makeCounselor(db, { hours: allDay });
  const owner = await makeCandidate(db, assigned.id);
  const otherCandidate = await makeCandidate(db, otherCounselor.id);
  const admin = await makePerson(db, { role: "admin" });
  const former = await makePerson(db, {
    role: "admin",
    deactivatedAt: dateOf(now),
    deactivatedById: admin.id,
  });
  return { owner, otherCandidate, assigned, otherCounselor, admin, former };
}
