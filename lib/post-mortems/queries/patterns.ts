import { getTaxonomy } from "#lib/causes/queries.ts";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { goodNews, isGoodNews } from "#lib/interviews/rules.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { countsForPatterns, named, patternsOf, settledCauses } from "#lib/post-mortems/rules/patterns.ts";

/** Latest interviews that are looked at; what lies further back says little about the next one. */
const most = 100;
/** Latest interviews that are named for one cause. */
const mostEvidence = 5;

/**
 * What the finished post-mortems of one candidate, as far as this viewer may see them, say about causes: patterns, what is
 * settled, and where both differ, each with the interviews behind it, latest first. Of choices only revealed ones are
 * selected; to the candidate also the own ones that are not revealed yet, in `own`, which count nowhere (I22). One statement.
 */
export async function getPatterns(viewer: Viewer, candidateId: string, now: Temporal.Instant) {
  const rows = await listOpinions(viewer, candidateId);
  const read = await Promise.all(rows.map((row) => readInterview(viewer, row, now)));
  const latestFirst = read.toReversed();
  return {
    /** Interviews that count: with a settled cause, and good news. */
    counted: read.filter((one) => countsForPatterns(one)).length,
    patterns: patternsOf(read).map(({ seenIn, ...pattern }) => {
      const evidence = latestFirst.filter(({ id }) => seenIn.includes(id));
      const name = evidence[0]?.nameOf(pattern.cause) ?? "";
      return { ...pattern, name, evidence: evidence.slice(0, mostEvidence).map(({ place }) => place) };
    }),
    settled: latestFirst.flatMap(({ place, by, settled, nameOf }) =>
      by ? [{ ...place, by, causes: settled.map((cause) => nameOf(cause)) }] : [],
    ),
    /** What only one of them named; `counselor` is a first name. */
    open: latestFirst.flatMap(({ place, open, counselor, nameOf }) =>
      open
        ? [
            {
              ...place,
              counselor,
              byCandidate: open.candidate.map((cause) => nameOf(cause)),
              byCounselor: open.counselor.map((cause) => nameOf(cause)),
            },
          ]
        : [],
    ),
    own: latestFirst.flatMap(({ place, own, nameOf }) =>
      own ? [{ ...place, causes: named(own).map((cause) => nameOf(cause)) }] : [],
    ),
  };
}

export type Patterns = Awaited<ReturnType<typeof getPatterns>>;

type Row = Awaited<ReturnType<typeof listOpinions>>[number];

/** What one interview says, and in which words. After good news nothing is settled and nothing is open. */
async function readInterview(
  viewer: Viewer,
  { id, taxonomyNumber, interview, opinions }: Row,
  now: Temporal.Instant,
) {
  const taxonomy = await getTaxonomy(taxonomyNumber);
  const wentWell = isGoodNews(interview.outcome);
  const given = opinions.map((opinion) => ({ ...opinion, chosenAt: instantOf(opinion.chosenAt) }));
  const settled = settledCauses(wentWell ? [] : given);
  const other = opinions.findLast(({ side }) => side === "counselor");
  const [own] = opinions.filter(({ side }) => side === "candidate");
  return {
    id,
    isGoodNews: wentWell,
    ...settled,
    /** The candidate's choice while the counselor's is not here. */
    own: wentWell || other || settled.by ? null : (own ?? null),
    counselor: firstName(other?.author.name ?? ""),
    nameOf: (cause: CauseCode) => causeName(taxonomy, cause),
    place: {
      /** Of the post-mortem. */
      id,
      interviewId: interview.id,
      employer: interview.application.employer.name,
      at: stamp(instantOf(interview.startsAt), viewer.timeZone, now),
    },
  };
}

/** In order of the interviews. */
async function listOpinions(viewer: Viewer, candidateId: string) {
  const isOwner = viewer.personId === candidateId;
  const readable: Prisma.OpinionWhereInput[] = [{ postMortem: { is: revealed() } }];
  if (isOwner) readable.push({ side: "candidate" });
  const rows = await pagesDb().postMortem.findMany({
    where: {
      AND: [
        { candidateId, finishedAt: { not: null } },
        postMortemsVisibleTo(viewer),
        { OR: [{ interview: { outcome: { in: [...goodNews] } } }, { opinions: { some: { OR: readable } } }] },
      ],
    },
    orderBy: [{ interview: { startsAt: "desc" } }, { id: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      taxonomyNumber: true,
      interview: {
        select: {
          id: true,
          startsAt: true,
          outcome: true,
          application: { select: { employer: { select: { name: true } } } },
        },
      },
      opinions: {
        where: { OR: readable },
        // First choices before what was said after talking.
        orderBy: { afterTalking: "asc" },
        select: {
          side: true,
          primary: true,
          contributing: true,
          afterTalking: true,
          together: true,
          chosenAt: true,
          author: { select: { name: true } },
        },
      },
    },
  });
  return rows.toReversed();
}
