import type { Role } from "#lib/infra/prisma/enums.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

export type InviteFacts = {
  actor: { id: string; role: Role };
  role: Role;
  /** The address as stored; null where it cannot be told from another that looks the same. */
  email: string | null;
  /** The chosen counselor, if any was chosen and is an active one. */
  counselor: string | null;
};

/**
 * Who may invite whom: an admin everybody, a counselor candidates. The inviting counselor is assigned; where an admin
 * invites a candidate, they pick one (product.md, "Who may see it").
 */
export function decideInvitation(
  facts: InviteFacts,
): Result<{ email: string; counselorId: string | null }, "address_unclear" | "not_yours" | "no_counselor"> {
  const { actor, role, email } = facts;
  if (role !== "candidate" && actor.role !== "admin") return refuse("not_yours");
  if (email === null) return refuse("address_unclear");
  if (role !== "candidate") return ok({ email, counselorId: null });
  const counselorId = actor.role === "admin" ? facts.counselor : actor.id;
  return counselorId === null ? refuse("no_counselor") : ok({ email, counselorId });
}

/** How far somebody has come: invited, here, or deactivated. */
export function arrivalOf(person: {
  welcomedAt: object | null;
  deactivatedAt: object | null;
}): "invited" | "here" | "left" {
  if (person.deactivatedAt !== null) return "left";
  return person.welcomedAt === null ? "invited" : "here";
}
