import { isBefore } from "#lib/core/time.ts";
import { firstName } from "#lib/core/text.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, instantOrNull } from "#lib/infra/db.ts";
import type { Outcome } from "#lib/infra/prisma/enums.ts";
import { outcomeStaffLabels } from "#lib/interviews/words.ts";
import { kindWords } from "#lib/mocks/words.ts";
import { canSeeLowMoment, canSeePostMortem } from "#lib/post-mortems/policy.ts";
import { goodNews } from "#lib/interviews/rules.ts";
import { moodLabels } from "#lib/post-mortems/words/form.ts";
import { timelineWords } from "#lib/candidates/words.ts";
import type { CandidateRow } from "./row.ts";

/** One thing that happened, as a line of the timeline. */
export type Entry = {
  id: string;
  kind: "interview" | "post_mortem" | "note" | "answer" | "session" | "internal";
  at: Temporal.Instant;
  title: string;
  href: string | null;
  /** A state in a word. */
  state: string | null;
  isDue: boolean;
  body: string | null;
};

const plain = { href: null, state: null, isDue: false, body: null } as const;

/** Everything on one candidate's row, in no order. `before` leaves out what stood on an earlier page. */
export function entriesOf(viewer: Viewer, row: CandidateRow, before: number | null): Entry[] {
  const all = [
    ...interviews(viewer, row),
    ...postMortems(row),
    ...notes(row),
    ...sessions(row),
    ...internalNotes(row),
  ];
  if (before === null) return all;
  const limit = Temporal.Instant.fromEpochMilliseconds(before);
  return all.filter((entry) => isBefore(entry.at, limit));
}

/** With what of their post-mortems the viewer may not read: that one was started is no secret. */
function interviews(viewer: Viewer, row: CandidateRow): Entry[] {
  const owner = { candidateId: row.id, counselorId: row.counselor?.id ?? null };
  return row.interviews.flatMap((interview): Entry[] => {
    const { employer } = interview.application;
    const { postMortem } = interview;
    const title = timelineWords.interview(employer.name, interview.application.jobTitle);
    const shown: Entry = {
      ...plain,
      id: interview.id,
      kind: "interview",
      at: instantOf(interview.startsAt),
      title,
      href: `/interviews/${interview.id}`,
      state: outcomeStaffLabels[interview.outcome],
    };
    if (!postMortem) return [shown];
    const { sharing, finishedAt, enoughAt } = postMortem;
    if (canSeePostMortem(viewer, { ...owner, sharing, isFinished: finishedAt !== null })) return [shown];
    if (canSeeLowMoment(viewer, { ...owner, sharing, isEnough: enoughAt !== null })) return [shown];
    const started: Entry = {
      ...plain,
      id: postMortem.id,
      kind: "post_mortem",
      at: instantOf(postMortem.startedAt),
      title: timelineWords.started(employer.name),
      state: timelineWords.startedHint,
    };
    return [shown, started];
  });
}

function postMortems(row: CandidateRow): Entry[] {
  const name = firstName(row.name);
  return row.postMortems.flatMap(({ id, finishedAt, reviewedAt, mood, interview, ...half }): Entry[] => {
    const at = instantOrNull(finishedAt);
    const href = `/desk/post-mortems/${id}`;
    const enoughAt = instantOrNull(half.enoughAt);
    const { employer } = interview.application;
    const low = timelineWords.veryLow(name, employer.name);
    if (!at)
      return enoughAt
        ? [{ ...plain, id, kind: "post_mortem", at: enoughAt, title: low, href, body: half.keepLine }]
        : [];
    const state = stateOf(interview.outcome, reviewedAt !== null);
    const title = timelineWords.post_mortem(employer.name);
    const isDue = state === timelineWords.toReview;
    return [
      {
        ...plain,
        id,
        kind: "post_mortem",
        at,
        title,
        href,
        state: mood ? `${state} · ${moodLabels[mood]}` : state,
        isDue,
      },
    ];
  });
}

function stateOf(outcome: Outcome, isReviewed: boolean): string {
  if (isReviewed) return timelineWords.reviewed;
  return goodNews.includes(outcome) ? timelineWords.goodNews : timelineWords.toReview;
}

function notes(row: CandidateRow): Entry[] {
  return row.receivedNotes.flatMap((note): Entry[] => {
    const page = `/desk/post-mortems/${note.postMortemId}`;
    const title = timelineWords.note(firstName(note.author.name));
    const shown: Entry = {
      ...plain,
      id: note.id,
      kind: "note",
      at: instantOf(note.sharedAt),
      title,
      href: `${page}#note-${note.id}`,
      body: note.body,
    };
    const answers = note.replies.map(({ id, body, writtenAt }): Entry => ({
      ...plain,
      id,
      kind: "answer",
      at: instantOf(writtenAt),
      title: timelineWords.answer(firstName(row.name)),
      href: `${page}#answer-${id}`,
      body,
    }));
    return [shown, ...answers];
  });
}

function sessions(row: CandidateRow): Entry[] {
  return row.mocks.map((mock): Entry => {
    const kind = kindWords[mock.kind];
    return {
      ...plain,
      id: mock.id,
      kind: "session",
      at: instantOf(mock.startsAt),
      title: timelineWords.session(
        kind.charAt(0).toUpperCase() + kind.slice(1),
        firstName(mock.counselor.name),
      ),
      href: `/calendar/mocks/${mock.id}`,
      state: mock.cancelledAt ? timelineWords.cancelled : null,
    };
  });
}

function internalNotes(row: CandidateRow): Entry[] {
  return row.internallyNoted.map((note): Entry => ({
    ...plain,
    id: note.id,
    kind: "internal",
    at: instantOf(note.writtenAt),
    title: timelineWords.internal(firstName(note.author.name)),
    state: timelineWords.staffOnly,
    body: note.body,
  }));
}
