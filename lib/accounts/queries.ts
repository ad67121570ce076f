import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { keptFormHours, sessionState } from "#lib/accounts/rules.ts";
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
      person: {
        select: { id: true, name: true, email: true, role: true, timeZone: true, welcomedAt: true, deactivatedAt: true },
      },
    },
  });
  if (!row) return null;
  const createdAt = instantOf(row.createdAt);
  const state = sessionState(
    { role: row.person.role, createdAt, endedAt: instantOrNull(row.endedAt), deactivatedAt: instantOrNull(row.person.deactivatedAt) },
    now,
  );
  return { id: row.id, state, createdAt, lastSeenAt: instantOf(row.lastSeenAt), person: row.person };
}

/** The viewer's own live sessions, newest use first. */
export async function listSessions(viewer: Viewer) {
  const rows = await pagesDb().signInSession.findMany({
    where: { personId: viewer.personId, endedAt: null },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map((row) => ({ ...row, createdAt: instantOf(row.createdAt), lastSeenAt: instantOf(row.lastSeenAt) }));
}

/** What this viewer had sent from `path` with an expired session within the last day, newest first; null if nothing. */
export async function findKeptForm(viewer: Viewer, path: string, now: Temporal.Instant) {
  return pagesDb().keptForm.findFirst({
    where: { personId: viewer.personId, path, keptAt: { gt: dateOf(now.subtract({ hours: keptFormHours })) } },
    orderBy: { keptAt: "desc" },
    select: { id: true, values: true },
  });
}
