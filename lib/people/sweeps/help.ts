import { forgetGuest } from "#lib/accounts/commands/guests.ts";
import { commandsDb, dateOf, pagesDb } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { forgetMails } from "#lib/mail/commands.ts";
import { unconfirmedHours } from "#lib/people/rules/help.ts";

/** People that one run looks at. */
const cap = 200;

/**
 * Forgets requests that nobody confirmed within two days, and the guests of whom nothing else is left, with the mails to
 * them. Safe to run twice; whoever asks at the same moment waits for it.
 */
export async function forgetUnconfirmed(
  now: Temporal.Instant,
): Promise<{ done: number; skipped: number; failed: number }> {
  const late = { confirmedAt: null, askedAt: { lte: dateOf(now.subtract({ hours: unconfirmedHours })) } };
  const people = await pagesDb().helpRequest.findMany({
    where: late,
    distinct: ["personId"],
    take: cap,
    relationLoadStrategy: "join",
    select: { person: { select: { id: true, email: true } } },
  });
  let done = 0;
  for (const { person } of people) {
    const { id: personId, email } = person;
    await commandsDb().$transaction(async (tx) => {
      await lockInOrder(tx, [email]);
      const { count } = await tx.helpRequest.deleteMany({ where: { personId, ...late } });
      done += count;
      const isLeft = await tx.helpRequest.findFirst({ where: { personId }, select: { id: true } });
      const guest = await tx.person.findFirst({
        where: { id: personId, role: "guest" },
        select: { id: true },
      });
      if (isLeft || !guest) return;
      await forgetMails(tx, personId);
      await forgetGuest(tx, personId);
    });
  }
  return { done, skipped: 0, failed: 0 };
}
