import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId, stableId } from "#lib/infra/hash.ts";
import type { EventRef } from "#lib/infra/transact.ts";

/** Notes that a person read these records, each at most once an hour. Outside any transaction: reading must not wait for it. */
export async function noteLooks(
  viewerId: string,
  subjectIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const recent = await commandsDb().look.findMany({
    where: { viewerId, subjectId: { in: [...subjectIds] }, at: { gt: dateOf(at.subtract({ hours: 1 })) } },
    select: { subjectId: true },
  });
  const known = new Set(recent.map((row) => row.subjectId));
  const rows = subjectIds
    .filter((id) => !known.has(id))
    .map((subjectId) => ({ id: newId(), viewerId, subjectId, at: dateOf(at) }));
  if (rows.length > 0) await commandsDb().look.createMany({ data: rows });
}

/**
 * An event that follows from another in its transaction, about another subject: what one act does to several things has
 * an event for each, on which its mails hang (I6). Its id is always the same for the same cause and subject.
 */
export async function followUp(
  tx: Db,
  cause: EventRef,
  kind: `${string}.${string}`,
  subjectId: string,
): Promise<EventRef> {
  const { actorId, requestHash, at } = await tx.event.findUniqueOrThrow({
    where: { id: cause.id },
    select: { actorId: true, requestHash: true, at: true },
  });
  const id = stableId(kind, cause.id, subjectId);
  await tx.event.create({ data: { id, actorId, kind, subjectId, requestHash, at } });
  return { id, kind, subjectId, at: cause.at };
}
