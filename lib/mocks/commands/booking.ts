import { candidatesVisibleTo } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { canBookWith, mocksVisibleTo } from "#lib/mocks/policy.ts";
import { bookedCounselor, bookingFacts } from "#lib/mocks/queries/booking.ts";
import type { BookedCounselor } from "#lib/mocks/queries/booking.ts";
import { decideBooking } from "#lib/mocks/rules/booking.ts";
import type { BookingRefusal } from "#lib/mocks/rules/booking.ts";
import { decideCancel, decideMove } from "#lib/mocks/rules/changes.ts";
import type { ChangeRefusal } from "#lib/mocks/rules/changes.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { findPolicies } from "#lib/settings/queries.ts";
import type { BookMockInput, CancelMockInput, MoveMockInput } from "#lib/mocks/schema.ts";

/** The law behind the lock (I1, I2): whoever meets it hears what the lock would have told them. */
const bookingConstraints = { mocks_counselor_free: "taken", mocks_candidate_free: "taken" } as const;

/**
 * Books a session of a candidate with their assigned counselor, by either of them or an admin; `input.key` becomes its id.
 * Both get a mail. Refuses `not_found`, and what `decideBooking` refuses.
 */
export function bookMock(actor: Viewer, input: BookMockInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "mock.booked",
    subject: input.key,
    onConstraint: bookingConstraints,
  } as const;
  return transact<BookingRefusal | "not_found">(actor, spec, async (tx, event) => {
    const candidate = await findCandidate(tx, actor, input.candidate);
    if (!candidate || !canBookWith(actor, candidate, input.counselor)) return refuse("not_found");
    if (!(await canName(tx, actor, candidate.id, input.postMortem))) return refuse("not_found");
    await lockInOrder(tx, [input.counselor, candidate.id]);
    const counselor = await readCounselor(tx, input.counselor);
    const ask = {
      kind: input.kind,
      candidateId: candidate.id,
      counselor,
      interviewId: input.interview,
      byStaff: isStaff(actor),
      moving: null,
      policies: await findPolicies(tx),
    };
    const decision = decideBooking(
      await bookingFacts(tx, { ...ask, window: momentOf(input.startsAt) }, now),
      input.startsAt,
    );
    if (!decision.ok) return decision;
    const mock = await tx.mock.create({
      data: {
        id: input.key,
        kind: input.kind,
        candidateId: candidate.id,
        counselorId: counselor.id,
        interviewId: input.kind === "prep" ? input.interview : null,
        postMortemId: input.postMortem,
        focus: input.focus,
        bookedById: actor.personId,
        bookedAt: dateOf(now),
        ...columnsOf(decision.value),
      },
    });
    await enqueueMails(tx, event, [mock.candidateId, mock.counselorId], "mock.booked");
    return ok({ id: mock.id });
  });
}

/**
 * Moves a session to another time; it stays the same booking and the same calendar entry (I18). Refuses `changed` (another
 * version than the page showed), `cancelled`, `started`, `late_move` (a candidate, after the free window), `not_found`, and
 * what `decideBooking` refuses.
 */
export function moveMock(actor: Viewer, input: MoveMockInput, now: Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "mock.moved",
    subject: input.mock,
    onConstraint: bookingConstraints,
  } as const;
  return transact<BookingRefusal | ChangeRefusal | "late_move" | "not_found">(
    actor,
    spec,
    async (tx, event) => {
      const mock = await findAndLock(tx, actor, input.mock);
      if (!mock) return refuse("not_found");
      const policies = await findPolicies(tx);
      const asking = { isCandidate: actor.personId === mock.candidateId, shownVersion: input.version };
      const move = decideMove(mock, asking, policies, now);
      if (!move.ok) return move;
      const counselor = await readCounselor(tx, mock.counselorId);
      const { kind, candidateId, interviewId } = mock;
      const who = { kind, candidateId, counselor, interviewId, byStaff: isStaff(actor) };
      const ask = { ...who, moving: mock, policies };
      const decision = decideBooking(
        await bookingFacts(tx, { ...ask, window: momentOf(input.startsAt) }, now),
        input.startsAt,
      );
      if (!decision.ok) return decision;
      await tx.mock.update({
        where: { id: mock.id },
        data: { ...columnsOf(decision.value), version: { increment: 1 } },
      });
      await enqueueMails(tx, event, [candidateId, mock.counselorId], "mock.moved");
      return ok({ id: mock.id });
    },
  );
}

/** Cancels a session with a reason; its time is free again and its row stays. Refuses what `decideCancel` refuses, and `not_found`. */
export function cancelMock(actor: Viewer, input: CancelMockInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "mock.cancelled", subject: input.mock } as const;
  return transact<ChangeRefusal | "reason_needed" | "not_found">(actor, spec, async (tx, event) => {
    const mock = await findAndLock(tx, actor, input.mock);
    if (!mock) return refuse("not_found");
    const asking = {
      isCandidate: actor.personId === mock.candidateId,
      shownVersion: input.version,
      reason: input.reason,
    };
    const decision = decideCancel(mock, asking, await findPolicies(tx), now);
    if (!decision.ok) return decision;
    await tx.mock.update({
      where: { id: mock.id },
      data: {
        cancelledAt: dateOf(now),
        cancelledById: actor.personId,
        cancelReason: input.reason,
        cancelledLate: decision.value.late,
        version: { increment: 1 },
      },
    });
    await enqueueMails(tx, event, [mock.candidateId, mock.counselorId], "mock.cancelled");
    return ok({ id: mock.id });
  });
}

function findCandidate(tx: Db, actor: Viewer, id: string) {
  return tx.person.findFirst({
    where: { AND: [{ id, deactivatedAt: null }, candidatesVisibleTo(actor)] },
    select: { id: true, counselorId: true },
  });
}

/** Finds a session through the scope, locks both its people, and reads it again as it is behind the lock. */
async function findAndLock(tx: Db, actor: Viewer, id: string) {
  const where = { AND: [{ id }, mocksVisibleTo(actor)] };
  const found = await tx.mock.findFirst({ where, select: { candidateId: true, counselorId: true } });
  if (!found) return null;
  await lockInOrder(tx, [found.candidateId, found.counselorId]);
  const mock = await tx.mock.findFirst({
    where,
    select: {
      id: true,
      kind: true,
      candidateId: true,
      counselorId: true,
      interviewId: true,
      startsAt: true,
      endsAt: true,
      cancelledAt: true,
      version: true,
    },
  });
  return (
    mock && {
      ...mock,
      startsAt: instantOf(mock.startsAt),
      endsAt: instantOf(mock.endsAt),
      cancelledAt: instantOrNull(mock.cancelledAt),
    }
  );
}

/** Read behind the lock: hours or settings may have changed since the page was made. */
function readCounselor(tx: Db, id: string): Promise<BookedCounselor> {
  return tx.person.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: bookedCounselor,
  });
}

/** A session may name a post-mortem of its candidate that the actor may read. */
async function canName(tx: Db, actor: Viewer, candidateId: string, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const where = { AND: [{ id, candidateId }, postMortemsVisibleTo(actor)] };
  return (await tx.postMortem.findFirst({ where, select: { id: true } })) !== null;
}

function momentOf(startsAt: Instant) {
  return { from: startsAt, to: startsAt.add({ milliseconds: 1 }) };
}

function columnsOf({
  startsAt,
  endsAt,
  ...rest
}: {
  startsAt: Instant;
  endsAt: Instant;
  place: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}) {
  return { startsAt: dateOf(startsAt), endsAt: dateOf(endsAt), ...rest };
}
