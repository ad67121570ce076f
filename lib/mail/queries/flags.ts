import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { Prisma } from "#lib/infra/prisma/client.ts";

/**
 * Of mails `m`: the mail server refused the address, and since then no mail arrived there and it was not changed. An address
 * is flagged by such a mail; one that arrives takes the flag away.
 */
const cameBack = Prisma.sql`m.state = 'dead' AND m.reason = 'address_refused'
  AND NOT EXISTS (SELECT FROM mails s
    WHERE s.recipient_id = m.recipient_id AND s.state = 'sent' AND s.settled_at > m.settled_at)
  AND NOT EXISTS (SELECT FROM events e
    WHERE e.subject_id = m.recipient_id AND e.kind = 'person.address_changed' AND e.at >= m.tried_at)`;

/** Of these people, those whose address is flagged. One statement; none for nobody. */
export async function flaggedAmong(personIds: readonly string[]): Promise<Set<string>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Set();
  const rows = await pagesDb().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.recipient_id AS id FROM mails m WHERE m.recipient_id = ANY (${ids}::uuid[]) AND ${cameBack}`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether mails to this person come back. */
export async function isFlagged(personId: string): Promise<boolean> {
  return (await flaggedAmong([personId])).has(personId);
}

type Trouble = { what: "flagged" | "dead"; id: string; name: string };

/**
 * For admins: whose addresses are flagged, by name, and the mails given up since a moment, newest first, by their readers;
 * at most `cap` of each. Nothing for anybody else. One statement.
 */
export async function listMailTrouble(viewer: Viewer, { since, cap }: { since: Temporal.Instant; cap: number }) {
  if (viewer.role !== "admin") return { flagged: [], dead: [] };
  const rows = await pagesDb().$queryRaw<Trouble[]>`
    (SELECT 'flagged' AS what, p.id, p.name FROM people p
      WHERE p.deactivated_at IS NULL AND p.id IN (SELECT m.recipient_id FROM mails m WHERE ${cameBack})
      ORDER BY p.name, p.id LIMIT ${cap})
    UNION ALL
    (SELECT 'dead', p.id, p.name FROM mails m JOIN people p ON p.id = m.recipient_id
      WHERE m.state = 'dead' AND m.settled_at >= ${dateOf(since)} ORDER BY m.settled_at DESC, m.id LIMIT ${cap})`;
  const of = (what: Trouble["what"]) =>
    rows.filter((row) => row.what === what).map(({ id, name }) => ({ id, name }));
  return { flagged: of("flagged"), dead: of("dead") };
}

/** The viewer's own candidates whose addresses are flagged, by name, at most five. One statement. */
export async function listFlaggedCandidates(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!isStaff(viewer)) return [];
  return pagesDb().$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name FROM people p
    WHERE p.counselor_id = ${viewer.personId}::uuid AND p.deactivated_at IS NULL
      AND EXISTS (SELECT FROM mails m WHERE m.recipient_id = p.id AND ${cameBack})
    ORDER BY p.name, p.id LIMIT 5`;
}
