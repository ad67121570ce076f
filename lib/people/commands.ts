import { inviteGuest } from "#lib/accounts/commands/guests.ts";
import { addInvited, setRole } from "#lib/accounts/commands/people.ts";
import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { findGuestId } from "#lib/accounts/queries.ts";
import { normalEmail } from "#lib/accounts/rules.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { isActiveCounselor } from "#lib/people/commands/handing-over.ts";
import { decideInvitation } from "#lib/people/rules.ts";
import type { ChangeRoleInput, InviteAgainInput, InvitePersonInput } from "#lib/people/schema.ts";

/**
 * Invites a person by mail; `input.key` becomes their id, or a guest of that address keeps theirs. Refuses `address_known`,
 * `address_unclear`, `not_yours` (a counselor inviting staff), `no_counselor` (an admin inviting a candidate without an
 * active counselor).
 */
export async function invitePerson(actor: Viewer, input: InvitePersonInput, now: Temporal.Instant) {
  const guestId = await findGuestId(normalEmail(input.email) ?? "");
  const id = guestId ?? input.key;
  const spec = {
    once: input.key,
    request: input,
    did: "person.invited",
    subject: id,
    onConstraint: { people_email_key: "address_known" },
  } as const;
  return transact<"address_known" | "address_unclear" | "not_yours" | "no_counselor" | "not_found">(
    actor,
    spec,
    async (tx, event) => {
      if (!isStaff(actor)) return refuse("not_found");
      const facts = {
        actor: { id: actor.personId, role: actor.role },
        role: input.role,
        email: normalEmail(input.email),
        counselor: await activeCounselor(tx, input.counselor),
      };
      const decision = decideInvitation(facts);
      if (!decision.ok) return decision;
      const { email, counselorId } = decision.value;
      const { name, role } = input;
      const invited = { id, name, role, counselorId, invitedById: actor.personId, now };
      if (guestId === null) await addInvited(tx, { ...invited, email });
      else if (!(await inviteGuest(tx, invited))) return refuse("address_known");
      await enqueueMails(tx, event, [id], "person.invited");
      return ok({ id });
    },
  );
}

/** Sends the invitation once more to somebody who has not been here yet. */
export function inviteAgain(actor: Viewer, input: InviteAgainInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "person.invited_again",
    subject: input.person,
  } as const;
  return transact<"not_found" | "welcomed_already">(actor, spec, async (tx, event) => {
    const scope = actor.role === "admin" ? {} : candidatesVisibleTo(actor);
    const person = await tx.person.findFirst({
      where: { AND: [{ id: input.person, deactivatedAt: null }, scope] },
      select: { welcomedAt: true },
    });
    if (!person || !isStaff(actor)) return refuse("not_found");
    if (person.welcomedAt !== null) return refuse("welcomed_already");
    await enqueueMails(tx, event, [input.person], "person.invited");
    return ok({ id: input.person });
  });
}

/** Makes a colleague counselor or admin; ends their sessions (I12). The last active admin stays one (I11). */
export function changeRole(actor: Viewer, input: ChangeRoleInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "person.role_changed",
    subject: input.person,
    onConstraint: { keep_one_admin: "last_admin" },
  } as const;
  return transact<"not_found" | "stale" | "last_admin">(actor, spec, async (tx) => {
    if (actor.role !== "admin") return refuse("not_found");
    const colleague = await tx.person.findFirst({
      where: { id: input.person, role: { in: ["counselor", "admin"] }, deactivatedAt: null },
      select: { id: true },
    });
    if (!colleague) return refuse("not_found");
    return (await setRole(tx, { id: colleague.id, role: input.role, version: input.version }))
      ? ok({ id: colleague.id })
      : refuse("stale");
  });
}

/** The chosen counselor if they are active, behind their lock: who is being deactivated is given nobody any more. */
async function activeCounselor(tx: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  await lockInOrder(tx, [id]);
  return (await isActiveCounselor(tx, id)) ? id : null;
}
