import { getTaxonomy } from "#lib/causes/queries.ts";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import type { CauseCode, OpinionSide } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { goodNews, isGoodNews } from "#lib/interviews/rules.ts";
import { postMortemsVisibleTo, revealed } from "#lib/post-mortems/policy.ts";
import { countsForPatterns, named, patternsOf, settledCauses } from "#lib/post-mortems/rules/patterns.ts";
import type { Pattern } from "#lib/post-mortems/rules/patterns.ts";

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
  const read = rows.map((row) => ({
    ...row,
    isGoodNews: isGoodNews(row.interview.outcome),
    ...settledOf(row),
  }));
  const shown = await Promise.all(
    rows.map(async ({ id, taxonomyNumber, interview, opinions }) => {
      const taxonomy = await getTaxonomy(taxonomyNumber);
      const said = (side: OpinionSide) => opinions.findLast((opinion) => opinion.side === side)?.author.name;
      return {
        id,
        interviewId: interview.id,
        employer: interview.application.employer.name,
        at: stamp(instantOf(interview.startsAt), viewer.timeZone, now),
        counselor: firstName(said("counselor") ?? ""),
        nameOf: (cause: CauseCode) => causeName(taxonomy, cause),
      };
    }),
  );
  const placed = read.flatMap((one, index) => {
    const place = shown[index];
    return place ? [{ ...one, ...place }] : [];
  });
  const latestFirst = placed.toReversed().filter((one) => !one.isGoodNews);
  return {
    /** Interviews that count: with a settled cause, and good news. */
    counted: read.filter((one) => countsForPatterns(one)).length,
    patterns: patternsOf(read).map((pattern) => shownPattern(pattern, placed)),
    settled: latestFirst.flatMap((one) =>
      one.by ? [{ ...placeOf(one), by: one.by, causes: one.settled.map((cause) => one.nameOf(cause)) }] : [],
    ),
    /** What only one of them named; `counselor` is a first name. */
    open: latestFirst.flatMap(({ open, ...one }) =>
      open
        ? [
            {
              ...placeOf(one),
              counselor: one.counselor,
              byCandidate: open.candidate.map((cause) => one.nameOf(cause)),
              byCounselor: open.counselor.map((cause) => one.nameOf(cause)),
            },
          ]
        : [],
    ),
    own: latestFirst.flatMap((one) => {
      const isRevealed = one.by !== null || one.opinions.some(({ side }) => side === "counselor");
      const own = isRevealed ? undefined : one.opinions[0];
      return own ? [{ ...placeOf(one), causes: named(own).map((cause) => one.nameOf(cause)) }] : [];
    }),
  };
}

export type Patterns = Awaited<ReturnType<typeof getPatterns>>;

type Place = { id: string; interviewId: string; employer: string; at: ReturnType<typeof stamp> };

/** `id` is the post-mortem's. */
function placeOf({ id, interviewId, employer, at }: Place): Place {
  return { id, interviewId, employer, at };
}

function shownPattern(
  { seenIn, ...pattern }: Pattern,
  placed: readonly (Place & { nameOf: (cause: CauseCode) => string })[],
) {
  const evidence = placed.filter(({ id }) => seenIn.includes(id)).toReversed();
  return {
    ...pattern,
    name: evidence[0]?.nameOf(pattern.cause) ?? "",
    evidence: evidence.slice(0, mostEvidence).map((one) => placeOf(one)),
  };
}

type Row = Awaited<ReturnType<typeof listOpinions>>[number];

/** After good news nothing is settled and nothing is open. */
function settledOf({ interview, opinions }: Row) {
  if (isGoodNews(interview.outcome)) return settledCauses([]);
  return settledCauses(opinions.map((opinion) => ({ ...opinion, chosenAt: instantOf(opinion.chosenAt) })));
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
