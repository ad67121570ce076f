import { ok, refuse } from "#lib/core/result.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb, dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { delayJob, enqueueJob, enqueueJobs } from "#lib/infra/queue.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { mailsVisibleTo } from "#lib/mail/policy.ts";
import { attemptSeconds, decideResend, queueOf } from "#lib/mail/rules.ts";
import type { ResendMailInput } from "#lib/mail/schema.ts";
import { isMailKind } from "#lib/mail/words.ts";
import type { MailKind } from "#lib/mail/words.ts";

/** Mails in one statement: a workshop of thousands is called off in one transaction. */
const portion = 500;

/**
 * Puts one mail a recipient on the log and its job on the queue, in the transaction of the event they are about (I6).
 * What it says and to which address is read at sending.
 */
export async function enqueueMails(
  tx: Db,
  event: EventRef,
  recipientIds: readonly string[],
  kind: MailKind,
): Promise<void> {
  const row = { eventId: event.id, kind, queuedAt: dateOf(event.at) };
  const mails = [...new Set(recipientIds)].map((recipientId) => ({ id: newId(), ...row, recipientId }));
  for (let from = 0; from < mails.length; from += portion) {
    const some = mails.slice(from, from + portion);
    await tx.mail.createMany({ data: some });
    await enqueueJobs(
      tx,
      queueOf(kind),
      some.map(({ id }) => id),
    );
  }
}

/** Forgets the mails to somebody who is forgotten: a guest whose address nobody confirmed. A job that is left finds none. */
export async function forgetMails(tx: Db, recipientId: string): Promise<void> {
  await tx.mail.deleteMany({ where: { recipientId } });
}

/**
 * Sends a settled mail of the actor's log once more: a copy of the same event and kind, whose facts are read again at
 * sending, so that what is no longer true is not sent and the log says why. `input.key` becomes the copy's id; who asked is
 * the event of that id. Refuses `sign_in_mail`, `still_waiting` and `too_many_copies` (rules.ts).
 */
export function resendMail(actor: Viewer, input: ResendMailInput) {
  const spec = { once: input.key, request: input, did: "mail.resent", subject: input.mail } as const;
  return transact<"not_found" | "sign_in_mail" | "still_waiting" | "too_many_copies">(
    actor,
    spec,
    async (tx, event) => {
      const mail = await tx.mail.findFirst({
        where: { AND: [{ id: input.mail }, mailsVisibleTo(actor)] },
        select: { eventId: true, recipientId: true, kind: true },
      });
      if (!mail || !isMailKind(mail.kind) || !isStaff(actor)) return refuse("not_found");
      await lockInOrder(tx, [mail.eventId]);
      const copies = await tx.mail.findMany({ where: mail, select: { copy: true, state: true } });
      const decision = decideResend({ kind: mail.kind, copies });
      if (!decision.ok) return decision;
      await tx.mail.create({
        data: { id: event.id, ...mail, copy: decision.value.copy, queuedAt: dateOf(event.at) },
      });
      await enqueueJob(tx, queueOf(mail.kind), event.id);
      return ok({ id: input.mail });
    },
  );
}

export type ClaimedMail = NonNullable<Awaited<ReturnType<typeof claimMail>>>;

/**
 * Takes a waiting mail for one attempt and counts it; null where it is settled, or another worker is at it. One
 * statement decides, so that of two workers one gets it.
 */
export async function claimMail(id: string, now: Temporal.Instant) {
  const given = dateOf(now.subtract({ seconds: attemptSeconds }));
  const claimed = await commandsDb().mail.updateMany({
    where: {
      id,
      state: "waiting",
      AND: [
        { OR: [{ waitsUntil: null }, { waitsUntil: { lte: dateOf(now) } }] },
        { OR: [{ reason: null }, { reason: { not: sending } }, { triedAt: { lte: given } }] },
      ],
    },
    data: { attempts: { increment: 1 }, triedAt: dateOf(now), reason: sending },
  });
  if (claimed.count === 0) return null;
  const { event, ...mail } = await commandsDb().mail.findUniqueOrThrow({
    where: { id },
    relationLoadStrategy: "join",
    select: {
      id: true,
      kind: true,
      copy: true,
      attempts: true,
      event: {
        select: { id: true, subjectId: true, at: true, actorId: true, actor: { select: { name: true } } },
      },
      recipient: {
        select: { id: true, name: true, email: true, role: true, timeZone: true, deactivatedAt: true },
      },
    },
  });
  return { ...mail, event: { ...event, at: instantOf(event.at) } };
}

/** While a try is on its way. A try that ended puts its own reason in this place. */
const sending = "sending";

/** Writes down how a mail ended, once: a second worker's word is not taken. */
export async function settleMail(
  id: string,
  state: "sent" | "suppressed" | "dead",
  reason: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await commandsDb().mail.updateMany({
    where: { id, state: "waiting" },
    data: { state, reason, settledAt: dateOf(now) },
  });
}

/** Puts a mail back after a try that did not go through. */
export async function postponeMail(id: string, reason: string): Promise<void> {
  await commandsDb().mail.updateMany({ where: { id, state: "waiting" }, data: { reason } });
}

/**
 * Lays a claimed mail aside until the morning of its reader, or while what it tells can be undone: the row says until when,
 * and the job comes back then. It was no try.
 */
export async function layAside(
  mail: ClaimedMail,
  { until, reason }: { until: Temporal.Instant; reason: "quiet_hours" | "grace" },
  now: Temporal.Instant,
): Promise<void> {
  await commandsDb().mail.updateMany({
    where: { id: mail.id, state: "waiting" },
    data: { reason, waitsUntil: dateOf(until), attempts: { decrement: 1 } },
  });
  if (isMailKind(mail.kind)) await delayJob(queueOf(mail.kind), mail.id, secondsUntil(until, now));
}

/** Elapsed, rounded up: a clock that was shifted has no place in the queue's tables. */
function secondsUntil(until: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000));
}

/** Whether a mail still waits to be sent. */
export async function isWaiting(id: string): Promise<boolean> {
  const mail = await commandsDb().mail.findUnique({ where: { id }, select: { state: true } });
  return mail?.state === "waiting";
}
