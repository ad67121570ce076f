import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";

/** What the policy reads of a request. */
export type HelpFacts = { confirmedAt: unknown; sessionId: string | null };

/**
 * The requests that this viewer may see: every counselor and admin those that were confirmed (product.md, "The people").
 * One for a seat is nobody's work and seen on the roster.
 */
export function helpRequestsVisibleTo(viewer: Viewer): Prisma.HelpRequestWhereInput {
  return isStaff(viewer) ? { confirmedAt: { not: null }, sessionId: null } : { id: { in: [] } };
}

/** The same rule for one request in hand. */
export function canSeeHelpRequest(viewer: Viewer, request: HelpFacts): boolean {
  return isStaff(viewer) && request.confirmedAt !== null && request.sessionId === null;
}

/** Of those, what waits on every desk: not accepted, not answered, and its guest was not invited by another way. */
export function helpRequestsDueFrom(viewer: Viewer): Prisma.HelpRequestWhereInput {
  return {
    AND: [helpRequestsVisibleTo(viewer), { acceptedAt: null, answeredAt: null, person: { role: "guest" } }],
  };
}
