import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";

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
