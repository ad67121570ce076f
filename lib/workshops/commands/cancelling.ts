import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { followUp } from "#lib/history/commands.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { lockSession, lockSessions } from "#lib/workshops/commands/lock.ts";
import type { LockedSession } from "#lib/workshops/commands/lock.ts";
import { endSeatsOfCancelled } from "#lib/workshops/commands/queue.ts";
import { lockWorkshop } from "#lib/workshops/commands/workshops.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import type { CancelSessionInput, CancelWorkshopInput } from "#lib/workshops/schema/workshops.ts";

type CancelRefusal = "not_found" | "cancelled" | "started";

/**
 * Cancels one session with a line of why; nothing of it comes back (I19). Everybody with a seat, who waits or has an open
 * offer is told, with the end of their calendar entry. Refuses `not_found`, `cancelled`, and `started` once it has.
 */
export function cancelSession(actor: Viewer, input: CancelSessionInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "session.cancelled",
    subject: input.session,
  } as const;
  return transact<CancelRefusal>(actor, spec, async (tx, event) => {
    if (!canEditWorkshops(actor)) return refuse("not_found");
    const session = await lockSession(tx, input.session);
    if (!session) return refuse("not_found");
    if (session.cancelledAt) return refuse("cancelled");
    if (!isAfter(session.startsAt, now)) return refuse("started");
    await endSession(tx, event, session, { actor, why: input.why, now });
    return ok({ id: session.id });
  });
}

/**
 * Cancels all of a workshop: each session that has not started, as `cancelSession`, each with an event of its own, since each
 * is an entry of its own in people's calendars. A draft is given up so, and nobody is told. Refuses `not_found`, `cancelled`.
 */
export function cancelWorkshop(actor: Viewer, input: CancelWorkshopInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "workshop.cancelled",
    subject: input.workshop,
  } as const;
  return transact<CancelRefusal>(actor, spec, async (tx, event) => {
    const workshop = await lockWorkshop(tx, actor, input.workshop);
    if (!workshop) return refuse("not_found");
    if (workshop.cancelledAt) return refuse("cancelled");
    const sessions = await lockSessions(
      tx,
      workshop.sessions.map(({ id }) => id),
    );
    const ahead = sessions.filter(
      ({ cancelledAt, startsAt }) => cancelledAt === null && isAfter(startsAt, now),
    );
    for (const session of ahead) {
      const also = await followUp(tx, event, "session.cancelled", session.id);
      await endSession(tx, also, session, { actor, why: input.why, now });
    }
    const by = { cancelledAt: dateOf(now), cancelledById: actor.personId, cancelledWhy: input.why };
    await tx.workshop.update({ where: { id: workshop.id }, data: { ...by, version: { increment: 1 } } });
    return ok({ id: workshop.id });
  });
}

type Ending = { actor: Viewer; why: string; now: Instant };

async function endSession(tx: Db, event: EventRef, session: LockedSession, { actor, why, now }: Ending) {
  const { seated, waiting } = await endSeatsOfCancelled(tx, session, now);
  await tx.workshopSession.update({
    where: { id: session.id },
    data: {
      cancelledAt: dateOf(now),
      cancelledById: actor.personId,
      cancelledWhy: why,
      version: { increment: 1 },
    },
  });
  if (session.isPublished) await enqueueMails(tx, event, [...seated, ...waiting], "workshop.cancelled");
}
