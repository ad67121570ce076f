import { ok, refuse } from "#lib/core/result.ts";
import { dateIn, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, dateOfDay, instantOf } from "#lib/infra/db.ts";
import { lockInOrder } from "#lib/infra/locks.ts";
import { transact } from "#lib/infra/transact.ts";
import { fairsOf } from "#lib/mocks/policy.ts";
import type {
  CorrectInformationalInterviewInput,
  LogInformationalInterviewInput,
} from "#lib/mocks/schema.ts";

/**
 * Logs an informational interview that a candidate held at a fair where they have a seat; `input.key` becomes its id. Refuses
 * `not_found`, and `not_started` before the fair starts. Nobody is mailed.
 */
export function logInformationalInterview(
  actor: Viewer,
  input: LogInformationalInterviewInput,
  now: Instant,
) {
  const spec = {
    once: input.key,
    request: input,
    did: "informational.logged",
    subject: input.key,
  } as const;
  return transact<"not_found" | "not_started">(actor, spec, async (tx) => {
    const fair = await tx.workshopSession.findFirst({
      where: { AND: [{ id: input.session }, fairsOf(actor)] },
      select: { id: true, startsAt: true, timeZone: true },
    });
    if (!fair) return refuse("not_found");
    if (isBefore(now, instantOf(fair.startsAt))) return refuse("not_started");
    const { whom, learned, askNext } = input;
    await tx.informationalInterview.create({
      data: {
        id: input.key,
        candidateId: actor.personId,
        sessionId: fair.id,
        heldOn: dateOfDay(dateIn(instantOf(fair.startsAt), fair.timeZone)),
        whom,
        learned,
        askNext,
        loggedAt: dateOf(now),
        loggedById: actor.personId,
      },
    });
    return ok({ id: input.key });
  });
}

/** Corrects one's own; nothing is deleted. Refuses `not_found`, and `stale` where it changed since the page was shown. */
export function correctInformationalInterview(actor: Viewer, input: CorrectInformationalInterviewInput) {
  const spec = {
    once: input.key,
    request: input,
    did: "informational.corrected",
    subject: input.informational,
  } as const;
  return transact<"not_found" | "stale">(actor, spec, async (tx) => {
    await lockInOrder(tx, [input.informational]);
    const found = await tx.informationalInterview.findFirst({
      where: { id: input.informational, candidateId: actor.personId },
      select: { id: true, version: true },
    });
    if (!found) return refuse("not_found");
    if (found.version !== input.version) return refuse("stale");
    const { whom, learned, askNext } = input;
    await tx.informationalInterview.update({
      where: { id: found.id },
      data: { whom, learned, askNext, version: { increment: 1 } },
    });
    return ok({ id: found.id });
  });
}
