import { isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { concernsWaiting } from "#lib/workshops/rules/changed.ts";
import type { Change } from "#lib/workshops/rules/changed.ts";

/** The people of a session: those with a live seat and an account, and those who wait or have an open offer. */
async function findTold(tx: Db, sessionId: string) {
  const [seats, waiting] = await Promise.all([
    tx.seat.findMany({
      where: { sessionId, givenBackAt: null, personId: { not: null } },
      select: { personId: true },
    }),
    tx.waitlistEntry.findMany({ where: { sessionId, endedAt: null }, select: { personId: true } }),
  ]);
  return {
    seated: seats.flatMap(({ personId }) => personId ?? []),
    waiting: waiting.map(({ personId }) => personId),
  };
}

/**
 * Writes down what changed of a published session and puts the mails on the log, in the transaction of `event`, whose subject
 * is the session. Nobody is told of a session that is over.
 */
export async function announceChanges(
  tx: Db,
  event: EventRef,
  session: { id: string; endsAt: Instant },
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.sessionChange.createMany({
    data: changes.map((change) => ({
      ...change,
      id: stableId(event.id, change.field),
      eventId: event.id,
      sessionId: session.id,
      at: dateOf(event.at),
    })),
  });
  if (!isAfter(session.endsAt, event.at)) return;
  const { seated, waiting } = await findTold(tx, session.id);
  const told = concernsWaiting(changes) ? [...seated, ...waiting] : seated;
  await enqueueMails(tx, event, told, "workshop.changed");
}
