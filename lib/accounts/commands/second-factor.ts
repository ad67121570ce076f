import {
  sealedAs,
  newRecoveryCodes,
  offeredSecret,
  recoveryHash,
} from "#lib/accounts/queries/second-factor.ts";
import { plainRecoveryCode } from "#lib/accounts/rules/second-factor.ts";
import type {
  EnrolSecondFactorInput,
  PassSecondFactorInput,
  RenewSecondFactorInput,
} from "#lib/accounts/schema/second-factor.ts";
import { ok, refuse } from "#lib/core/result.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { seal, unseal } from "#lib/infra/seal.ts";
import { stepOf } from "#lib/infra/totp.ts";
import { transact } from "#lib/infra/transact.ts";
import { enqueueMails } from "#lib/mail/commands.ts";
import { renewSession } from "./sessions.ts";
import type { RenewedSession } from "./sessions.ts";

/** The session in which a code is typed; it ends, and another with a new token goes on in its place. */
type Here = { session: string };

/** What the database or a rule can answer to a code. `not_valid` is the same for all that is not right about one. */
export type SecondFactorRefusal = "not_valid" | "enrolled_already" | "not_found";

/**
 * Enrols the app that shows `code` for the secret which this session offered, and passes with it. Leaves ten recovery codes,
 * hashed, and sealed until they were seen. Refuses `not_valid` for another code, `enrolled_already` where there is an app.
 */
export function enrolSecondFactor(
  actor: Viewer,
  input: EnrolSecondFactorInput & Here,
  now: Temporal.Instant,
) {
  return passing(actor, input, "second_factor.enrolled", now, async (tx) => {
    const secret = offeredSecret(input.session);
    const lastStep = stepOf({ secret, code: input.code, lastStep: 0 }, now);
    if (lastStep === null) return refuse("not_valid");
    const { shown, hashes } = newRecoveryCodes();
    await tx.secondFactor.create({
      data: { personId: actor.personId, ...sealed(actor, secret, shown), lastStep, enrolledAt: dateOf(now) },
    });
    await addCodes(tx, actor, hashes);
    return ok({ mail: "second_factor.enrolled" as const });
  });
}

/**
 * Passes with a code of the app, whose step is never accepted again, or with a recovery code, which is used up; its person is
 * told. Refuses `not_valid` for everything else; the limit on tries stands before it (lib/web/second-factor).
 */
export function passSecondFactor(actor: Viewer, input: PassSecondFactorInput & Here, now: Temporal.Instant) {
  return passing(actor, input, "second_factor.passed", now, async (tx) => {
    const spent = await spend(tx, actor, input.recovery ?? input.code ?? "", now);
    if (!spent) return refuse("not_valid");
    return ok({ mail: spent === "recovery" ? ("second_factor.recovery_used" as const) : null });
  });
}

/**
 * Puts another app in the place of one's own: needs a code or a recovery code of the old one, and the new one's first code.
 * Ends all other sessions, gives new recovery codes. Refuses `not_valid`, and `not_found` without an app.
 */
export function renewSecondFactor(
  actor: Viewer,
  input: RenewSecondFactorInput & Here,
  now: Temporal.Instant,
) {
  return passing(actor, input, "second_factor.renewed", now, async (tx, renewed) => {
    const { personId } = actor;
    if (!(await tx.secondFactor.findUnique({ where: { personId }, select: { personId: true } })))
      return refuse("not_found");
    const secret = offeredSecret(input.session);
    const lastStep = stepOf({ secret, code: input.code, lastStep: 0 }, now);
    if (lastStep === null || !(await spend(tx, actor, input.current, now))) return refuse("not_valid");
    const { shown, hashes } = newRecoveryCodes();
    await tx.secondFactor.update({
      where: { personId },
      data: { ...sealed(actor, secret, shown), lastStep, enrolledAt: dateOf(now) },
    });
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await addCodes(tx, actor, hashes);
    await tx.signInSession.updateMany({
      where: { personId, endedAt: null, id: { not: renewed.session } },
      data: { endedAt: dateOf(now), endedBy: "changed" },
    });
    return ok({ mail: "second_factor.enrolled" as const });
  });
}

/** Says that the recovery codes are kept: from now on nobody is shown them. Refuses `not_found` where none wait to be seen. */
export function keepRecoveryCodes(actor: Viewer, input: { key: string }) {
  const { personId } = actor;
  const spec = { once: input.key, request: {}, did: "second_factor.codes_kept", subject: personId } as const;
  return transact<"not_found">(actor, spec, async (tx) => {
    const kept = await tx.secondFactor.updateMany({
      where: { personId, unseenCodes: { not: null } },
      data: { unseenCodes: null },
    });
    return kept.count === 1 ? ok({ id: personId }) : refuse("not_found");
  });
}

