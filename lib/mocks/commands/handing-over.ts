import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { followUp } from "#lib/history/commands.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { CancelReason } from "#lib/infra/prisma/enums.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import type { MockFate } from "#lib/mocks/rules/handing-over.ts";

type Write = { tx: Db; event: EventRef; actor: Viewer; now: Instant };

/**
 * Hands sessions over as planned, or cancels them, within the caller's transaction: the caller has asked `planHandOver` behind
 * the locks of everybody concerned. A session that moves stays the same booking with a higher version (I18); its candidate
 * and both counselors are told.
 */
export async function handOverMocks(
  write: Write,
  { from, fates }: { from: string; fates: readonly MockFate[] },
): Promise<void> {
  for (const { mockId, candidateId, to } of fates) {
    if (to === null)
      await cancelOne(write, { mockId, people: [candidateId, from], reason: "counselor_away" });
    else await handOverOne(write, { mockId, people: [candidateId, to.counselorId, from], to });
  }
}

/** Cancels all that a candidate has booked, within the caller's transaction and behind the candidate's lock; both are told. */
export async function cancelMocksOf(write: Write, candidateId: string): Promise<void> {
  const mocks = await write.tx.mock.findMany({
    where: { candidateId, cancelledAt: null, startsAt: { gt: dateOf(write.now) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, counselorId: true },
  });
  for (const { id, counselorId } of mocks)
    await cancelOne(write, { mockId: id, people: [candidateId, counselorId], reason: "not_needed" });
}

async function handOverOne(
  { tx, event }: Write,
  handed: { mockId: string; people: readonly string[]; to: NonNullable<MockFate["to"]> },
): Promise<void> {
  const { place, bufferBeforeMinutes, bufferAfterMinutes } = handed.to.booking;
  const { counselorId } = handed.to;
  await tx.mock.update({
    where: { id: handed.mockId },
    data: { counselorId, place, bufferBeforeMinutes, bufferAfterMinutes, version: { increment: 1 } },
  });
  const told = await followUp(tx, event, "mock.handed_over", handed.mockId);
  await enqueueMails(tx, told, handed.people, "mock.handed_over");
}

async function cancelOne(
  { tx, event, actor, now }: Write,
  cancelled: { mockId: string; people: readonly string[]; reason: CancelReason },
): Promise<void> {
  await tx.mock.update({
    where: { id: cancelled.mockId },
    data: {
      cancelledAt: dateOf(now),
      cancelledById: actor.personId,
      cancelReason: cancelled.reason,
      version: { increment: 1 },
    },
  });
  const told = await followUp(tx, event, "mock.cancelled", cancelled.mockId);
  await enqueueMails(tx, told, cancelled.people, "mock.cancelled");
}
