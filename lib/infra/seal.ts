import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "#lib/infra/env.ts";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a secret for the database: AES-256-GCM under a key of AUTH_SECRET's (HKDF, one key a purpose), bound to the
 * purpose and to the row that it stands in, so that it opens nowhere else. `1.` and base64url of IV, tag and text.
 */
export function seal(purpose: string, rowId: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(purpose), iv).setAAD(Buffer.from(`${purpose}:${rowId}`));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return `1.${Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url")}`;
}

/** The text again; null where it was sealed with another secret, for another row or purpose, or was changed. */
export function unseal(purpose: string, rowId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed.replace(/^1\./, ""), "base64url");
  if (!sealed.startsWith("1.") || bytes.length < ivBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, keyOf(purpose), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(`${purpose}:${rowId}`))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString(
      "utf8",
    );
  } catch {
    return null;
  }
}

function keyOf(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", environment().AUTH_SECRET, "", `sealed: ${purpose}`, 32));
}
