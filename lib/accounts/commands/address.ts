import { normalEmail } from "#lib/accounts/rules.ts";
import type { ChangeAddressInput } from "#lib/accounts/schema.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import { derivedSecret } from "#lib/infra/hash.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";

/**
 * Mends somebody's mail address, by an admin: their sessions and sign-in links end by law (I12), and who has not been here
 * yet is invited again. Nobody else is told; the event says who and when, never which address. Refuses `address_known`,
 * `address_unclear`, `same_address`, `stale`.
 */
export function changeAddress(actor: Viewer, input: ChangeAddressInput) {
  const spec = {
    once: input.key,
    // Keyed, so that the event holds no address to be guessed.
    request: { ...input, email: derivedSecret("changed address", input.email) },
    did: "person.address_changed",
    subject: input.person,
    onConstraint: { people_email_key: "address_known" },
  } as const;
  return transact<"not_found" | "address_known" | "address_unclear" | "same_address" | "stale">(
    actor,
    spec,
    async (tx, event) => {
      if (actor.role !== "admin") return refuse("not_found");
      const person = await tx.person.findFirst({
        where: { id: input.person, role: { not: "guest" }, deactivatedAt: null },
        select: { email: true, welcomedAt: true },
      });
      if (!person) return refuse("not_found");
      const email = normalEmail(input.email);
      if (email === null) return refuse("address_unclear");
      if (email === person.email) return refuse("same_address");
      const changed = await tx.person.updateMany({
        where: { id: input.person, version: input.version },
        data: { email, emailChangedAt: dateOf(event.at), version: { increment: 1 } },
      });
      if (changed.count === 0) return refuse("stale");
      if (person.welcomedAt === null) await enqueueMails(tx, event, [input.person], "person.invited");
      return ok({ id: input.person });
    },
  );
}
