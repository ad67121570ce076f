import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import { isTimeFor, restAt } from "#lib/post-mortems/rules/prompts.ts";
import { getAgency } from "#lib/settings/queries.ts";

/** How far back and ahead an interview's end can lie to matter: a nudge is useless later, a day's last interview is to come. */
const backHours = 72;
const aheadHours = 26;
/** Days in which the other half of a post-mortem is still to be offered, however many interviews stand in its way. */
const restDays = 14;

/** Most candidates of one page, and most other halves of one run. */
export const pageSize = 500;

type Row = {
  id: string;
  candidateId: string;
  timeZone: string;
  endsAt: Date;
  loggedAt: Date;
  outcome: Outcome;
  isStarted: boolean;
  finishedAt: Date | null;
  enoughAt: Date | null;
  activeAt: Date | null;
  told: string[];
};

/**
 * The next candidates by id after `after` of whom an interview is over, not written up and not nudged yet, with all their
 * interviews around it and the events that prompts and nudges have left. One statement.
 */
export async function listUnwritten(after: string, now: Temporal.Instant) {
  const [back, ahead] = [dateOf(now.subtract({ hours: backHours })), dateOf(now.add({ hours: aheadHours }))];
  const rows = await pagesDb().$queryRaw<Row[]>`
    WITH asked AS (
      SELECT DISTINCT i.candidate_id FROM interviews i
      JOIN people p ON p.id = i.candidate_id AND p.deactivated_at IS NULL
      LEFT JOIN post_mortems w ON w.interview_id = i.id
      WHERE i.ends_at > ${back} AND i.ends_at <= ${dateOf(now)} AND i.outcome <> 'withdrawn'
        AND w.finished_at IS NULL AND w.enough_at IS NULL AND i.candidate_id > ${after}::uuid
        AND NOT EXISTS (SELECT FROM events e WHERE e.subject_id = i.id AND e.kind = 'post_mortem.nudge' AND e.at >= i.ends_at)
      ORDER BY i.candidate_id LIMIT ${pageSize}
    )
    SELECT i.id, i.candidate_id AS "candidateId", p.time_zone AS "timeZone", i.ends_at AS "endsAt", i.created_at AS "loggedAt",
      i.outcome, w.id IS NOT NULL AS "isStarted", w.finished_at AS "finishedAt", w.enough_at AS "enoughAt",
      GREATEST(w.started_at, (SELECT max(a.written_at) FROM post_mortem_answers a WHERE a.post_mortem_id = w.id)) AS "activeAt",
      ARRAY(SELECT e.id::text FROM events e WHERE e.subject_id = i.id AND e.kind IN ('post_mortem.prompt', 'post_mortem.nudge')) AS told
    FROM asked JOIN interviews i USING (candidate_id) JOIN people p ON p.id = i.candidate_id
      LEFT JOIN post_mortems w ON w.interview_id = i.id
    WHERE i.ends_at > ${back} AND i.ends_at <= ${ahead}
    ORDER BY i.candidate_id, i.ends_at, i.id`;
  return [...Map.groupBy(rows, (row) => row.candidateId)].map(([id, own]) => ({
    id,
    timeZone: own[0]?.timeZone ?? "UTC",
    interviews: own.map(({ isStarted, activeAt, ...row }) => ({
      id: row.id,
      outcome: row.outcome,
      told: row.told,
      endsAt: instantOf(row.endsAt),
      loggedAt: instantOf(row.loggedAt),
      postMortem:
        isStarted && activeAt
          ? {
              finishedAt: instantOrNull(row.finishedAt),
              enoughAt: instantOrNull(row.enoughAt),
              activeAt: instantOf(activeAt),
            }
          : null,
    })),
  }));
}

const employer = {
  select: { employer: { select: { name: true } } },
} satisfies Prisma.ApplicationDefaultArgs;

/** The same interviews of one candidate, and the one that a mail is about, as that mail tells them. */
export async function listAskedInterviews(candidateId: string, about: string, now: Temporal.Instant) {
  const rows = await pagesDb().interview.findMany({
    where: {
      candidateId,
      OR: [
        { id: about },
        {
          endsAt: {
            gt: dateOf(now.subtract({ hours: backHours })),
            lte: dateOf(now.add({ hours: aheadHours })),
          },
        },
      ],
    },
    orderBy: [{ endsAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      outcome: true,
      application: employer,
      postMortem: {
        select: {
          startedAt: true,
          finishedAt: true,
          enoughAt: true,
          answers: { orderBy: { writtenAt: "desc" }, take: 1, select: { writtenAt: true } },
        },
      },
    },
  });
  return rows.map(({ id, outcome, application, postMortem, ...row }) => ({
    id,
    outcome,
    employer: application.employer.name,
    startsAt: instantOf(row.startsAt),
    endsAt: instantOf(row.endsAt),
    loggedAt: instantOf(row.createdAt),
    postMortem: postMortem && {
      finishedAt: instantOrNull(postMortem.finishedAt),
      enoughAt: instantOrNull(postMortem.enoughAt),
      activeAt: instantOf(postMortem.answers[0]?.writtenAt ?? postMortem.startedAt),
    },
  }));
}

/**
 * The post-mortems whose other half is to be offered now, by one candidate or by all: enough was written on that day, not
 * finished since, and its morning has come. One statement, the agency's apart.
 */
export async function listRests(of: { candidateId: string } | "everybody", now: Temporal.Instant) {
  const rows = await pagesDb().postMortem.findMany({
    where: {
      enoughAt: { gt: dateOf(now.subtract({ hours: restDays * 24 })), lte: dateOf(now) },
      finishedAt: null,
      candidate: { deactivatedAt: null },
      ...(of === "everybody" ? {} : of),
    },
    orderBy: { enoughAt: "desc" },
    take: pageSize,
    relationLoadStrategy: "join",
    select: {
      id: true,
      candidateId: true,
      enoughAt: true,
      interview: { select: { id: true, startsAt: true, application: employer } },
      candidate: {
        select: {
          timeZone: true,
          interviews: {
            where: {
              outcome: { not: "withdrawn" },
              endsAt: { gt: dateOf(now.subtract({ hours: (restDays + 1) * 24 })) },
            },
            select: { id: true, startsAt: true, endsAt: true },
          },
        },
      },
    },
  });
  const { quiet } = (await getAgency()).policies;
  return rows.flatMap(({ id, candidateId, interview, candidate, ...row }) => {
    const enoughAt = instantOrNull(row.enoughAt);
    if (!enoughAt) return [];
    const others = candidate.interviews
      .filter((other) => other.id !== interview.id)
      .map(({ startsAt, endsAt }) => ({ startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) }));
    const at = restAt(enoughAt, others, candidate.timeZone, quiet);
    if (!isTimeFor({ kind: "post_mortem.rest", at }, now)) return [];
    const { application, startsAt } = interview;
    const about = { id: interview.id, employer: application.employer.name, startsAt: instantOf(startsAt) };
    return [{ id, candidateId, at, interview: about }];
  });
}
