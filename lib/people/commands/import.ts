import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { Prisma } from "#lib/infra/prisma/client.ts";
import { enqueueJob } from "#lib/infra/queue.ts";
import { transact } from "#lib/infra/transact.ts";
import { peopleIn, readList, readRowsOf } from "#lib/people/commands/reading.ts";
import { decodeFile } from "#lib/people/rules/import-decoding.ts";
import type { Decoded } from "#lib/people/rules/import-decoding.ts";
import type { ReadRow } from "#lib/people/rules/import-rows.ts";
import { remarksOf, rowTexts } from "#lib/people/rules/import-texts.ts";
import type { ChangeImportInput, PreviewImportInput } from "#lib/people/schema.ts";
import { importLimits } from "#lib/people/words/import.ts";

type ReadRefusal =
  | "not_found"
  | "nothing"
  | "both"
  | "too_large"
  | "spreadsheet"
  | "unreadable"
  | "quotes"
  | "no_header"
  | "empty"
  | "too_many";

/** Rows in one statement. */
const portion = 250;

/**
 * Reads a list of people and their coming interviews, from a file or as it was pasted, and keeps it as a preview; `input.key`
 * becomes its id. Nobody is invited. Refuses `nothing`, `both`, `too_large` (2 MB), `spreadsheet`, `unreadable`, `quotes`,
 * `no_header`, `empty`, `too_many` (5,000 people); what stands against single rows stands with them.
 */
export async function previewImport(actor: Viewer, input: PreviewImportInput, now: Instant) {
  const id = input.key;
  const request = [sha256(input.text), sha256(Buffer.from(input.file).toString("latin1"))];
  const spec = { once: id, request, did: "import.previewed", subject: id } as const;
  // Before the transaction, which only writes: reading thousands of rows would hold its connection.
  const read = actor.role === "admin" ? await readInput(actor, input, now) : refuse("not_found");
  return transact<ReadRefusal>(actor, spec, async (tx) => {
    if (!read.ok) return read;
    const { encoding, separator, rows } = read.value;
    await tx.peopleImport.create({
      data: { id, madeAt: dateOf(now), madeById: actor.personId, encoding, separator },
    });
    for (let from = 0; from < rows.length; from += portion)
      await tx.peopleImportRow.createMany({
        data: rows.slice(from, from + portion).map((row) => columnsOf(id, row)),
      });
    return ok({ id });
  });
}

async function readInput(actor: Viewer, input: PreviewImportInput, now: Instant) {
  const decoded = textOf(input);
  if (!decoded.ok) return decoded;
  const list = readList(decoded.value.text);
  if (!list.ok) return list;
  const rows = await readRowsOf(commandsDb(), actor, list.value, now);
  if (peopleIn(rows) > importLimits.people) return refuse("too_many");
  return ok({ encoding: decoded.value.encoding, separator: list.value.separator, rows });
}

function columnsOf(importId: string, row: ReadRow) {
  return {
    id: newId(),
    importId,
    line: row.line,
    isGood: row.value !== null,
    addsPerson: row.value?.addsPerson ?? false,
    addsInterview: Boolean(row.value?.interview),
    remarks: remarksOf(row),
    texts: rowTexts(row),
  };
}

/** A pasted text was text already; what a file holds has to be found out. */
function textOf({ text, file }: PreviewImportInput) {
  if (file.length === 0 && text.trim() === "") return refuse("nothing");
  if (file.length > 0 && text.trim() !== "") return refuse("both");
  if (Math.max(file.length, Buffer.byteLength(text)) > importLimits.bytes) return refuse("too_large");
  return file.length > 0 ? decodeFile(file) : ok<Decoded>({ text, encoding: "utf_8" });
}

type ChangeRefusal = "not_found" | "confirmed" | "taken_back";

/**
 * Lets the good rows of a list come in, on behalf of whoever confirms it. Refuses `not_found`, `confirmed`, `taken_back`,
 * `nothing_good`.
 */
export function confirmImport(actor: Viewer, input: ChangeImportInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "import.confirmed", subject: input.import } as const;
  return transact<ChangeRefusal | "nothing_good">(actor, spec, async (tx) => {
    const open = await findOpen(tx, actor, input.import);
    if (!open.ok) return open;
    const { id } = open.value;
    if ((await tx.peopleImportRow.count({ where: { importId: id, isGood: true } })) === 0)
      return refuse("nothing_good");
    await tx.peopleImport.update({
      where: { id },
      data: { confirmedAt: dateOf(now), confirmedById: actor.personId },
    });
    await enqueueJob(tx, "imports", id);
    return ok({ id });
  });
}

/** Takes a list back before it is confirmed; what was in it is gone. Refuses `not_found`, `confirmed`, `taken_back`. */
export function takeBackImport(actor: Viewer, input: ChangeImportInput, now: Instant) {
  const spec = { once: input.key, request: input, did: "import.taken_back", subject: input.import } as const;
  return transact<ChangeRefusal>(actor, spec, async (tx) => {
    const open = await findOpen(tx, actor, input.import);
    if (!open.ok) return open;
    const { id } = open.value;
    await tx.peopleImport.update({
      where: { id },
      data: { takenBackAt: dateOf(now), takenBackById: actor.personId },
    });
    await tx.peopleImportRow.updateMany({ where: { importId: id }, data: { texts: Prisma.DbNull } });
    return ok({ id });
  });
}

/** A list that is neither confirmed nor taken back, behind its lock. */
async function findOpen(tx: Db, actor: Viewer, id: string) {
  if (actor.role !== "admin") return refuse("not_found");
  await lockInOrder(tx, [id]);
  const found = await tx.peopleImport.findUnique({
    where: { id },
    select: { id: true, confirmedAt: true, takenBackAt: true },
  });
  if (!found) return refuse("not_found");
  if (found.confirmedAt !== null) return refuse("confirmed");
  return found.takenBackAt === null ? ok({ id: found.id }) : refuse("taken_back");
}
