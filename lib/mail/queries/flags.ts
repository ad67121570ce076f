import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import { Prisma } from "#lib/infra/prisma/client.ts";
import { isAddressFlagged } from "#lib/mail/rules.ts";

/** What of a person decides whether their address is flagged, to be read with whatever else is read of them. */
export const flagSelect = {
  emailChangedAt: true,
  mails: {
    where: { state: { in: ["sent", "dead"] } },
    orderBy: [{ settledAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { state: true, reason: true, triedAt: true },
  },
} satisfies Prisma.PersonSelect;
type FlagRow = Prisma.PersonGetPayload<{ select: typeof flagSelect }>;

/** Facts of the rule: the flag is derived from the mails, so that one which arrives takes it away. */
export function flagFacts({ emailChangedAt, mails: [latest] }: FlagRow) {
  return {
    latest: latest ? { ...latest, triedAt: instantOrNull(latest.triedAt) } : null,
    changedAt: instantOrNull(emailChangedAt),
  };
}

/** Of these people, those whose address is flagged. One statement; none for nobody. */
export async function findFlagged(personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const people = await pagesDb().person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    relationLoadStrategy: "join",
    select: { id: true, ...flagSelect },
  });
  return new Set(people.filter((person) => isAddressFlagged(flagFacts(person))).map(({ id }) => id));
}

/** Whether mails to this person come back. */
export async function getFlag(personId: string): Promise<boolean> {
  return (await findFlagged([personId])).has(personId);
}

type Trouble = { what: "flagged" | "dead"; id: string; name: string };

/**
 * For admins: whose addresses are flagged (the rule of `isAddressFlagged`, of everybody at once), by name, and the readers of
 * the mails that were given up since a moment, newest first; at most `cap` of each. Nothing for anybody else. One statement.
 */
export async function listMailTrouble(
  viewer: Viewer,
  { since, cap }: { since: Temporal.Instant; cap: number },
) {
  if (viewer.role !== "admin") return { flagged: [], dead: [] };
  const rows = await pagesDb().$queryRaw<Trouble[]>`
    (SELECT 'flagged' AS what, p.id, p.name FROM people p
      WHERE p.deactivated_at IS NULL AND p.role <> 'guest' AND EXISTS (
        SELECT FROM mails m
        WHERE m.recipient_id = p.id AND m.state = 'dead' AND m.reason = 'address_refused'
          AND (p.email_changed_at IS NULL OR p.email_changed_at < m.tried_at)
          AND NOT EXISTS (SELECT FROM mails l
            WHERE l.recipient_id = p.id AND l.state IN ('sent', 'dead') AND (l.settled_at, l.id) > (m.settled_at, m.id)))
      ORDER BY p.name, p.id LIMIT ${cap})
    UNION ALL
    (SELECT 'dead', p.id, p.name FROM mails m JOIN people p ON p.id = m.recipient_id
      WHERE m.state = 'dead' AND m.settled_at >= ${dateOf(since)} ORDER BY m.settled_at DESC, m.id LIMIT ${cap})`;
  const of = (what: Trouble["what"]) =>
    rows.filter((row) => row.what === what).map(({ id, name }) => ({ id, name }));
  return { flagged: of("flagged"), dead: of("dead") };
}
