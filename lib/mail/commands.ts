import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { enqueueJob } from "#lib/infra/queue.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import type { MailKind } from "#lib/mail/words.ts";

/**
 * Puts one mail a recipient on the log and its job on the queue, in the transaction of the event they are about (I6).
 * What it says and to which address is read at sending.
 */
export async function enqueueMails(tx: Db, event: EventRef, recipientIds: readonly string[], kind: MailKind): Promise<void> {
  for (const recipientId of new Set(recipientIds)) {
    const id = newId();
    await tx.mail.create({ data: { id, eventId: event.id, kind, recipientId, queuedAt: dateOf(event.at) } });
    await enqueueJob(tx, kind === "sign_in.requested" ? "sign-in-mails" : "mails", { mailId: id });
  }
}
