import type { Role } from "#lib/infra/prisma/enums.ts";

/** Staff sign in every working day; a candidate on a phone in a car park must not have to (quality.md, sessions). */
const hoursByRole: Record<Role, number> = { candidate: 30 * 24, counselor: 12, admin: 12, guest: 0 };

/** Minutes that the link and the code of a sign-in mail live (I13). */
export const signInMinutes = 10;
/** Wrong codes that one sign-in request takes. */
export const signInTries = 5;
/** Hours that a form sent after the session expired is kept. */
export const keptFormHours = 24;

export type SessionFacts = {
  role: Role;
  createdAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  deactivatedAt: Temporal.Instant | null;
};

/** When a session expires by itself: 12 hours after signing in for staff, 30 days for candidates, at once for guests. */
export function sessionExpiry(facts: Pick<SessionFacts, "role" | "createdAt">): Temporal.Instant {
  return facts.createdAt.add({ hours: hoursByRole[facts.role] });
}

/**
 * `live`, `expired` by time (what was typed is kept for its person), or `ended`: signed out, revoked, or the person's
 * role, address or activity changed (nothing is kept). A guest has none.
 */
export function sessionState(facts: SessionFacts, now: Temporal.Instant): "live" | "expired" | "ended" {
  if (facts.endedAt !== null || facts.deactivatedAt !== null || facts.role === "guest") return "ended";
  return Temporal.Instant.compare(now, sessionExpiry(facts)) < 0 ? "live" : "expired";
}

/**
 * An address as it is stored and compared (I10): trimmed, lower case. Null where NFKC would change it, since two
 * addresses that look alike must not be one.
 */
export function normalEmail(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  return address === address.normalize("NFKC") ? address : null;
}

const browsers: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** A browser in words a person recognises in the list of their sessions: "Chrome on Android". */
export function deviceName(userAgent: string): string {
  const named = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  if (!browser) return "A browser";
  return system ? `${browser} on ${system}` : browser;
}

/** Whether an address of a sign-in page can be one at all: a UUID. */
export function isRequestId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

/** Minutes that a calendar address is shown after it was made. */
export const feedShownMinutes = 10;

/** Whether a calendar address that was made at this moment is still shown to its person. */
export function isFeedShown(madeAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, madeAt.add({ minutes: feedShownMinutes })) < 0;
}

/** The token of a calendar's address, with or without `.ics`; null for what cannot be one: 43 letters of base64url. */
export function feedTokenFrom(part: string): string | null {
  return /^([\w-]{43})(?:\.ics)?$/.exec(part)?.[1] ?? null;
}

/** Days after which a candidate who did nothing is silent (product.md, "The desk"). */
export const silentDays = 14;
