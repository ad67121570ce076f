import { whenLabel } from "#lib/core/format.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { notesVisibleTo } from "#lib/reviews/policy.ts";
import { deskReasons } from "#lib/desk/words.ts";
import { active, listed, ownCandidates } from "./row.ts";
import type { Row } from "./row.ts";

/** Answers to the viewer's own notes, and to anybody's notes for the viewer's own candidates. */
export async function listAnswers(viewer: Viewer, now: Temporal.Instant): Promise<Row[]> {
  const rows = await pagesDb().noteReply.findMany({
    where: {
      settledAt: null,
      note: {
        AND: [
          notesVisibleTo(viewer),
          { OR: [{ authorId: viewer.personId }, { candidate: ownCandidates(viewer) }] },
          { candidate: active },
        ],
      },
    },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    take: listed + 1,
    relationLoadStrategy: "join",
    select: {
      id: true,
      writtenAt: true,
      note: {
        select: {
          postMortemId: true,
          authorId: true,
          author: { select: { name: true } },
          candidate: { select: { name: true } },
        },
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
