import {
  enrolSecondFactor,
  passSecondFactor,
  renewSecondFactor,
} from "#lib/accounts/commands/second-factor.ts";
import { findFactor } from "#lib/accounts/queries/second-factor.ts";
import { plainRecoveryCode } from "#lib/accounts/rules/second-factor.ts";
import type {
  EnrolSecondFactorInput,
  PassSecondFactorInput,
  RenewSecondFactorInput,
} from "#lib/accounts/schema/second-factor.ts";
import { refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { log } from "#lib/infra/log.ts";
import { allows } from "#lib/web/rate-limit.ts";
import { currentSession, unverifiedSession } from "#lib/web/session.ts";
import { giveCookie } from "#lib/web/sign-in.ts";

/** Enrols in this session, which is not verified yet, and gives the browser the cookie of the one that is. */
export async function enrolSecondFactorHere(
  actor: Viewer,
  input: EnrolSecondFactorInput,
  now: Temporal.Instant,
) {
  const current = await unverifiedSession();
  if (!current) return refuse("not_found");
  if (await findFactor(actor)) return refuse("enrolled_already");
  if (!(await mayType(actor, current.sessionId, input.code))) return refuse("too_many");
  return settle(actor, await enrolSecondFactor(actor, { ...input, session: current.sessionId }, now));
}

/** Passes in this session, which is not verified yet, and gives the browser the cookie of the one that is. */
export async function passSecondFactorHere(
  actor: Viewer,
  input: PassSecondFactorInput,
  now: Temporal.Instant,
) {
  const current = await unverifiedSession();
  if (!current) return refuse("not_found");
  const typed = input.recovery ?? input.code ?? "";
  if (!(await mayType(actor, current.sessionId, typed))) return refuse("too_many");
  return settle(actor, await passSecondFactor(actor, { ...input, session: current.sessionId }, now));
}

/** Sets up one's own app anew, with a code of the old one, under the same limits. */
export async function renewSecondFactorHere(
  actor: Viewer,
  input: RenewSecondFactorInput,
  now: Temporal.Instant,
) {
  const current = await currentSession();
  if (!current || !(await findFactor(actor))) return refuse("not_found");
  if (!(await mayType(actor, current.sessionId, input.current))) return refuse("too_many");
  return settle(actor, await renewSecondFactor(actor, { ...input, session: current.sessionId }, now));
}

/** Tries by session; six digits by person too. What is no code at all costs as much. */
async function mayType({ personId }: Viewer, sessionId: string, typed: string): Promise<boolean> {
  if (!(await allows("second_factor", sessionId))) return false;
  return plainRecoveryCode(typed) !== null || allows("second_factor_codes", personId);
}

async function settle<Answer extends { ok: true; value: { token: string } } | { ok: false; refusal: string }>(
  { personId }: Viewer,
  answer: Answer,
): Promise<Answer> {
  if (answer.ok) await giveCookie(answer.value);
  else log().warn({ person: personId, refusal: answer.refusal }, "second factor not passed");
  return answer;
}
