import { setCounselor } from "#lib/accounts/commands/people.ts";
import { activeStaff } from "#lib/accounts/policy.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { passOnActions } from "#lib/plan/commands/passing-on.ts";
import type { HandOverCandidateInput } from "#lib/people/schema.ts";

/**
 * Gives a candidate another counselor: the candidate is told who "my counselor" now is, the new one whom they look after
 * now. Open actions of the old one come along; sessions that are booked stay with whom they were booked. Refuses
 * `not_found`, `no_counselor` (nobody active), `same_counselor`, `stale`.
 */
export function handOverCandidate(actor: Viewer, input: HandOverCandidateInput) {
  const { person: id, counselor: to, version } = input;
  const spec = { once: input.key, request: input, did: "person.handed_over", subject: id } as const;
  return transact<"not_found" | "no_counselor" | "same_counselor" | "stale">(
    actor,
    spec,
    async (tx, event) => {
      if (actor.role !== "admin") return refuse("not_found");
      await lockInOrder(tx, [id, to]);
      const candidate = await tx.person.findFirst({
        where: { id, role: "candidate", deactivatedAt: null },
        select: { counselorId: true },
      });
      if (!candidate) return refuse("not_found");
      if (!(await isActiveCounselor(tx, to))) return refuse("no_counselor");
      const from = candidate.counselorId;
      if (from === to) return refuse("same_counselor");
      if (!(await setCounselor(tx, { id, counselorId: to, version }))) return refuse("stale");
      if (from !== null) await passOnActions(tx, { candidateId: id, from, to });
      await enqueueMails(tx, event, [id], "person.handed_over");
      await enqueueMails(tx, event, [to], "person.received");
      return ok({ id });
    },
  );
}

/** Whether somebody is there to look after candidates. Whoever writes holds their lock. */
export async function isActiveCounselor(tx: Db, id: string): Promise<boolean> {
  const found = await tx.person.findFirst({
    where: { id, ...activeStaff },
    select: { id: true },
  });
  return found !== null;
}
