import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { normalEmail } from "#lib/accounts/rules.ts";
import type { ConfirmProfileInput } from "#lib/accounts/schema.ts";
import { findSettings } from "#lib/settings/queries.ts";

/** Name and time zone as the person confirms or changes them. Refuses `stale` if they changed since the page was shown. */
export function confirmProfile(actor: Viewer, input: ConfirmProfileInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "profile.confirmed",
    subject: actor.personId,
  } as const;
  return transact<"stale">(actor, spec, async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: actor.personId, version: input.version },
      data: {
        name: input.name,
        timeZone: input.timeZone,
        welcomedAt: dateOf(now),
        version: { increment: 1 },
      },
    });
    return changed.count === 1 ? ok({ id: actor.personId }) : refuse("stale");
  });
}

/** Adds somebody who was invited; the zone is the inviting person's until they confirm their own. */
export async function addInvited(
  tx: Db,
  person: {
    id: string;
    name: string;
    email: string;
    role: Role;
    counselorId: string | null;
    invitedById: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { now, ...row } = person;
  const inviter =
    row.invitedById &&
    (await tx.person.findUnique({ where: { id: row.invitedById }, select: { timeZone: true } }));
  await tx.person.create({
    data: { ...row, timeZone: inviter ? inviter.timeZone : await zoneOfAgency(tx), invitedAt: dateOf(now) },
  });
}

async function zoneOfAgency(tx: Db): Promise<string> {
  return (await findSettings(tx)).agency.saved.timeZone;
}

/** Sets somebody's role; false if they changed since `version`. */
export async function setRole(
  tx: Db,
  { id, role, version }: { id: string; role: Role; version: number },
): Promise<boolean> {
  const changed = await tx.person.updateMany({
    where: { id, version },
    data: { role, version: { increment: 1 } },
  });
  return changed.count === 1;
}

/** The first admin of an installation, made by a command of the operator. Refuses `not_first` where an active admin exists. */
export function addFirstAdmin(input: { key: string; email: string; name: string }, now: Temporal.Instant) {
  const spec = { once: input.key, request: {}, did: "person.invited", subject: input.key } as const;
  return transact<"not_first" | "address_unclear">(nobody, spec, async (tx, event) => {
    const email = normalEmail(input.email);
    if (email === null) return refuse("address_unclear");
    await lockInOrder(tx, ["the first admin"]);
    if (await tx.person.findFirst({ where: { role: "admin", deactivatedAt: null }, select: { id: true } }))
      return refuse("not_first");
    await addInvited(tx, {
      id: input.key,
      name: input.name,
      email,
      role: "admin",
      counselorId: null,
      invitedById: null,
      now,
    });
    await enqueueMails(tx, event, [input.key], "person.invited");
    return ok({ id: input.key });
  });
}

/** Gives a candidate another counselor; false if they changed since `version`. */
export async function setCounselor(
  tx: Db,
  { id, counselorId, version }: { id: string; counselorId: string; version: number },
): Promise<boolean> {
  const changed = await tx.person.updateMany({
    where: { id, role: "candidate", deactivatedAt: null, version },
    data: { counselorId, version: { increment: 1 } },
  });
  return changed.count === 1;
}

/** Ends somebody's access (and with it every sign-in, I12), or gives it back with `null`; false if they changed since `version`. */
export async function setActivity(
  tx: Db,
  person: { id: string; version: number; deactivated: { at: Temporal.Instant; byId: string } | null },
): Promise<boolean> {
  const { deactivated } = person;
  const changed = await tx.person.updateMany({
    where: {
      id: person.id,
      version: person.version,
      deactivatedAt: deactivated === null ? { not: null } : null,
    },
    data: {
      deactivatedAt: deactivated && dateOf(deactivated.at),
      deactivatedById: deactivated && deactivated.byId,
      version: { increment: 1 },
    },
  });
  return changed.count === 1;
}
