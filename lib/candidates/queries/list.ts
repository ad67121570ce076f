import { candidatesVisibleTo, silentSince, withoutCounselor } from "#lib/accounts/policy.ts";
import { silentDays } from "#lib/accounts/rules.ts";
import { relativeDay, stamp } from "#lib/core/format.ts";
import { isId } from "#lib/core/id.ts";
import { isStaff } from "#lib/core/viewer.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { flagFacts, flagSelect } from "#lib/mail/queries/flags.ts";
import { isAddressFlagged } from "#lib/mail/rules.ts";
import { arrivalOf } from "#lib/people/rules.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";

const pageSize = 50;

type Page = { filter: CandidateFilter; after: string | null; now: Temporal.Instant };

/** The viewer's candidates (an admin's: everybody's) by name, 50 a page; `after` is the id of the last one seen. One statement. */
export async function listCandidates(viewer: Viewer, { filter, after, now }: Page) {
  if (!isStaff(viewer)) return { candidates: [], next: null };
  const coming = { startsAt: { gt: dateOf(now) }, outcome: "waiting" } satisfies Prisma.InterviewWhereInput;
  const rows = await pagesDb().person.findMany({
    where: {
      AND: [candidatesVisibleTo(viewer), { deactivatedAt: null }, narrowed(viewer, filter, { coming, now })],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    ...(after !== null && isId(after) ? { cursor: { id: after }, skip: 1 } : {}),
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      welcomedAt: true,
      deactivatedAt: true,
      ...flagSelect,
      counselor: { select: { id: true, name: true } },
      interviews: {
        where: coming,
        orderBy: { startsAt: "asc" },
        take: 1,
        select: { startsAt: true, application: { select: { employer: { select: { name: true } } } } },
      },
      postMortems: {
        where: postMortemsVisibleTo(viewer),
        orderBy: { finishedAt: "desc" },
        take: 1,
        select: { finishedAt: true, reviewedAt: true, interview: { select: { outcome: true } } },
      },
    },
  });
  const candidates = rows.slice(0, pageSize).map(({ interviews, postMortems, counselor, ...person }) => {
    const [[next], [last]] = [interviews, postMortems];
    return {
      id: person.id,
      name: person.name,
      arrival: arrivalOf(person),
      isFlagged: isAddressFlagged(flagFacts(person)),
      counselor: counselor && counselor.id !== viewer.personId ? counselor.name : null,
      next: next
        ? {
            at: stamp(instantOf(next.startsAt), viewer.timeZone, now),
            employer: next.application.employer.name,
          }
        : null,
      last: last?.finishedAt
        ? {
            when: relativeDay(instantOf(last.finishedAt), viewer.timeZone, now),
            isDue: last.reviewedAt === null && !goodNews.includes(last.interview.outcome),
          }
        : null,
    };
  });
  return { candidates, next: rows.length > pageSize ? (candidates.at(-1)?.id ?? null) : null };
}

export type ListedCandidate = Awaited<ReturnType<typeof listCandidates>>["candidates"][number];

function narrowed(
  viewer: Viewer,
  filter: CandidateFilter,
  { coming, now }: { coming: Prisma.InterviewWhereInput; now: Temporal.Instant },
): Prisma.PersonWhereInput {
  switch (filter) {
    case "all":
      return {};
    case "invited":
      return { welcomedAt: null };
    case "silent":
      return silentSince(dateOf(now.subtract({ hours: silentDays * 24 })));
    case "no_counselor":
      return withoutCounselor();
    case "interview":
      return { interviews: { some: coming } };
    case "to_review":
      return {
        postMortems: {
          some: {
            AND: [
              postMortemsVisibleTo(viewer),
              { reviewedAt: null, interview: { outcome: { notIn: [...goodNews] } } },
            ],
          },
        },
      };
  }
}
