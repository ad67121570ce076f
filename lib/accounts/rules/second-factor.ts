import type { Role } from "#lib/infra/prisma/enums.ts";

/** Recovery codes that one enrolment gives. */
export const recoveryCodes = 10;
/** Base32 without what looks alike: 24 characters are 120 bits, which may be stored as a plain hash (ASVS 6.5.2). */
const recoveryLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const recoveryLength = 24;

/**
 * Whether a session may do nothing yet but pass the second factor: one of staff, where the agency asks for it (quality.md,
 * "Who gets in"). Candidates are never asked.
 */
export function isUnverified(session: { role: Role; passed: boolean }, isAskedOfStaff: boolean): boolean {
  return session.role !== "candidate" && isAskedOfStaff && !session.passed;
}

/** One recovery code as it is shown, in groups of four: from 24 random bytes. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, recoveryLength)].map((byte) => recoveryLetters[byte % 32] ?? "");
  return inFours(letters.join(""));
}

/** A recovery code as typed, without what is only for the eye; null if it can be none. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return plain.length === recoveryLength && [...plain].every((letter) => recoveryLetters.includes(letter))
    ? plain
    : null;
}

/** Long texts that somebody copies by hand, in groups of four. */
export function inFours(text: string): string {
  return text.replaceAll(/(.{4})(?=.)/g, "$1-");
}
