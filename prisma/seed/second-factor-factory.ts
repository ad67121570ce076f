import { newRecoveryCodes, sealedAs } from "#lib/accounts/queries/second-factor.ts";
import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { seal } from "#lib/infra/seal.ts";

/** An enrolled app of a person; `secret` is what the app holds, `codes` are the recovery codes as they were shown and kept. */
export async function makeSecondFactor(db: Db, personId: string, at: Temporal.Instant) {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const { shown, hashes } = newRecoveryCodes();
  const sealedSecret = seal(sealedAs.secret, personId, secret);
  await db.secondFactor.create({
    data: { personId, sealedSecret, lastStep: 0, enrolledAt: dateOf(at), unseenCodes: null },
  });
  await db.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ id: newId(), personId, codeHash })),
  });
  return { secret, codes: shown };
}
