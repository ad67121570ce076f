import { relativeDay, stamp } from "#lib/core/format.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import { getPatterns } from "#lib/post-mortems/queries/patterns.ts";
import { getPromises } from "#lib/post-mortems/queries/promises.ts";

/** Latest post-mortems that progress looks at. */
const most = 100;

/**
 * What a candidate's own finished post-mortems say together: moods, self-ratings and hard questions in order of time,
 * patterns and promises. Of the counselor's choices only revealed ones (I22). Three statements.
 */
export async function getProgress(viewer: Viewer, now: Temporal.Instant) {
  const [written, patterns, promises] = await Promise.all([
    listWritten(viewer, now),
    getPatterns(viewer, viewer.personId, now),
    getPromises(viewer, viewer.personId),
  ]);
  return {
    /** Interviews with a finished post-mortem. */
    written: written.length,
    moods: written.flatMap(({ place, mood }) => (mood ? [{ ...place, mood }] : [])),
    rated: written.flatMap(({ place, ratings }) => (ratings.length > 0 ? [{ ...place, ratings }] : [])),
    asked: written.flatMap(({ place, questions }) =>
      questions.length > 0
        ? [
            {
              ...place,
              asked: questions.length,
              hard: questions.filter(({ rating }) => rating === "rough" || rating === "blank").length,
            },
          ]
        : [],
    ),
    patterns,
    promises,
  };
}

export type Progress = Awaited<ReturnType<typeof getProgress>>;

/** In order of the interviews. */
async function listWritten(viewer: Viewer, now: Temporal.Instant) {
  const rows = await pagesDb().postMortem.findMany({
    where: {
      AND: [{ candidateId: viewer.personId, finishedAt: { not: null } }, postMortemsVisibleTo(viewer)],
    },
    orderBy: [{ interview: { startsAt: "desc" } }, { id: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      mood: true,
      ratings: { select: { dimension: true, level: true } },
      questions: { select: { rating: true } },
      interview: {
        select: {
          id: true,
          startsAt: true,
          application: { select: { employer: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.toReversed().map(({ interview, mood, ratings, questions }) => {
    const startsAt = instantOf(interview.startsAt);
    return {
      place: {
        interviewId: interview.id,
        employer: interview.application.employer.name,
        at: stamp(startsAt, viewer.timeZone, now),
        /** The day alone, for the edge of a chart. */
        day: relativeDay(startsAt, viewer.timeZone, now),
      },
      mood,
      ratings,
      questions,
    };
  });
}
