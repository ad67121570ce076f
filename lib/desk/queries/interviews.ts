import { whenLabel } from "#lib/core/format.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { bookAddress } from "#lib/mocks/rules/addresses.ts";
import { deskHours } from "#lib/desk/rules.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { employerSelect, listed, ownCandidates, toldTo } from "./row.ts";
import type { Row } from "./row.ts";

/** Interviews that are near without a prep session, and those that are over without a post-mortem that the viewer knows of. */
export async function listInterviews(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const hoursAgo = (hours: number) => dateOf(now.subtract({ hours }));
  const near: Prisma.InterviewWhereInput = {
    outcome: "waiting",
    startsAt: { gt: dateOf(now), lte: dateOf(now.add({ hours: deskHours.noPrep })) },
    prepSessions: { none: { kind: "prep", cancelledAt: null } },
  };
  const silent: Prisma.InterviewWhereInput = {
    outcome: { not: "withdrawn" },
    endsAt: { gt: hoursAgo(deskHours.noPostMortemEnds), lte: hoursAgo(deskHours.noPostMortem) },
    // Whatever else was done with it shows in nothing here, nor in what is gone from here (product.md, "Who may see it").
    postMortem: { isNot: toldTo(viewer) },
  };
  const rows = await pagesDb().interview.findMany({
    where: { AND: [interviewsVisibleTo(viewer), { candidate: ownCandidates(viewer), OR: [near, silent] }] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      ...employerSelect,
      candidate: { select: { id: true, name: true } },
      postMortem: { select: { id: true } },
    },
  });
  return rows.map((row): Row => {
    const [startsAt, endedAt] = [instantOf(row.startsAt), instantOf(row.endsAt)];
    const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
    const employer = row.application.employer.name;
    const shown = { id: row.id, candidate: row.candidate.name };
    if (isAfter(startsAt, now)) {
      const href = bookAddress("/calendar/book", {
        candidate: row.candidate.id,
        kind: "prep",
        interview: row.id,
      });
      return {
        ...shown,
        waiting: { kind: "no_prep", startsAt, loggedAt: instantOf(row.createdAt) },
        href,
        reason: deskReasons.no_prep(employer, when(startsAt)),
      };
    }
    const reason = deskReasons.no_post_mortem(employer, when(endedAt), row.postMortem !== null);
    return {
      ...shown,
      waiting: { kind: "no_post_mortem", endedAt },
      href: `/candidates/${row.candidate.id}`,
      reason,
    };
  });
}
