import { addInvited } from "#lib/accounts/commands/people.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { Prisma } from "#lib/infra/prisma/client.ts";
import { transact } from "#lib/infra/transact.ts";
import { addComing } from "#lib/interviews/commands/coming.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { isActiveCounselor } from "#lib/people/commands/handing-over.ts";
import type { Remarks, RowTexts } from "#lib/people/rules/import-texts.ts";
import type { ImportColumn } from "#lib/people/words/import.ts";

/** A good row that is not in yet; `personId` is the person's whom it adds, or of an earlier row of the same address. */
export type WaitingRow = { id: string; addsPerson: boolean; personId: string };
type Value = NonNullable<RowTexts["value"]>;
type RowRefusal = "not_found" | "address_known" | "no_counselor" | "not_added";
type LateProblem = Exclude<RowRefusal, "not_found"> | "no_admin";

/**
 * Brings one good row of a confirmed list in, in a transaction of its own whose event is the row's: invites the person, or
 * finds the one of an earlier row, and logs the interview. However often it runs, the row has one effect. Refuses
 * `address_known`, `no_counselor`, `not_added` for what changed since the preview; `settleRefused` writes that down.
 */
export function importRow(actor: Viewer, row: WaitingRow, now: Instant) {
  const { id, addsPerson, personId } = row;
  const spec = {
    once: id,
    request: {},
    did: addsPerson ? "person.invited" : "interview.logged",
    subject: addsPerson ? personId : interviewIdOf(id),
    onConstraint: { people_email_key: "address_known" },
  } as const;
  return transact<RowRefusal>(actor, spec, async (tx, event) => {
    if (actor.role !== "admin") return refuse("not_found");
    const found = await tx.peopleImportRow.findFirst({
      where: { id, isGood: true, settledAt: null, import: { confirmedAt: { not: null } } },
      select: { texts: true },
    });
    const value = (found?.texts as RowTexts | null | undefined)?.value;
    if (!value) return refuse("not_found");
    if (addsPerson) {
      if (value.counselorId !== null && !(await isThere(tx, value.counselorId)))
        return refuse("no_counselor");
      await invite(tx, { actor, value, personId, now });
      await enqueueMails(tx, event, [personId], "person.invited");
    } else if (!(await isAdded(tx, personId))) return refuse("not_added");
    if (value.interview) await logInterview(tx, { actor, value: value.interview, row, personId, now });
    await tx.peopleImportRow.update({
      where: { id },
      data: { settledAt: dateOf(now), texts: Prisma.DbNull },
    });
    return ok({ id });
  });
}

/** Writes down why a row could not come in after all: it stands with the bad ones from then on. */
export async function settleRefused({ id }: WaitingRow, problem: LateProblem, now: Instant): Promise<void> {
  const remarks: Remarks = { problems: [{ column: columnOf[problem], problem, line: 0 }], formulas: [] };
  await commandsDb().peopleImportRow.updateMany({
    where: { id, settledAt: null },
    data: { isGood: false, settledAt: dateOf(now), remarks },
  });
}

/** Writes down that all of a list has come in, once. */
export async function endImport(id: string, now: Instant): Promise<void> {
  await commandsDb().peopleImport.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: dateOf(now) },
  });
}

const columnOf: Readonly<Record<LateProblem, ImportColumn>> = {
  address_known: "email",
  no_admin: "name",
  no_counselor: "counselor",
  not_added: "email",
};

function interviewIdOf(rowId: string): string {
  return stableId("imported interview", rowId);
}

/** The same person for all rows of an address in a list. */
export function personIdOf(importId: string, email: string): string {
  return stableId("imported person", importId, email);
}

async function isThere(tx: Db, counselorId: string): Promise<boolean> {
  await lockInOrder(tx, [counselorId]);
  return isActiveCounselor(tx, counselorId);
}

async function isAdded(tx: Db, id: string): Promise<boolean> {
  return (await tx.person.findFirst({ where: { id, deactivatedAt: null }, select: { id: true } })) !== null;
}

type Invited = { actor: Viewer; value: Value; personId: string; now: Instant };

async function invite(tx: Db, { actor, value, personId, now }: Invited): Promise<void> {
  const { name, email, role, counselorId } = value;
  await addInvited(tx, {
    id: personId,
    name,
    email,
    role,
    counselorId: role === "candidate" ? counselorId : null,
    invitedById: actor.personId,
    now,
  });
}

type Logged = {
  actor: Viewer;
  value: NonNullable<Value["interview"]>;
  row: WaitingRow;
  personId: string;
  now: Instant;
};

async function logInterview(tx: Db, { actor, value, row, personId, now }: Logged): Promise<void> {
  const coming = {
    ...value,
    key: interviewIdOf(row.id),
    candidateId: personId,
    startsAt: Temporal.Instant.from(value.startsAt),
    endsAt: Temporal.Instant.from(value.endsAt),
  };
  await addComing(tx, actor, coming, now);
}
