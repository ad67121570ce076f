import { addMinutes, addWorkingDays, atWallTime, dateIn, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { SeedNote } from "../texts/candidate.ts";
import { candidateId, staffNamed } from "./people.ts";
import type { Somebody, Story } from "./people.ts";
import type { ToldPostMortem } from "./post-mortems.ts";
import { happened, looked } from "./rows.ts";

/** What the counselor did about a finished post-mortem: read it, chose causes, reviewed it, wrote about it. */
export function addReview(story: Story, postMortem: ToldPostMortem): void {
  const { rows, at } = story;
  const { id, interview, told } = postMortem;
  const counselor = staffNamed(interview.candidate.counselor);
  for (const [index, { body, when }] of told.internalNotes.entries()) {
    const noteId = stableId("internal note", id, String(index));
    const writtenAt = at(when, counselor.timeZone);
    const about = {
      postMortemId: id,
      candidateId: candidateId(interview.candidate.key),
      authorId: counselor.id,
    };
    rows.internalNotes.push({ id: noteId, ...about, body, writtenAt: dateOf(writtenAt) });
    happened(rows, {
      kind: "internal_note.written",
      actorId: counselor.id,
      subjectId: noteId,
      at: writtenAt,
    });
  }
  if (!told.reviewed || !told.counselorOpinion) return;
  const reviewedAt = at(told.reviewed, counselor.timeZone);
  const chosenAt = addMinutes(reviewedAt, -1);
  looked(rows, counselor.id, id, addMinutes(reviewedAt, -3));
  rows.opinions.push({
    id: stableId("opinion", id, "counselor"),
    postMortemId: id,
    authorId: counselor.id,
    side: "counselor",
    primary: told.counselorOpinion.primary,
    contributing: [...told.counselorOpinion.contributing],
    chosenAt: dateOf(chosenAt),
  });
  happened(rows, { kind: "opinion.given", actorId: counselor.id, subjectId: id, at: chosenAt });
  Object.assign(rows.postMortems.find((row) => row.id === id) ?? {}, {
    reviewedAt: dateOf(reviewedAt),
    reviewedById: counselor.id,
    version: 2,
  });
  happened(rows, { kind: "post_mortem.reviewed", actorId: counselor.id, subjectId: id, at: reviewedAt });
  for (const [index, note] of told.notes.entries())
    addNote(story, postMortem, note, stableId("note", id, String(index)));
}

/** A note and what was answered, in turn. Where the counselor wrote back, that is another note. */
function addNote(story: Story, postMortem: ToldPostMortem, note: SeedNote, noteId: string): void {
  const { candidate } = postMortem.interview;
  const counselor = staffNamed(candidate.counselor);
  const reader = candidateId(candidate.key);
  shareNote(story, postMortem, { id: noteId, body: note.body, at: story.at(note.when, counselor.timeZone) });
  if (note.seen) looked(story.rows, reader, noteId, story.at(note.seen, candidate.timeZone));
  let answered = noteId;
  for (const [index, reply] of note.replies.entries()) {
    const id = stableId("reply", noteId, String(index));
    if (reply.by === "counselor") {
      const at = story.at(reply.when, counselor.timeZone);
      shareNote(story, postMortem, { id, body: reply.body, at });
      looked(story.rows, reader, id, addMinutes(at, 50));
      answered = id;
      continue;
    }
    const writtenAt = story.at(reply.when, candidate.timeZone);
    const row = { id, noteId: answered, candidateId: reader, authorId: reader, body: reply.body };
    story.rows.replies.push({ ...row, writtenAt: dateOf(writtenAt) });
    happened(story.rows, {
      kind: "note.answered",
      actorId: reader,
      subjectId: id,
      at: writtenAt,
      mailTo: [counselor.id],
    });
    const back = note.replies.slice(index).find(({ by }) => by === "counselor");
    settleReply(story, {
      id,
      writtenAt,
      counselor,
      answeredAt: back && story.at(back.when, counselor.timeZone),
    });
  }
}

function shareNote(
  { rows }: Story,
  { id: postMortemId, interview }: ToldPostMortem,
  note: { id: string; body: string; at: Instant },
): void {
  const [reader, author] = [
    candidateId(interview.candidate.key),
    staffNamed(interview.candidate.counselor).id,
  ];
  const about = { postMortemId, candidateId: reader, authorId: author };
  rows.notes.push({ id: note.id, ...about, body: note.body, sharedAt: dateOf(note.at) });
  happened(rows, { kind: "note.shared", actorId: author, subjectId: note.id, at: note.at, mailTo: [reader] });
}

/** A candidate's answer leaves the desk when the counselor writes back, or settles it; a fresh one still waits. */
function settleReply(
  { rows, now }: Story,
  reply: { id: string; writtenAt: Instant; counselor: Somebody; answeredAt: Instant | undefined },
): void {
  const { id, counselor } = reply;
  const counselorId = counselor.id;
  const settledAt = reply.answeredAt ?? someDaysLater(reply.writtenAt, counselor.timeZone);
  if (!isBefore(settledAt, now)) return;
  looked(rows, counselorId, id, addMinutes(settledAt, -2));
  Object.assign(rows.replies.find((row) => row.id === id) ?? {}, {
    settledAt: dateOf(settledAt),
    settledById: counselorId,
  });
  if (!reply.answeredAt)
    happened(rows, { kind: "answer.settled", actorId: counselorId, subjectId: id, at: settledAt });
}

/** When a counselor has settled what needed no answer: so late that what came on the last working day still waits. */
function someDaysLater(instant: Instant, zone: string): Instant {
  const date = addWorkingDays(dateIn(instant, zone), 2);
  return atWallTime(date, Temporal.PlainTime.from("10:20"), zone) ?? instant;
}
