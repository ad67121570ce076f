import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { asksHeardAnything } from "#lib/interviews/rules.ts";
import type { SayNotHeardInput } from "#lib/interviews/schema.ts";

/**
 * "Heard anything?" answered with "Not yet": it is never asked again about this interview. Refuses `not_found`, and
 * `not_asked` where it is not, or not any more.
 */
export function sayNotHeard(actor: Viewer, input: SayNotHeardInput, now: Temporal.Instant) {
  const spec = {
    once: input.key,
    request: input,
    did: "outcome.not_heard",
    subject: input.interview,
  } as const;
  return transact<"not_found" | "not_asked">(actor, spec, async (tx) => {
    if (actor.role !== "candidate") return refuse("not_found");
    await lockInOrder(tx, [input.interview]);
    const found = await tx.interview.findFirst({
      where: { AND: [{ id: input.interview }, interviewsVisibleTo(actor)] },
      select: { id: true, startsAt: true, endsAt: true, outcome: true, notHeardAt: true },
    });
    if (!found) return refuse("not_found");
    const times = { startsAt: instantOf(found.startsAt), endsAt: instantOf(found.endsAt) };
    const facts = { ...times, outcome: found.outcome, notHeardAt: instantOrNull(found.notHeardAt) };
    if (!asksHeardAnything(facts, now)) return refuse("not_asked");
    await tx.interview.update({ where: { id: found.id }, data: { notHeardAt: dateOf(now) } });
    return ok({ id: found.id });
  });
}
