import { ok } from "#lib/core/result.ts";
import { pagesDb } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import { nobody, transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { duePrompts, promptKey } from "#lib/post-mortems/rules/prompts.ts";
import { listRests, listUnwritten, pageSize } from "#lib/post-mortems/queries/prompts.ts";
import { getAgency } from "#lib/settings/queries.ts";

type Tally = { done: number; skipped: number; failed: number };

/** Before every id. */
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Asks candidates to write while it is fresh, and once more the next morning. Of every interview that is asked about an
 * event is left, whose id says which interview, which end of it and which asking, so that running twice, or two workers at
 * once, makes one; of several that are due together the latest carries the mail, which names them all.
 */
export async function promptForPostMortems(now: Temporal.Instant): Promise<Tally> {
  const tally = { done: 0, skipped: 0, failed: 0 };
  const { quiet } = (await getAgency()).policies;
  for (let after = first; ;) {
    const candidates = await listUnwritten(after, now);
    for (const { id, timeZone, interviews } of candidates)
      for (const due of duePrompts(interviews, timeZone, quiet, now))
        for (const { event, isMailed } of eventsOf(due))
          tally[await ask({ ...event, kind: due.kind, candidateId: id, isMailed })] += 1;
    const last = candidates.at(-1);
    if (!last || candidates.length < pageSize) return tally;
    after = last.id;
  }
}

type DueNow = ReturnType<typeof duePrompts<Unwritten>>[number];
type Unwritten = Awaited<ReturnType<typeof listUnwritten>>[number]["interviews"][number];

/** What is not told yet, the latest first: it carries the mail, unless the one nudge of this morning has gone out. */
function eventsOf({ kind, interviews }: DueNow) {
  const events = interviews.map((interview) => {
    const once = stableId(...promptKey(kind, interview));
    return { once, subject: interview.id, isTold: interview.told.includes(once) };
  });
  const mayMail = kind === "post_mortem.prompt" || events.every(({ isTold }) => !isTold);
  return events
    .map((event, at) => ({ event, isMailed: mayMail && at === 0 }))
    .filter(({ event }) => !event.isTold);
}

type Asking = {
  once: string;
  subject: string;
  kind: "post_mortem.prompt" | "post_mortem.nudge" | "post_mortem.rest";
  candidateId: string;
  isMailed: boolean;
};

/** `skipped` where no mail is made: another worker was first, or another mail names it. */
async function ask({ once, subject, kind, candidateId, isMailed }: Asking): Promise<keyof Tally> {
  let isMade = false;
  const answer = await transact(nobody, { once, request: {}, did: kind, subject }, async (tx, event) => {
    if (isMailed) await enqueueMails(tx, event, [candidateId], kind);
    isMade = isMailed;
    return ok({ id: subject });
  });
  if (!answer.ok) return "failed";
  return isMade ? "done" : "skipped";
}

/** Offers the other half of what was "enough for that day", once and never again. Safe to run twice. */
export async function offerRests(now: Temporal.Instant): Promise<Tally> {
  const tally = { done: 0, skipped: 0, failed: 0 };
  const rests = (await listRests("everybody", now)).map(({ id, candidateId }) => {
    return { once: stableId("post_mortem.rest", id), subject: id, candidateId };
  });
  const told = await pagesDb().event.findMany({
    where: { id: { in: rests.map(({ once }) => once) } },
    select: { id: true },
  });
  const known = new Set(told.map(({ id }) => id));
  for (const rest of rests)
    if (!known.has(rest.once)) tally[await ask({ ...rest, kind: "post_mortem.rest", isMailed: true })] += 1;
  return tally;
}