/**
 * Takes a colleague's app away, for whoever has lost it and the recovery codes: they are told by mail, signed out everywhere,
 * and enrol anew. Admins only, and never one's own (that is renewed, with a code). Refuses `not_found`.
 */
export function resetSecondFactor(
  actor: Viewer,
  input: { key: string; person: string },
  now: Temporal.Instant,
) {
  const { key, person } = input;
  const spec = { once: key, request: { person }, did: "second_factor.reset", subject: person } as const;
  return transact<"not_found">(actor, spec, async (tx, event) => {
    if (actor.role !== "admin" || person === actor.personId) return refuse("not_found");
    // Whoever passes at this very moment does it before, and is signed out, or after, and finds no app.
    await tx.$queryRaw`SELECT id FROM people WHERE id = ${person}::uuid FOR UPDATE`;
    const gone = await tx.secondFactor.deleteMany({
      where: { personId: person, person: { role: { not: "candidate" }, deactivatedAt: null } },
    });
    if (gone.count === 0) return refuse("not_found");
    await tx.signInSession.updateMany({
      where: { personId: person, endedAt: null },
      data: { endedAt: dateOf(now), endedBy: "changed" },
    });
    await enqueueMails(tx, event, [person], "second_factor.reset");
    return ok({ id: person });
  });
}

type PassingKind = "second_factor.enrolled" | "second_factor.passed" | "second_factor.renewed";
type PassingMail = "second_factor.enrolled" | "second_factor.recovery_used";
type Decided =
  | { ok: true; value: { mail: PassingMail | null } }
  | { ok: false; refusal: SecondFactorRefusal };

/** The frame of all that ends in a verified session. The event's request names the session and no code: six digits are guessed from a hash. */
async function passing(
  actor: Viewer,
  { key, session }: { key: string } & Here,
  did: PassingKind,
  now: Temporal.Instant,
  decide: (tx: Db, renewed: RenewedSession) => Promise<Decided>,
) {
  let renewed: RenewedSession | null = null;
  const spec = {
    once: key,
    request: { session },
    did,
    subject: actor.personId,
    onConstraint: { second_factors_pkey: "enrolled_already" },
  } as const;
  const answer = await transact<SecondFactorRefusal>(actor, spec, async (tx, event) => {
    if (!isStaff(actor)) return refuse("not_found");
    const next = await renewSession(tx, { id: session, actor, now });
    if (!next) return refuse("not_valid");
    const decided = await decide(tx, next);
    if (!decided.ok) return decided;
    if (decided.value.mail) await enqueueMails(tx, event, [actor.personId], decided.value.mail);
    renewed = next;
    return ok({ id: actor.personId });
  });
  if (!answer.ok) return answer;
  // The same form twice: the token left with the first answer, and is stored nowhere.
  return renewed ? ok<RenewedSession>(renewed) : refuse("not_valid");
}

/** Uses up a code of the app or a recovery code; null where it is none, or somebody was quicker. */
async function spend(
  tx: Db,
  { personId }: Viewer,
  typed: string,
  now: Temporal.Instant,
): Promise<"code" | "recovery" | null> {
  if (plainRecoveryCode(typed) !== null) {
    const used = await tx.recoveryCode.updateMany({
      where: { personId, codeHash: recoveryHash(typed), usedAt: null },
      data: { usedAt: dateOf(now) },
    });
    return used.count === 1 ? "recovery" : null;
  }
  const factor = await tx.secondFactor.findUnique({ where: { personId } });
  const secret = factor && unseal(sealedAs.secret, personId, factor.sealedSecret);
  if (!secret) return null;
  const code = typed.replaceAll(/\s/g, "");
  const step = stepOf({ secret, code, lastStep: factor.lastStep }, now);
  if (step === null) return null;
  // Of sixty that read the same row, one moves it on.
  const moved = await tx.secondFactor.updateMany({
    where: { personId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return moved.count === 1 ? "code" : null;
}

function sealed({ personId }: Viewer, secret: string, codes: readonly string[]) {
  return {
    sealedSecret: seal(sealedAs.secret, personId, secret),
    unseenCodes: seal(sealedAs.codes, personId, codes.join("\n")),
  };
}

async function addCodes(tx: Db, { personId }: Viewer, hashes: readonly string[]): Promise<void> {
  await tx.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ id: newId(), personId, codeHash })),
  });
}
