import { setActivity, setCounselor } from "#lib/accounts/commands/people.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { followUp } from "#lib/history/commands.ts";
import type { Db } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import type { EventRef } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { cancelMocksOf, handOverMocks } from "#lib/mocks/commands/handing-over.ts";
import { passOnActions } from "#lib/plan/commands/passing-on.ts";
import { deactivationFacts } from "#lib/people/queries/deactivation.ts";
import type { Deactivation } from "#lib/people/queries/deactivation.ts";
import { pairsFrom } from "#lib/people/rules/deactivation.ts";
import type { DeactivateInput, ReactivateInput } from "#lib/people/schema.ts";
import { giveBackAllSeats, hasSeatsToCome } from "#lib/workshops/commands/capacity.ts";

type Refusal = "not_found" | "changed" | "counselor_needed" | "no_counselor" | "last_admin";
type Write = { tx: Db; event: EventRef; actor: Viewer; now: Instant };

/**
 * Ends somebody's access at once, with every sign-in (I12). A colleague's candidates, sessions to come and open actions go
 * to whom the admin chose, a candidate's bookings are cancelled and their seats given back; everybody concerned is told. One transaction, behind the
 * locks of all of them. Refuses `changed` where anything is not as the preview showed it, `counselor_needed`,
 * `no_counselor`, `last_admin` (I11), `not_found`.
 */
export function deactivate(actor: Viewer, input: DeactivateInput, now: Instant) {
  const { person: id, shown } = input;
  const choice = { all: input.to, each: pairsFrom(input.each) };
  const spec = {
    once: input.key,
    request: input,
    did: "person.deactivated",
    subject: id,
    onConstraint: {
      keep_one_admin: "last_admin",
      mocks_counselor_free: "changed",
      mocks_candidate_free: "changed",
    },
  } as const;
  return transact<Refusal>(actor, spec, async (tx, event) => {
    if (actor.role !== "admin") return refuse("not_found");
    const before = await deactivationFacts(tx, id, choice, now);
    if (!before) return refuse("not_found");
    // Workshops lock their sessions before people; whatever is refused below takes this back.
    await giveBackAllSeats(tx, event, id, now);
    await lockInOrder(tx, concerned(before));
    const facts = await deactivationFacts(tx, id, choice, now);
    if (!facts) return refuse("not_found");
    if (!facts.takers.ok) return facts.takers;
    if (facts.shown !== shown) return refuse("changed");
    const write = { tx, event, actor, now };
    const deactivated = { at: now, byId: actor.personId };
    if (!(await setActivity(tx, { id, version: facts.person.version, deactivated })))
      return refuse("changed");
    if (await hasSeatsToCome(tx, id, now)) return refuse("changed");
    if (facts.person.role === "candidate") await cancelMocksOf(write, id);
    else await handOverCaseload(write, facts, facts.takers.value);
    return ok({ id });
  });
}

/** Lets somebody in again. What was handed over or cancelled stays so. Refuses `not_found`, `stale`. */
export function reactivate(actor: Viewer, input: ReactivateInput) {
  const { person: id, version } = input;
  const spec = { once: input.key, request: input, did: "person.reactivated", subject: id } as const;
  return transact<"not_found" | "stale">(actor, spec, async (tx) => {
    if (actor.role !== "admin") return refuse("not_found");
    const left = await tx.person.findFirst({
      where: { id, deactivatedAt: { not: null } },
      select: { id: true },
    });
    if (!left) return refuse("not_found");
    return (await setActivity(tx, { id, version, deactivated: null })) ? ok({ id }) : refuse("stale");
  });
}

/** Everybody whose bookings or candidates may change, in the one order of all locks. */
function concerned({ person, takers, fates }: Deactivation): string[] {
  return [
    person.id,
    ...person.candidates.map(({ id }) => id),
    ...person.mocks.map(({ counselor }) => counselor.id),
    ...(takers.ok ? takers.value.values() : []),
    ...fates.flatMap(({ candidateId, to }) => (to ? [candidateId, to.counselorId] : [candidateId])),
  ];
}

async function handOverCaseload(
  write: Write,
  { person, fates, actions }: Deactivation,
  takers: ReadonlyMap<string, string>,
): Promise<void> {
  const { tx, event } = write;
  for (const { id, version } of person.candidates) {
    const to = takers.get(id);
    if (to === undefined || !(await setCounselor(tx, { id, counselorId: to, version })))
      throw new Error("a candidate changed behind the lock");
    const told = await followUp(tx, event, "person.handed_over", id);
    await enqueueMails(tx, told, [id], "person.handed_over");
  }
  await handOverMocks(write, { from: person.id, fates });
  const owners = new Map(actions.map(({ candidateId, to }) => [candidateId, to]));
  for (const [candidateId, to] of owners)
    if (to !== null) await passOnActions(tx, { candidateId, from: person.id, to });
  await enqueueMails(tx, event, [...new Set(takers.values())], "person.received");
}
