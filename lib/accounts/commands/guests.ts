import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";

/** Adds somebody who asked for help on the public page: known by their address, and without a way in. */
export async function addGuest(
  tx: Db,
  { now, ...guest }: { id: string; name: string; email: string; timeZone: string; now: Temporal.Instant },
): Promise<void> {
  await tx.person.create({ data: { ...guest, role: "guest", invitedAt: dateOf(now) } });
}

type Invited = {
  id: string;
  /** As the inviting person typed it; without it, as the guest did. */
  name?: string;
  role: Exclude<Role, "guest">;
  counselorId: string | null;
  invitedById: string;
  now: Temporal.Instant;
};

/** Makes a guest somebody who was invited; false where they are no guest (any more). Of two at once one does. */
export async function inviteGuest(tx: Db, { id, now, ...data }: Invited): Promise<boolean> {
  const changed = await tx.person.updateMany({
    where: { id, role: "guest" },
    data: { ...data, invitedAt: dateOf(now), version: { increment: 1 } },
  });
  return changed.count === 1;
}

/** Forgets a guest of whom nothing is left. */
export async function forgetGuest(tx: Db, id: string): Promise<void> {
  await tx.person.deleteMany({ where: { id, role: "guest" } });
}
