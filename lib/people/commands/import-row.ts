import { inviteGuest } from "#lib/accounts/commands/guests.ts";
import { addInvited } from "#lib/accounts/commands/people.ts";
import { findGuestId } from "#lib/accounts/queries.ts";
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

/** A good row that is not in yet; it adds its person, or an interview to the one of an earlier row of the same address. */
export type WaitingRow = { id: string; importId: string; email: string; addsPerson: boolean };
type Value = NonNullable<RowTexts["value"]>;
type RowRefusal = "not_found" | "address_known" | "no_counselor" | "not_added";
type LateProblem = Exclude<RowRefusal, "not_found"> | "no_admin";

/**
 * Brings one good row of a confirmed list in, in a transaction of its own whose event is the row's: invites the person, or
 * finds the one of an earlier row, and logs the interview; a guest of that address keeps their id. However often it runs, the row has one effect. Refuses
 * `address_known`, `no_counselor`, `not_added` for what changed since the preview; `settleRefused` writes that down.
 */
export async function importRow(actor: Viewer, row: WaitingRow, now: Instant) {
  const { id, addsPerson, importId, email } = row;
  const guestId = addsPerson ? await findGuestId(email) : null;
  const newId = guestId ?? stableId("imported person", importId, email);
  const spec = {
    once: id,
    request: {},
    did: addsPerson ? "person.invited" : "interview.logged",
    subject: addsPerson ? newId : interviewIdOf(id),
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
      if (!(await invite(tx, { actor, value, guestId, id: newId, now }))) return refuse("address_known");
      await enqueueMails(tx, event, [newId], "person.invited");
    }
    const personId = addsPerson ? newId : await findAdded(tx, row);
    if (personId === null) return refuse("not_added");
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

async function isThere(tx: Db, counselorId: string): Promise<boolean> {
  await lockInOrder(tx, [counselorId]);
  return isActiveCounselor(tx, counselorId);
}

/** The person of this address whom a row of this very list has added, and who is still here. */
async function findAdded(tx: Db, { importId, email }: WaitingRow): Promise<string | null> {
  const [added] = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM people p JOIN events e ON e.subject_id = p.id AND e.kind = 'person.invited'
      JOIN people_import_rows r ON r.id = e.id AND r.import_id = ${importId}::uuid
    WHERE p.email = ${email} AND p.deactivated_at IS NULL`;
  return added?.id ?? null;
}

type Invited = { actor: Viewer; value: Value; guestId: string | null; id: string; now: Instant };

/** Adds the person, or makes the guest of that address one; false where they are no guest any more. */
async function invite(tx: Db, { actor, value, guestId, id, now }: Invited): Promise<boolean> {
  const { name, email, role } = value;
  const counselorId = role === "candidate" ? value.counselorId : null;
  const invited = { id, name, role, counselorId, invitedById: actor.personId, now };
  if (guestId !== null) return inviteGuest(tx, invited);
  await addInvited(tx, { ...invited, email });
  return true;
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
