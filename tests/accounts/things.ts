import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  makeCoachingNote,
  makeEmployer,
  makeInterview,
  makeMock,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";
import type { Cast } from "../support/cast.ts";

/** Where a door is tried: the database, the time and the people. */
export type Stage = { db: Db; now: Temporal.Instant; cast: Cast };

const past = ({ now }: Stage) => now.subtract({ hours: 48 });
/** On a quarter of an hour, far enough ahead for every notice and near enough for every horizon. */
export const ahead = ({ now }: Stage, hours: number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.ceil(now.epochMilliseconds / 3_600_000) * 3_600_000).add({
    hours: 72 + hours,
  });

export async function interview(stage: Stage) {
  const { id: employerId } = await makeEmployer(stage.db, { name: `Harbour ${newId()}` });
  return makeInterview(stage.db, {
    candidateId: stage.cast.owner.id,
    startsAt: past(stage),
    application: { employerId },
  });
}
export async function draft(stage: Stage) {
  const postMortem = await makePostMortem(stage.db, await interview(stage), past(stage));
  const writtenAt = dateOf(stage.now.subtract({ hours: 1 }));
  const answer = {
    id: newId(),
    postMortemId: postMortem.id,
    field: "mood",
    value: "low",
    writtenAt,
    writtenById: stage.cast.owner.id,
  };
  await stage.db.postMortemAnswer.create({ data: answer });
  return postMortem;
}
export async function finished(stage: Stage) {
  const finishedAt = dateOf(stage.now.subtract({ hours: 24 }));
  return makePostMortem(stage.db, await interview(stage), past(stage), {
    finishedAt,
    sharing: "my_counselor",
  });
}
export async function asksForCall(stage: Stage) {
  const at = dateOf(stage.now.subtract({ hours: 24 }));
  const low = { mood: "very_low", sharing: "my_counselor", enoughAt: at, callAskedAt: at } as const;
  return makePostMortem(stage.db, await interview(stage), past(stage), low);
}
export async function note(stage: Stage) {
  return makeCoachingNote(stage.db, {
    postMortem: await finished(stage),
    authorId: stage.cast.assigned.id,
    body: "Read this.",
    at: stage.now,
  });
}
export async function reply(stage: Stage) {
  const { id: noteId } = await note(stage);
  const { id } = stage.cast.owner;
  return stage.db.noteReply.create({
    data: {
      id: newId(),
      noteId,
      candidateId: id,
      authorId: id,
      body: "I have.",
      writtenAt: dateOf(stage.now),
    },
  });
}
export async function mock(stage: Stage) {
  const { owner, assigned } = stage.cast;
  return makeMock(stage.db, { candidateId: owner.id, counselorId: assigned.id, startsAt: ahead(stage, 0) });
}
export const asPostMortem = (make: typeof finished) => async (stage: Stage) => ({
  postMortem: (await make(stage)).id,
});
export const asInterview = async (stage: Stage) => ({ interview: (await interview(stage)).id });
export const asMock = async (stage: Stage) => ({ mock: (await mock(stage)).id });
export const ownSession = async ({ db, now, cast }: Stage) => ({
  session: (await makeSession(db, cast.owner.id, now)).id,
});
