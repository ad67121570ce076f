import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { transact } from "#lib/infra/transact.ts";
import { endAttendedActions, reopenAttendedActions } from "#lib/plan/commands/attended.ts";
import { lockSession } from "#lib/workshops/commands/lock.ts";
import { settleQueue } from "#lib/workshops/commands/queue.ts";
import { decideLetIn, decideMark } from "#lib/workshops/rules/roster.ts";
import type { LetInRefusal, MarkRefusal } from "#lib/workshops/rules/roster.ts";
import type { LetInInput, MarkAttendanceInput } from "#lib/workshops/schema/roster.ts";

/**
 * Sets, changes or undoes somebody's attendance, by any colleague, from one hour before the start. Attending ends what the
 * person had planned to do by it; undoing opens it again. Refuses `not_found` and what `decideMark` refuses. Nobody is
 * mailed.
 */
export function markAttendance(actor: Viewer, input: MarkAttendanceInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "seat.marked", subject: input.seat } as const;
  return transact<MarkRefusal | "not_found">(actor, spec, async (tx) => {
    const seat = isStaff(actor) ? await lockSeat(tx, input.seat) : null;
    if (!seat) return refuse("not_found");
    const asked = { was: input.was, mark: input.attendance };
    const decision = decideMark(seat.session, seat, asked, now);
    if (!decision.ok) return decision;
    if (decision.value === "same") return ok({ id: seat.id });
    const { attendance } = input;
    await tx.seat.update({
      where: { id: seat.id },
      data:
        attendance === "none"
          ? { attendance: null, attendanceAt: null, attendanceById: null }
          : { attendance, attendanceAt: dateOf(now), attendanceById: actor.personId },
    });
    if (seat.personId === null) return ok({ id: seat.id });
    const { causes } = seat;
    if (seat.attendance === "attended" && seat.attendanceAt && seat.attendanceById)
      await reopenAttendedActions(tx, {
        candidateId: seat.personId,
        causes,
        at: instantOf(seat.attendanceAt),
        byId: seat.attendanceById,
      });
    if (input.attendance === "attended")
      await endAttendedActions(tx, { candidateId: seat.personId, causes, at: now, byId: actor.personId });
    return ok({ id: seat.id });
  });
}

/** A seat of a published session, locked for itself: two colleagues at the door do not wait for each other. */
async function lockSeat(tx: Db, id: string) {
  await lockInOrder(tx, [id]);
  const found = await tx.seat.findFirst({
    where: { id, session: { workshop: { publishedAt: { not: null } } } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      personId: true,
      givenBackAt: true,
      attendance: true,
      attendanceAt: true,
      attendanceById: true,
      session: {
        select: {
          startsAt: true,
          cancelledAt: true,
          workshop: { select: { causes: true } },
        },
      },
    },
  });
  if (!found) return null;
  const { session, ...seat } = found;
  return {
    ...seat,
    causes: session.workshop.causes,
    session: {
      startsAt: instantOf(session.startsAt),
      cancelledAt: instantOrNull(session.cancelledAt),
    },
  };
}

/**
 * Lets in somebody who just came, and marks that they attended: a candidate of the portal, or a name. Refuses `not_found`,
 * `name_needed` with neither, `has_seat` for who is on the list, and what `decideLetIn` refuses. Nobody is mailed: they
 * stand at the door.
 */
export function letIn(actor: Viewer, input: LetInInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "seat.let_in",
    subject: input.session,
    onConstraint: { seats_one_live: "has_seat" },
  } as const;
  type Refusal = LetInRefusal | "not_found" | "name_needed" | "has_seat";
  return transact<Refusal>(actor, spec, async (tx, event) => {
    const session = isStaff(actor) ? await lockSession(tx, input.session) : null;
    if (!session?.isPublished) return refuse("not_found");
    if (input.candidate === null && input.name === null) return refuse("name_needed");
    const person = input.candidate === null ? null : await findArriving(tx, session.id, input.candidate);
    if (input.candidate !== null && person === null) return refuse("not_found");
    if (person?.hasSeat) return refuse("has_seat");
    await settleQueue(tx, event, session, now);
    const counts = await tx.workshopSession.findUniqueOrThrow({
      where: { id: session.id },
      select: { capacity: true, taken: true, held: true, workshop: { select: { causes: true } } },
    });
    const decision = decideLetIn(session, counts, now);
    if (!decision.ok) return decision;
    const at = dateOf(now);
    const by = { placedById: actor.personId, attendanceById: actor.personId };
    await tx.seat.create({
      data: {
        id: event.id,
        sessionId: session.id,
        personId: person?.id ?? null,
        walkInName: person ? null : input.name,
        source: "walk_in",
        takenAt: at,
        attendance: "attended",
        attendanceAt: at,
        ...by,
      },
    });
    if (person) await attend(tx, person.id, counts.workshop.causes, { actor, now });
    return ok({ id: session.id });
  });
}

function attend(
  tx: Db,
  candidateId: string,
  causes: readonly CauseCode[],
  { actor, now }: { actor: Viewer; now: Instant },
) {
  return endAttendedActions(tx, { candidateId, causes, at: now, byId: actor.personId });
}

/** An active candidate, whoever's: at the door nobody asks for their counselor. */
async function findArriving(tx: Db, sessionId: string, id: string) {
  const found = await tx.person.findFirst({
    where: { id, role: "candidate", deactivatedAt: null },
    select: { id: true, seats: { where: { sessionId, givenBackAt: null }, select: { id: true } } },
  });
  return found && { id: found.id, hasSeat: found.seats.length > 0 };
}
