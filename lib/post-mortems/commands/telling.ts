import type { Db } from "#lib/infra/db.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";

export type Telling = {
  readonly postMortem: string;
  readonly counselorId: string;
  readonly kind: "post_mortem.finished" | "post_mortem.very_low";
};

/**
 * Mails a counselor that a post-mortem has become theirs to read, within the caller's transaction and under the lock of that
 * post-mortem. Once, however often it is taken back and shared again: nothing where such a mail to them waits or was sent.
 */
export async function tellOnce(tx: Db, event: EventRef, telling: Telling): Promise<void> {
  const { postMortem: subjectId, counselorId: recipientId, kind } = telling;
  const told = await tx.mail.findFirst({
    where: { kind, recipientId, state: { in: ["waiting", "sent"] }, event: { subjectId } },
    select: { id: true },
  });
  if (!told) await enqueueMails(tx, event, [recipientId], kind);
}
