import { createHash, createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { environment } from "#lib/infra/env.ts";

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A secret of `purpose` for `id`, made again at will from the installation's own secret and so stored nowhere. */
export function derivedSecret(purpose: string, id: string): string {
  return createHmac("sha256", environment().AUTH_SECRET).update(`${purpose}:${id}`).digest("base64url");
}

export function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(sha256(one));
  const right = Buffer.from(sha256(other));
  return timingSafeEqual(left, right);
}

/** A new identifier for a row, an event or a form's key. */
export function newId(): string {
  return randomUUID();
}

/** A UUID (version 8, of our own making) that is always the same for the same parts: of what a row or an event is about. */
export function stableId(...parts: readonly string[]): string {
  const hash = sha256(parts.join("/"));
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The same value always gives the same text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner && typeof inner === "object" && !Array.isArray(inner)) {
      return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }
    return inner;
  });
}
