import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import { transact } from "#lib/infra/transact.ts";
import { announceChanges } from "#lib/workshops/commands/announce.ts";
import { changeCapacity } from "#lib/workshops/commands/capacity.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { settleQueue } from "#lib/workshops/commands/queue.ts";
import { columnsOf, lockWorkshop, venueOf } from "#lib/workshops/commands/workshops.ts";
import { canEditWorkshops } from "#lib/workshops/policy.ts";
import { changesOf } from "#lib/workshops/rules/changed.ts";
import { decideHeld, decideTimes } from "#lib/workshops/rules/drafts.ts";
import type { AddSessionInput, ChangeSessionInput } from "#lib/workshops/schema/workshops.ts";

/**
 * Adds a session to a workshop; of a published one it is open at once. `input.key` becomes its id. Refuses `not_found`,
 * `cancelled`, and as `decideHeld` and `decideTimes`. Nobody is mailed: nobody has a seat yet.
 */
export function addSession(actor: Viewer, input: AddSessionInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "session.added", subject: input.key } as const;
  return transact(actor, spec, async (tx) => {
    const workshop = await lockWorkshop(tx, actor, input.workshop);
    if (!workshop) return refuse("not_found");
    if (workshop.cancelledAt) return refuse("cancelled");
    const held = decideHeld(heldOf(workshop), input);
    if (!held.ok) return held;
    const times = decideTimes(input, now);
    if (!times.ok) return times;
    const { place, capacity } = held.value;
    const seats = { place, capacity, ...venueOf(input) };
    await tx.workshopSession.create({
      data: { id: input.key, workshopId: workshop.id, ...columnsOf(times.value), ...seats },
    });
    await tx.workshop.update({ where: { id: workshop.id }, data: { version: { increment: 1 } } });
    return ok({ id: input.key });
  });
}

function heldOf({ elsewhereLink }: { elsewhereLink: string | null }) {
  return { held: elsewhereLink === null ? ("here" as const) : ("elsewhere" as const), elsewhereLink };
}

/**
 * Changes a session that has not started. Those with a seat are told what changed, with a calendar entry of a higher version;
 * those who wait, of another time; nobody, where nothing changed that they see. Refuses `not_found`, `stale`, `cancelled`,
 * `started`, `seats_taken` where fewer seats are left than are taken and nothing says what happens to them, and as
 * `decideHeld` and `decideTimes`.
 */
export function changeSession(actor: Viewer, input: ChangeSessionInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "session.changed", subject: input.session } as const;
  return transact(actor, spec, async (tx, event) => {
    const session = await lockForChange(tx, actor, input.session);
    if (!session) return refuse("not_found");
    if (session.version !== input.version) return refuse("stale");
    if (session.isCancelled) return refuse("cancelled");
    if (!isAfter(session.startsAt, now)) return refuse("started");
    const held = decideHeld(heldOf(session), input);
    if (!held.ok) return held;
    const times = decideTimes(input, now);
    if (!times.ok) return times;
    const { place, capacity } = held.value;
    const venue = { place, ...venueOf(input) };
    const after = { ...session, ...times.value, ...venue };
    await tx.workshopSession.update({
      where: { id: session.id },
      data: { ...columnsOf(times.value), ...venue, version: { increment: 1 } },
    });
    if (session.isPublished) await announceChanges(tx, event, after, changesOf(session, after));
    const moved = { ...session, ...times.value };
    if (capacity !== null && capacity !== session.capacity) {
      const change = { session: moved, capacity, choice: input.tooMany, byId: actor.personId };
      const changed = await changeCapacity(tx, event, change, now);
      if (!changed.ok) return changed;
    } else if (session.isPublished) await settleQueue(tx, event, moved, now);
    return ok({ id: session.id });
  });
}

/** A session that the actor may change, behind its lock, with what those with a seat know of it. */
async function lockForChange(tx: Db, actor: Viewer, id: string) {
  if (!canEditWorkshops(actor)) return null;
  const locked = await lockSession(tx, id);
  if (!locked) return null;
  const { workshop, ...row } = await tx.workshopSession.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      timeZone: true,
      area: true,
      place: true,
      facilitator: true,
      workshop: { select: { kind: true, title: true, elsewhereLink: true } },
    },
  });
  return { ...locked, ...row, ...workshop, isCancelled: locked.cancelledAt !== null };
}
