import { sessionExpiry } from "#lib/accounts/rules.ts";
import { stamp } from "#lib/core/format.ts";
import { isId } from "#lib/core/id.ts";
import { isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { flagFacts, flagSelect } from "#lib/mail/queries/flags.ts";
import { isAddressFlagged } from "#lib/mail/rules.ts";
import { arrivalOf } from "#lib/people/rules.ts";

/**
 * One person as an admin looks after them: role, counselor, how far they have come, where they are signed in, and how much
 * hangs on them, as numbers only. Null for everybody else, and for who is not there. One statement.
 */
export async function getPerson(viewer: Viewer, personId: string, now: Instant) {
  if (viewer.role !== "admin" || !isId(personId)) return null;
  const row = await pagesDb().person.findUnique({
    where: { id: personId, role: { not: "guest" } },
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      version: true,
      invitedAt: true,
      welcomedAt: true,
      deactivatedAt: true,
      ...flagSelect,
      invitedBy: { select: { name: true } },
      deactivatedBy: { select: { name: true } },
      secondFactor: { select: { personId: true } },
      counselor: { select: { id: true, name: true, deactivatedAt: true } },
      sessions: { where: { endedAt: null }, take: 50, select: { createdAt: true } },
      _count: {
        select: {
          candidates: { where: { deactivatedAt: null } },
          interviews: true,
          applications: true,
          mocks: { where: toCome(now) },
          counseledMocks: { where: toCome(now) },
          ownedActions: { where: { endedAt: null } },
        },
      },
    },
  });
  if (!row) return null;
  viewer.looked(row.id);
  const at = (date: Date) => stamp(instantOf(date), viewer.timeZone, now);
  const { sessions, _count: has, invitedAt, welcomedAt, deactivatedAt, counselor, ...rest } = row;
  const { mails, emailChangedAt, ...person } = rest;
  const isLive = ({ createdAt }: { createdAt: Date }) =>
    isBefore(now, sessionExpiry({ role: row.role, createdAt: instantOf(createdAt) }));
  return {
    ...person,
    isFlagged: isAddressFlagged(flagFacts({ mails, emailChangedAt })),
    arrival: arrivalOf({ welcomedAt, deactivatedAt }),
    counselor: counselor && shownCounselor(counselor),
    invited: at(invitedAt),
    invitedBy: row.invitedBy?.name ?? null,
    deactivated: deactivatedAt && at(deactivatedAt),
    deactivatedBy: row.deactivatedBy?.name ?? null,
    signedIn: sessions.filter(isLive).length,
    has: {
      candidates: has.candidates,
      applications: has.applications,
      interviews: has.interviews,
      sessions: has.mocks + has.counseledMocks,
      actions: has.ownedActions,
    },
  };
}

function shownCounselor({
  id,
  name,
  deactivatedAt,
}: {
  id: string;
  name: string;
  deactivatedAt: Date | null;
}) {
  return { id, name, isActive: deactivatedAt === null };
}

function toCome(now: Instant) {
  return { cancelledAt: null, startsAt: { gt: dateOf(now) } };
}
