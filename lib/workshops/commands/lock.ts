import { instantOf, instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";

export type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>;

/**
 * Takes the row lock of a session, and reads it as it is behind the lock; null where there is none. Everything that changes
 * seats, waits, offers, capacity, times or the being cancelled of a session comes through here first, so that they follow
 * one another (I4, I5).
 *
 * Order, or two transactions deadlock: whoever locks several sessions does so by id (`lockSessions`), and locks sessions
 * before people (`lockInOrder`).
 */
export async function lockSession(tx: Db, id: string) {
  await tx.$queryRaw`SELECT id FROM workshop_sessions WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.workshopSession.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      id: true,
      workshopId: true,
      startsAt: true,
      endsAt: true,
      opensAt: true,
      closesAt: true,
      capacity: true,
      taken: true,
      held: true,
      version: true,
      cancelledAt: true,
      workshop: { select: { publishedAt: true, cancelledAt: true } },
    },
  });
  return (
    row && {
      ...row,
      startsAt: instantOf(row.startsAt),
      endsAt: instantOf(row.endsAt),
      opensAt: instantOrNull(row.opensAt),
      closesAt: instantOrNull(row.closesAt),
      cancelledAt: instantOrNull(row.cancelledAt ?? row.workshop.cancelledAt),
      isPublished: row.workshop.publishedAt !== null,
    }
  );
}

/** The same for several, each once, in the order that keeps two transactions from waiting for each other. */
export async function lockSessions(tx: Db, ids: readonly string[]): Promise<LockedSession[]> {
  const locked: LockedSession[] = [];
  for (const id of [...new Set(ids)].toSorted()) {
    const session = await lockSession(tx, id);
    if (session) locked.push(session);
  }
  return locked;
}
