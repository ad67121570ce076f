import { refuse } from "#lib/core/result.ts";
import { viewerFrom } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf, pagesDb } from "#lib/infra/db.ts";
import { Prisma } from "#lib/infra/prisma/client.ts";
import { reviveJob } from "#lib/infra/queue.ts";
import { endImport, importRow, settleRefused } from "#lib/people/commands/import-row.ts";
import type { WaitingRow } from "#lib/people/commands/import-row.ts";
import type { RowTexts } from "#lib/people/rules/import-texts.ts";

type Tally = { done: number; skipped: number; failed: number };

/** Rows that are read ahead. */
const portion = 100;
/** Hours that the texts of rows which did not come in are kept after the end, and a preview that nobody answers. */
export const keptHours = 24;

/**
 * Brings a confirmed list in, row by row in its order, and goes on where it stopped. `ended`: nothing is left to do;
 * `stopped`: told to, or the database had no time, and the queue asks again. `clock` tells the time of each row.
 */
export async function importPeople(
  importId: string,
  { clock, isStopping }: { clock: () => Temporal.Instant; isStopping: () => boolean },
): Promise<"ended" | "stopped"> {
  const actor = await findConfirmer(importId);
  if (!actor) return "ended";
  for (;;) {
    const rows = await listWaiting(importId);
    if (rows.length === 0) {
      await endImport(importId, clock());
      return "ended";
    }
    for (const row of rows) {
      if (isStopping()) return "stopped";
      if (!(await bringIn(actor, row, clock()))) return "stopped";
    }
  }
}

/** Whether the row is settled. What only has no time now stays as it is. */
async function bringIn(actor: Viewer, row: WaitingRow, now: Temporal.Instant): Promise<boolean> {
  const answer = actor.role === "admin" ? await importRow(actor, row, now) : refuse("signed_out");
  if (answer.ok) return true;
  switch (answer.refusal) {
    case "busy":
      return false;
    case "address_known":
    case "no_counselor":
      await settleRefused(row, answer.refusal, now);
      return true;
    case "signed_out":
      await settleRefused(row, "no_admin", now);
      return true;
    default:
      // Also where another worker has settled it in the meantime: then nothing is written.
      await settleRefused(row, "not_added", now);
      return true;
  }
}

async function findConfirmer(importId: string): Promise<Viewer | null> {
  const found = await pagesDb().peopleImport.findFirst({
    where: { id: importId, confirmedAt: { not: null }, endedAt: null },
    relationLoadStrategy: "join",
    select: { confirmedBy: { select: { id: true, name: true, role: true, timeZone: true } } },
  });
  if (!found?.confirmedBy) return null;
  const { id, ...person } = found.confirmedBy;
  return viewerFrom({ ...person, personId: id, looked: () => undefined });
}

async function listWaiting(importId: string): Promise<WaitingRow[]> {
  const rows = await commandsDb().peopleImportRow.findMany({
    where: { importId, isGood: true, settledAt: null },
    orderBy: { line: "asc" },
    take: portion,
    select: { id: true, addsPerson: true, texts: true },
  });
  return rows.map(({ id, addsPerson, texts }) => ({
    id,
    addsPerson,
    importId,
    email: (texts as RowTexts | null)?.value?.email ?? "",
  }));
}

/** Gives lists that are not at their end a job again that have none which will run. Safe to run twice: one job a list. */
export async function reviveImports(): Promise<Tally> {
  const open = await pagesDb().peopleImport.findMany({
    where: { confirmedAt: { not: null }, endedAt: null },
    take: 50,
    select: { id: true },
  });
  const tally = { done: 0, skipped: 0, failed: 0 };
  for (const { id } of open) tally[(await reviveJob("imports", id)) === "alive" ? "skipped" : "done"] += 1;
  return tally;
}

/** Drops the texts of rows a day after the end of their list, or after a preview that nobody answered. Codes and counts stay. */
export async function forgetImportTexts(now: Temporal.Instant): Promise<Tally> {
  const before = dateOf(now.subtract({ hours: keptHours }));
  const { count } = await commandsDb().peopleImportRow.updateMany({
    where: {
      texts: { not: Prisma.DbNull },
      import: { OR: [{ endedAt: { lte: before } }, { confirmedAt: null, madeAt: { lte: before } }] },
    },
    data: { texts: Prisma.DbNull },
  });
  return { done: count, skipped: 0, failed: 0 };
}
