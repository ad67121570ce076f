import { stamp, whenLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { dateOf, instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { interviewsVisibleTo } from "#lib/interviews/policy.ts";
import { bookAddress } from "#lib/mocks/rules/addresses.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { postMortemsVisibleTo, reviewsDueFrom } from "#lib/post-mortems/policy.ts";
import { goodNews } from "#lib/post-mortems/rules/steps.ts";
import { notesVisibleTo } from "#lib/reviews/policy.ts";
import { deskHours, inDeskOrder, isOverdue, usefulUntil } from "#lib/desk/rules.ts";
import type { Waiting } from "#lib/desk/rules.ts";
import { deskActs, deskReasons } from "#lib/desk/words.ts";

/** Most rows that a desk shows: more than anybody gets through in a day. */
const listed = 100;

type Row = { id: string; waiting: Waiting; href: string; candidate: string; reason: string };

/**
 * Who needs this colleague now, in the order of the desk. Four statements, whatever the data; the 100 most urgent.
 *
 * On a desk, an admin's too, stand the viewer's own candidates and sessions (product.md, "The desk": *who needs me now*).
 * What a candidate shared with the agency comes onto every other desk once its own counselor has let the 48 hours pass.
 */
export async function listDesk(viewer: Viewer, now: Temporal.Instant) {
  if (!isStaff(viewer)) return { rows: [], isCut: false };
  const kinds = await Promise.all([sessions(viewer, now), reviews(viewer, now), answers(viewer, now), interviews(viewer, now)]);
  const all = inDeskOrder(kinds.flat(), viewer.timeZone);
  const rows = all.slice(0, listed).map(({ id, waiting, ...row }) => ({
    ...row,
    key: `${waiting.kind} ${id}`,
    kind: waiting.kind,
    act: deskActs[waiting.kind],
    until: stamp(usefulUntil(waiting, viewer.timeZone), viewer.timeZone, now),
    isOverdue: isOverdue(waiting, viewer.timeZone, now),
  }));
  return { rows, isCut: all.length > listed || kinds.some((kind) => kind.length > listed) };
}

export type DeskRow = Awaited<ReturnType<typeof listDesk>>["rows"][number];

const active = { deactivatedAt: null } satisfies Prisma.PersonWhereInput;
const own = (viewer: Viewer) => ({ ...active, counselorId: viewer.personId }) satisfies Prisma.PersonWhereInput;
const employerSelect = { application: { select: { employer: { select: { name: true } } } } } as const;

async function sessions(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const rows = await pagesDb().mock.findMany({
    where: {
      counselorId: viewer.personId,
      cancelledAt: null,
      endsAt: { gt: dateOf(now) },
      startsAt: { lte: dateOf(now.add({ hours: deskHours.session })) },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: { id: true, kind: true, startsAt: true, bookedAt: true, candidate: { select: { name: true } } },
  });
  return rows.map((row) => {
    const startsAt = instantOf(row.startsAt);
    const what = kindWords[row.kind];
    return {
      id: row.id,
      waiting: { kind: "session", startsAt, bookedAt: instantOf(row.bookedAt) },
      href: `/calendar/mocks/${row.id}`,
      candidate: row.candidate.name,
      reason: deskReasons.session(what.charAt(0).toUpperCase() + what.slice(1), whenLabel(startsAt, viewer.timeZone, now)),
    };
  });
}

/** What others' candidates shared with the agency, and nobody reviewed in time. */
function leftOver(viewer: Viewer, now: Temporal.Instant): Prisma.PostMortemWhereInput {
  return {
    sharing: "agency",
    reviewedAt: null,
    finishedAt: { lte: dateOf(now.subtract({ hours: deskHours.review })) },
    interview: { outcome: { notIn: [...goodNews] } },
    candidate: { OR: [{ counselorId: null }, { counselorId: { not: viewer.personId } }] },
  };
}

async function reviews(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const rows = await pagesDb().postMortem.findMany({
    where: { AND: [postMortemsVisibleTo(viewer), { candidate: active, OR: [reviewsDueFrom(viewer), leftOver(viewer, now)] }] },
    orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      mood: true,
      finishedAt: true,
      interview: { select: employerSelect },
      candidate: {
        select: {
          name: true,
          counselorId: true,
          counselor: { select: { name: true } },
          interviews: {
            where: { AND: [interviewsVisibleTo(viewer), { startsAt: { gt: dateOf(now) }, outcome: "waiting" }] },
            orderBy: { startsAt: "asc" },
            take: 1,
            select: { startsAt: true },
          },
        },
      },
    },
  });
  return rows.flatMap(({ id, mood, finishedAt: finished, interview, candidate }): Row[] => {
    const finishedAt = instantOrNull(finished);
    if (!finishedAt) return [];
    const when = (at: Temporal.Instant) => whenLabel(at, viewer.timeZone, now);
    const [coming] = candidate.interviews;
    const nextInterviewAt = coming ? instantOf(coming.startsAt) : null;
    const employer = interview.application.employer.name;
    const facts = { employer, finished: when(finishedAt), mood, next: nextInterviewAt && when(nextInterviewAt) };
    const reason =
      candidate.counselorId === viewer.personId
        ? deskReasons.review(facts)
        : deskReasons.shared(employer, candidate.counselor && firstName(candidate.counselor.name));
    return [{ id, waiting: { kind: "review", finishedAt, nextInterviewAt }, href: `/desk/post-mortems/${id}`, candidate: candidate.name, reason }];
  });
}

/** Answers to the viewer's own notes, and to anybody's notes for the viewer's own candidates. */
async function answers(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const rows = await pagesDb().noteReply.findMany({
    where: {
      settledAt: null,
      note: { AND: [notesVisibleTo(viewer), { OR: [{ authorId: viewer.personId }, { candidate: own(viewer) }] }, { candidate: active }] },
    },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      writtenAt: true,
      note: {
        select: { postMortemId: true, authorId: true, author: { select: { name: true } }, candidate: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ id, writtenAt: written, note }) => {
    const writtenAt = instantOf(written);
    const author = note.authorId === viewer.personId ? "you" : firstName(note.author.name);
    return {
      id,
      waiting: { kind: "answer", writtenAt },
      href: `/desk/post-mortems/${note.postMortemId}#answer-${id}`,
      candidate: note.candidate.name,
      reason: deskReasons.answer(author, whenLabel(writtenAt, viewer.timeZone, now)),
    };
  });
}

/** Interviews that are near without a prep session, and those that are over without a post-mortem. */
async function interviews(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const hoursAgo = (hours: number) => dateOf(now.subtract({ hours }));
  const near: Prisma.InterviewWhereInput = {
    outcome: "waiting",
    startsAt: { gt: dateOf(now), lte: dateOf(now.add({ hours: deskHours.noPrep })) },
    prepSessions: { none: { kind: "prep", cancelledAt: null } },
  };
  const silent: Prisma.InterviewWhereInput = {
    outcome: { not: "withdrawn" },
    endsAt: { gt: hoursAgo(deskHours.noPostMortemEnds), lte: hoursAgo(deskHours.noPostMortem) },
    OR: [{ postMortem: { is: null } }, { postMortem: { is: { finishedAt: null } } }],
  };
  const rows = await pagesDb().interview.findMany({
    where: { AND: [interviewsVisibleTo(viewer), { candidate: own(viewer), OR: [near, silent] }] },
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
    if (Temporal.Instant.compare(startsAt, now) > 0) {
      const href = bookAddress("/calendar/book", { candidate: row.candidate.id, kind: "prep", interview: row.id });
      return { ...shown, waiting: { kind: "no_prep", startsAt, loggedAt: instantOf(row.createdAt) }, href, reason: deskReasons.no_prep(employer, when(startsAt)) };
    }
    const reason = deskReasons.no_post_mortem(employer, when(endedAt), row.postMortem !== null);
    return { ...shown, waiting: { kind: "no_post_mortem", endedAt }, href: `/candidates/${row.candidate.id}`, reason };
  });
}
