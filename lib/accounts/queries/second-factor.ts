import { randomBytes } from "node:crypto";
import { stamp } from "#lib/core/format.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { derivedSecret, sha256 } from "#lib/infra/hash.ts";
import { unseal } from "#lib/infra/seal.ts";
import { appAddress, secretFrom } from "#lib/infra/totp.ts";
import {
  inFours,
  plainRecoveryCode,
  recoveryCodeFrom,
  recoveryCodes,
} from "#lib/accounts/rules/second-factor.ts";

/** What secrets and unseen codes are sealed for; their row is the person's. */
export const sealedAs = { secret: "second factor", codes: "recovery codes" } as const;

/**
 * The secret that a session offers to the app: the same each time the page is shown, so that looking changes nothing, and
 * another in every other session, so that nobody can enrol with one that somebody else has seen.
 */
export function offeredSecret(sessionId: string): string {
  return secretFrom(Buffer.from(derivedSecret("second factor", sessionId), "base64url"));
}

/** Ten new recovery codes as they are shown, and their hashes. */
export function newRecoveryCodes(): { shown: string[]; hashes: string[] } {
  const shown = Array.from({ length: recoveryCodes }, () => recoveryCodeFrom(randomBytes(24)));
  return { shown, hashes: shown.map((code) => recoveryHash(code)) };
}

export function recoveryHash(typed: string): string {
  return sha256(`recovery code:${plainRecoveryCode(typed) ?? ""}`);
}

/** The viewer's own enrolled app, as an id; null without one. */
export async function findFactor(viewer: Viewer) {
  return pagesDb().secondFactor.findUnique({
    where: { personId: viewer.personId },
    select: { personId: true },
  });
}

/** What this session offers to the app, as the page shows it. */
export async function getEnrolment(viewer: Viewer, sessionId: string, agency: string) {
  const { email } = await pagesDb().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: { email: true },
  });
  const secret = offeredSecret(sessionId);
  return { secret: inFours(secret), address: appAddress({ agency, email, secret }) };
}

/** The viewer's own recovery codes, if they have not said yet that they have kept them; empty afterwards. */
export async function listUnseenCodes(viewer: Viewer): Promise<string[]> {
  const factor = await pagesDb().secondFactor.findUnique({
    where: { personId: viewer.personId },
    select: { unseenCodes: true },
  });
  const codes = factor?.unseenCodes && unseal(sealedAs.codes, viewer.personId, factor.unseenCodes);
  return codes ? codes.split("\n") : [];
}

/** The viewer's own second factor: since when, and how many recovery codes are left; null without one. */
export async function getSecondFactor(viewer: Viewer, now: Temporal.Instant) {
  if (!isStaff(viewer)) return null;
  const factor = await pagesDb().secondFactor.findUnique({
    where: { personId: viewer.personId },
    relationLoadStrategy: "join",
    select: { enrolledAt: true, _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  });
  return (
    factor && {
      enrolled: stamp(instantOf(factor.enrolledAt), viewer.timeZone, now),
      codesLeft: factor._count.recoveryCodes,
    }
  );
}
