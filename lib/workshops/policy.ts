import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { audienceWords } from "#lib/workshops/words/seats.ts";

/** What the policy reads of a workshop. */
export type WorkshopFacts = { publishedAt: unknown };

/** What the policy reads of a seat, a place in the queue or an offer: whose it is. A walk-in without an account is nobody's. */
export type OwnedFacts = { personId: string | null };

/** The workshops, and with them the sessions, that this viewer may see: staff all; candidates what was published, cancelled ones too. */
export function workshopsVisibleTo(viewer: Viewer): Prisma.WorkshopWhereInput {
  return isStaff(viewer) ? {} : { publishedAt: { not: null } };
}

/** The same rule for one workshop in hand. */
export function canSeeWorkshop(viewer: Viewer, workshop: WorkshopFacts): boolean {
  return isStaff(viewer) || workshop.publishedAt !== null;
}

/** Only admins create, change, publish and cancel workshops. */
export function canEditWorkshops(viewer: Viewer): boolean {
  return viewer.role === "admin";
}

/** The sessions that this viewer may see: those of the workshops that they may. */
export function sessionsVisibleTo(viewer: Viewer): Prisma.WorkshopSessionWhereInput {
  return { workshop: workshopsVisibleTo(viewer) };
}

/**
 * The seats, places in a queue and offers that this viewer may see: staff all, everybody else their own. Attendees are
 * never shown to each other (product.md, "Workshops").
 */
export function seatsVisibleTo(viewer: Viewer): { personId?: string } {
  return isStaff(viewer) ? {} : { personId: viewer.personId };
}

/** The same rule for one seat, place or offer in hand. */
export function canSeeSeat(viewer: Viewer, seat: OwnedFacts): boolean {
  return isStaff(viewer) || seat.personId === viewer.personId;
}

/**
 * Candidates take seats and wait for themselves, guests by the link of their mail; staff place others, and hold no seats.
 */
export function canTakeSeats(viewer: Viewer): boolean {
  return viewer.role === "candidate" || viewer.role === "guest";
}

/** "Who can see this" of a seat, from the same rule. */
export function whoSees(viewer: Viewer): string {
  return isStaff(viewer) ? audienceWords.staff : audienceWords.candidate;
}
