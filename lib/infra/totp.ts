import { Secret, TOTP } from "otpauth";

/** RFC 6238 as authenticator apps expect it: SHA-1, six digits, steps of 30 seconds. */
const totp = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/**
 * The step (30 seconds each, since 1970) that a code of six digits belongs to, of the present one and its neighbours; null for
 * another code, and for a step at or before `lastStep`: each is accepted once (ASVS 6.5.1).
 */
export function stepOf(
  { secret, code, lastStep }: { secret: string; code: string; lastStep: number },
  now: Temporal.Instant,
): number | null {
  // The library compares bytes of equal number, and throws at letters that take more of them.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const timestamp = now.epochMilliseconds;
  const key = Secret.fromBase32(secret);
  const delta = TOTP.validate({ ...totp, secret: key, token: code, timestamp, window: 1 });
  if (delta === null) return null;
  const step = TOTP.counter({ period: totp.period, timestamp }) + delta;
  return step > lastStep ? step : null;
}

/** 160 bits as an app reads them, in Base32. */
export function secretFrom(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes.subarray(0, 20)).buffer }).base32;
}

/** What the square on the page says to the app. A colon would part the names elsewhere, so none is left in them. */
export function appAddress({ agency, email, secret }: { agency: string; email: string; secret: string }) {
  const plain = (text: string) => text.replaceAll(":", " ");
  return new TOTP({
    ...totp,
    issuer: plain(agency),
    label: plain(email),
    secret: Secret.fromBase32(secret),
  }).toString();
}
