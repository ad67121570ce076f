import { inviteGuest } from "#lib/accounts/commands/guests.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { helpRequestsVisibleTo } from "#lib/people/policy/help.ts";
import { decideSettling } from "#lib/people/rules/help.ts";
import type { AcceptHelpInput, AnswerHelpInput } from "#lib/people/schema/help.ts";

type SettleRefusal = "not_found" | "accepted_already" | "answered_already" | "here_already";

/**
 * Accepts a request: the guest becomes a candidate of whoever accepts, and is invited by mail. Of several at once the
 * first has them. Refuses `not_found` and what `decideSettling` refuses.
 */
export function acceptHelp(actor: Viewer, input: AcceptHelpInput, now: Temporal.Instant) {
  const { key: once, request: subject } = input;
  const spec = { once, request: input, did: "help.accepted", subject } as const;
  return transact<SettleRefusal>(actor, spec, async (tx, event) => {
    const found = await lockRequest(tx, actor, subject);
    if (!found) return refuse("not_found");
    const decision = decideSettling(found);
    if (!decision.ok) return decision;
    const { personId: id } = found;
    const by = { counselorId: actor.personId, invitedById: actor.personId };
    if (!(await inviteGuest(tx, { id, role: "candidate", ...by, now }))) return refuse("here_already");
    const data = { acceptedAt: dateOf(now), acceptedById: actor.personId };
    await tx.helpRequest.update({ where: { id: subject }, data });
    await enqueueMails(tx, event, [id], "person.invited");
    return ok({ id: subject });
  });
}

/** Answers a request by mail instead; it leaves every desk. Refuses as `acceptHelp` does. */
export function answerHelp(actor: Viewer, input: AnswerHelpInput, now: Temporal.Instant) {
  const { key: once, request: subject, answer } = input;
  const spec = { once, request: input, did: "help.answered", subject } as const;
  return transact<SettleRefusal>(actor, spec, async (tx, event) => {
    const found = await lockRequest(tx, actor, subject);
    if (!found) return refuse("not_found");
    const decision = decideSettling(found);
    if (!decision.ok) return decision;
    const data = { answer, answeredAt: dateOf(now), answeredById: actor.personId };
    await tx.helpRequest.update({ where: { id: subject }, data });
    await enqueueMails(tx, event, [found.personId], "help.answered");
    return ok({ id: subject });
  });
}

/** A request that the actor may see, as it is behind its lock. */
async function lockRequest(tx: Db, actor: Viewer, id: string) {
  await lockInOrder(tx, [id]);
  const row = await tx.helpRequest.findFirst({
    where: { AND: [{ id }, helpRequestsVisibleTo(actor)] },
    select: { personId: true, acceptedAt: true, answeredAt: true, person: { select: { role: true } } },
  });
  return (
    row && {
      personId: row.personId,
      isGuest: row.person.role === "guest",
      isAccepted: row.acceptedAt !== null,
      isAnswered: row.answeredAt !== null,
    }
  );
}
