import type { Instant } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, pagesDb } from "#lib/infra/db.ts";
import { overlapWords } from "#lib/workshops/words/seats.ts";

/**
 * What else the viewer has at the time of a session, in a few words each: other seats, mocks, interviews, own ones only.
 * One may still come: it is said, not refused. One statement.
 */
export async function findOverlaps(
  viewer: Viewer,
  { id, startsAt, endsAt }: { id: string; startsAt: Instant; endsAt: Instant },
): Promise<string[]> {
  const during = { startsAt: { lt: dateOf(endsAt) }, endsAt: { gt: dateOf(startsAt) } };
  const found = await pagesDb().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    relationLoadStrategy: "join",
    select: {
      seats: {
        where: {
          givenBackAt: null,
          session: { id: { not: id }, cancelledAt: null, workshop: { cancelledAt: null }, ...during },
        },
        select: { session: { select: { workshop: { select: { title: true } } } } },
      },
      mocks: { where: { cancelledAt: null, ...during }, select: { kind: true } },
      interviews: {
        where: { outcome: { not: "withdrawn" }, ...during },
        select: { application: { select: { employer: { select: { name: true } } } } },
      },
    },
  });
  return [
    ...found.interviews.map(({ application }) => overlapWords.interview(application.employer.name)),
    ...found.mocks.map(({ kind }) => overlapWords[kind]),
    ...found.seats.map(({ session }) => session.workshop.title),
  ];
}
