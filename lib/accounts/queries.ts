import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { environment } from "#lib/infra/env.ts";
import { derivedSecret, sha256 } from "#lib/infra/hash.ts";
import { isFeedShown, keptFormHours, sessionExpiry, sessionState } from "#lib/accounts/rules.ts";
import { stamp } from "#lib/core/format.ts";
import { zonesWith } from "#lib/core/zone.ts";
import { compare } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";

/** The session of a cookie's token with its person, and whether it lives. One statement; null for a token nobody has. */
export async function findSession(token: string, now: Temporal.Instant) {
  const row = await pagesDb().signInSession.findUnique({
    where: { tokenHash: sha256(token) },
    relationLoadStrategy: "join",
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      endedAt: true,
      secondFactorAt: true,
      person: {
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          timeZone: true,
          welcomedAt: true,
          deactivatedAt: true,
        },
      },
    },
  });
  if (!row) return null;
  const createdAt = instantOf(row.createdAt);
  const state = sessionState(
    {
      role: row.person.role,
      createdAt,
      endedAt: instantOrNull(row.endedAt),
      deactivatedAt: instantOrNull(row.person.deactivatedAt),
    },
    now,
  );
  const expires = dateOf(sessionExpiry({ role: row.person.role, createdAt }));
  const passed = row.secondFactorAt !== null;
  return { id: row.id, state, expires, passed, lastSeenAt: instantOf(row.lastSeenAt), person: row.person };
}

/** The viewer's own live sessions, newest use first, at most 50; `here` is the one of this request. */
export async function listSessions(viewer: Viewer, here: { sessionId: string; now: Temporal.Instant }) {
  const rows = await pagesDb().signInSession.findMany({
    where: { personId: viewer.personId, endedAt: null },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
  const isLive = (createdAt: Date) =>
    compare(here.now, sessionExpiry({ role: viewer.role, createdAt: instantOf(createdAt) })) < 0;
  return rows
    .filter((row) => isLive(row.createdAt))
    .map(({ id, device, lastSeenAt }) => ({
      id,
      device,
      isHere: id === here.sessionId,
      lastSeen: stamp(instantOf(lastSeenAt), viewer.timeZone, here.now),
    }));
}

/** What this viewer had sent from `path` with an expired session within the last day, newest first; null if nothing. */
export async function findKeptForm(viewer: Viewer, path: string, now: Temporal.Instant) {
  return pagesDb().keptForm.findFirst({
    where: {
      personId: viewer.personId,
      path,
      keptAt: { gt: dateOf(now.subtract({ hours: keptFormHours })) },
    },
    orderBy: { keptAt: "desc" },
    select: { id: true, values: true },
  });
}

/** The people that the demo's sign-in page offers; empty outside the demo (`DEMO=1` and the mark in the database). */
export async function listDemoPeople() {
  if (environment().DEMO !== "1") return [];
  const [mark, people] = await Promise.all([
    pagesDb().installation.findFirst({ where: { demoMarkedAt: { not: null } }, select: { id: true } }),
    pagesDb().demoPerson.findMany({
      where: { person: { deactivatedAt: null } },
      orderBy: { position: "asc" },
      take: 20,
      select: { line: true, person: { select: { id: true, name: true, role: true } } },
    }),
  ]);
  return mark ? people.map(({ line, person }) => ({ ...person, line })) : [];
}

/** The viewer's own name and zone with the version to send back, and the zones to choose from. */
export async function getProfile(viewer: Viewer) {
  const person = await pagesDb().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: { name: true, email: true, timeZone: true, version: true },
  });
  return { ...person, zones: zonesWith(person.timeZone) };
}

/** The secrets of a sign-in mail, made again from its id at sending: the database holds only their hashes (I13). */
export function signInSecrets(requestId: string): { token: string; code: string } {
  const token = derivedSecret("sign-in token", requestId);
  const digits =
    Buffer.from(derivedSecret("sign-in code", requestId), "base64url").readUIntBE(0, 6) % 1_000_000;
  return { token, code: String(digits).padStart(6, "0") };
}

/** Whose address the limit of an invitation counts for; null where the link leads to nobody. */
export async function findAddress(personId: string): Promise<string | null> {
  const person = await pagesDb().person.findFirst({ where: { id: personId }, select: { email: true } });
  return person?.email ?? null;
}

/** Whom a sign-in request is for; null for an address that nobody has, or a request that is gone. */
export async function findRequestPerson(requestId: string): Promise<string | null> {
  const request = await pagesDb().signInRequest.findFirst({
    where: { id: requestId },
    select: { personId: true },
  });
  return request?.personId ?? null;
}

/** The token of a calendar feed, made again from its id: the database holds only its hash. */
export function feedToken(feedId: string): string {
  return derivedSecret("calendar feed", feedId);
}

/** The viewer's own calendar address: when it was made, and in its first ten minutes the path itself; null without one. */
export async function getFeed(viewer: Viewer, now: Temporal.Instant) {
  const feed = await pagesDb().calendarFeed.findUnique({
    where: { personId: viewer.personId },
    select: { id: true, madeAt: true },
  });
  if (!feed) return null;
  const madeAt = instantOf(feed.madeAt);
  const address = `${environment().ORIGIN}/api/calendar/${feedToken(feed.id)}.ics`;
  return {
    id: feed.id,
    made: stamp(madeAt, viewer.timeZone, now),
    address: isFeedShown(madeAt, now) ? address : null,
  };
}

/** Somebody whose address an admin may mend, with the version to send back; null for anybody else. */
export async function getAddress(viewer: Viewer, personId: string) {
  if (viewer.role !== "admin") return null;
  return pagesDb().person.findFirst({
    where: { id: personId, role: { not: "guest" }, deactivatedAt: null },
    select: { id: true, name: true, email: true, version: true, welcomedAt: true },
  });
}

/** The id of the guest with this address; null for anybody else's. */
export async function findGuestId(email: string): Promise<string | null> {
  const guest = await pagesDb().person.findFirst({ where: { email, role: "guest" }, select: { id: true } });
  return guest?.id ?? null;
}
