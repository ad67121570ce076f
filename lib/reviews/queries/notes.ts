import { stamp } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { isStaff } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull, pagesDb } from "#lib/infra/db.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { whoCanSee } from "#lib/post-mortems/policy.ts";
import { internalNotesVisibleTo, notesVisibleTo, whoCanSeeInternal } from "#lib/reviews/policy.ts";
import { seenOf } from "#lib/reviews/rules.ts";

/** Most notes of one post-mortem, and answers to one note, that a page shows: the newest. */
const listed = 50;

const noteSelect = {
  id: true,
  body: true,
  sharedAt: true,
  editedAt: true,
  version: true,
  authorId: true,
  candidateId: true,
  author: { select: { name: true } },
  replies: {
    orderBy: [{ writtenAt: "desc" }, { id: "asc" }],
    take: listed,
    select: { id: true, body: true, writtenAt: true, settledAt: true },
  },
  candidate: { select: { name: true, counselor: { select: { name: true } } } },
  postMortem: { select: { sharing: true } },
} satisfies Prisma.CoachingNoteSelect;

type NoteRow = Prisma.CoachingNoteGetPayload<{ select: typeof noteSelect }>;
type Look = { subjectId: string; viewerId: string; at: Date; viewer: { name: string } };

/** The notes about one post-mortem with their answers, oldest first; noted as read by this viewer. */
async function readNotes(viewer: Viewer, postMortemId: string) {
  const rows = await pagesDb().coachingNote.findMany({
    where: { AND: [{ postMortemId }, notesVisibleTo(viewer)] },
    orderBy: [{ sharedAt: "desc" }, { id: "asc" }],
    take: listed,
    relationLoadStrategy: "join",
    select: noteSelect,
  });
  const notes = rows.toReversed().map((note) => ({ ...note, replies: note.replies.toReversed() }));
  for (const { id, replies } of notes)
    for (const subject of [id, ...replies.map((reply) => reply.id)]) viewer.looked(subject);
  return notes;
}

/** Who read these, newest look first; at most four looks a subject in the mean, far more than one reader leaves. */
async function readLooks(subjectIds: readonly string[]): Promise<readonly Look[]> {
  if (subjectIds.length === 0) return [];
  return pagesDb().look.findMany({
    where: { subjectId: { in: [...subjectIds] } },
    orderBy: { at: "desc" },
    take: 400,
    relationLoadStrategy: "join",
    select: { subjectId: true, viewerId: true, at: true, viewer: { select: { name: true } } },
  });
}

function partsOf(note: NoteRow, viewer: Viewer, now: Temporal.Instant) {
  const shown = (at: Date) => stamp(instantOf(at), viewer.timeZone, now);
  const names = {
    candidate: firstName(note.candidate.name),
    counselor: note.candidate.counselor && firstName(note.candidate.counselor.name),
  };
  return {
    id: note.id,
    body: note.body,
    author: firstName(note.author.name),
    isOwn: note.authorId === viewer.personId,
    sharedAt: shown(note.sharedAt),
    editedAt: note.editedAt && shown(note.editedAt),
    version: note.version,
    whoCanSee: whoCanSee(viewer, { isFinished: true, sharing: note.postMortem.sharing }, names),
  };
}

/** What colleagues wrote to the candidate about this post-mortem, what was answered, and who read the answers. Two statements. */
export async function listNotesForCandidate(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  if (isStaff(viewer)) return [];
  const notes = await readNotes(viewer, postMortemId);
  const looks = await readLooks(notes.flatMap((note) => note.replies.map((reply) => reply.id)));
  return notes.map((note) => ({
    ...partsOf(note, viewer, now),
    answers: note.replies.map(({ id, body, writtenAt }) => {
      const [look] = looks
        .filter((one) => one.subjectId === id && one.viewerId !== viewer.personId)
        .toReversed();
      const readBy = look
        ? { name: firstName(look.viewer.name), at: stamp(instantOf(look.at), viewer.timeZone, now) }
        : null;
      return { id, body, writtenAt: stamp(instantOf(writtenAt), viewer.timeZone, now), readBy };
    }),
  }));
}

export type CandidateNote = Awaited<ReturnType<typeof listNotesForCandidate>>[number];

/** The same for staff, with when the candidate read each note. Two statements. */
export async function listNotesForStaff(viewer: Viewer, postMortemId: string, now: Temporal.Instant) {
  if (!isStaff(viewer)) return [];
  const notes = await readNotes(viewer, postMortemId);
  const looks = await readLooks(notes.map((note) => note.id));
  return notes.map((note) => {
    const own = looks.filter((look) => look.subjectId === note.id && look.viewerId === note.candidateId);
    const seen = seenOf(
      own.map((look) => instantOf(look.at)),
      instantOrNull(note.editedAt),
    );
    return {
      ...partsOf(note, viewer, now),
      seen: seen && { at: stamp(seen.at, viewer.timeZone, now), isBeforeEdit: seen.isBeforeEdit },
      answers: note.replies.map(({ id, body, writtenAt, settledAt }) => ({
        id,
        body,
        isOpen: settledAt === null,
        writtenAt: stamp(instantOf(writtenAt), viewer.timeZone, now),
      })),
    };
  });
}

export type StaffNote = Awaited<ReturnType<typeof listNotesForStaff>>[number];

const internalSelect = {
  id: true,
  body: true,
  writtenAt: true,
  author: { select: { name: true } },
} satisfies Prisma.InternalNoteSelect;

/** Internal notes about one post-mortem, newest first; for staff only, nobody else gets any (I9). */
export async function listInternalNotes(
  viewer: Viewer,
  about: { postMortemId: string; candidate: string },
  now: Temporal.Instant,
) {
  if (!isStaff(viewer)) return { notes: [], whoCanSee: "" };
  const rows = await pagesDb().internalNote.findMany({
    where: { AND: [{ postMortemId: about.postMortemId }, internalNotesVisibleTo(viewer)] },
    orderBy: [{ writtenAt: "desc" }, { id: "asc" }],
    take: listed,
    relationLoadStrategy: "join",
    select: internalSelect,
  });
  const notes = rows.map(({ id, body, writtenAt, author }) => ({
    id,
    body,
    author: firstName(author.name),
    writtenAt: stamp(instantOf(writtenAt), viewer.timeZone, now),
  }));
  return { notes, whoCanSee: whoCanSeeInternal("ofPostMortem", firstName(about.candidate)) };
}

export type InternalNotes = Awaited<ReturnType<typeof listInternalNotes>>;

/**
 * An answer to a note of the viewer's own, by one of these ids, as they may read it now: sharing may have changed since it was
 * written, and "only me" is kept in mails too.
 */
export async function findAnswer(viewer: Viewer, ids: readonly string[]) {
  return pagesDb().noteReply.findFirst({
    where: {
      id: { in: [...ids] },
      note: { AND: [{ authorId: viewer.personId }, notesVisibleTo(viewer)] },
    },
    relationLoadStrategy: "join",
    select: {
      body: true,
      author: { select: { name: true } },
      note: { select: { id: true, postMortemId: true } },
    },
  });
}
