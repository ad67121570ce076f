import { keptFormHours } from "#lib/accounts/rules.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";

/** Days that an ended or expired session stands in the list of a person's devices' history before its row goes. */
const sessionDays = 90;

/**
 * Forgets what has outlived its use: sign-in requests whose ten minutes are over, forms kept for longer than a day,
 * sessions that ended or expired long ago. Safe to run twice.
 */
export async function forgetExpired(
  now: Temporal.Instant,
): Promise<{ done: number; skipped: number; failed: number }> {
  const db = commandsDb();
  const requests = await db.signInRequest.deleteMany({ where: { expiresAt: { lte: dateOf(now) } } });
  const forms = await db.keptForm.deleteMany({
    where: { keptAt: { lte: dateOf(now.subtract({ hours: keptFormHours })) } },
  });
  const sessions = await db.signInSession.deleteMany({
    where: { createdAt: { lte: dateOf(now.subtract({ hours: sessionDays * 24 })) } },
  });
  // Whoever has not said in a day that they kept the codes is not shown them any more either.
  await db.secondFactor.updateMany({
    where: {
      unseenCodes: { not: null },
      enrolledAt: { lte: dateOf(now.subtract({ hours: keptFormHours })) },
    },
    data: { unseenCodes: null },
  });
  return { done: requests.count + forms.count + sessions.count, skipped: 0, failed: 0 };
}
