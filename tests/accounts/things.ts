import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { deactivationFacts } from "#lib/people/queries/deactivation.ts";
import {
  makeCandidate,
  makeCoachingNote,
  makeCounselor,
  makeEmployer,
  makeInterview,
  makeMock,
  makePlanAction,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";
import { makeSecondFactor } from "../../prisma/seed/second-factor-factory.ts";
import { makePeopleImport } from "../../prisma/seed/list-factory.ts";
import {
  makeSeat,
  makeSeatOffer,
  makeWaitlistEntry,
  makeWorkshopSession,
} from "../../prisma/seed/workshop-factories.ts";
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
/** A draft whose first answer is "very low". */
export async function veryLow(stage: Stage) {
  const postMortem = await makePostMortem(stage.db, await interview(stage), past(stage));
  const { id: writtenById } = stage.cast.owner;
  const answer = { id: newId(), postMortemId: postMortem.id, field: "mood", value: "very_low", writtenById };
  await stage.db.postMortemAnswer.create({
    data: { ...answer, writtenAt: dateOf(stage.now.subtract({ hours: 1 })) },
  });
  return postMortem;
}
/** The first half of a very low one, sent to the assigned counselor. */
export async function enough(stage: Stage, facts: { callAskedAt?: Date } = {}) {
  const enoughAt = dateOf(stage.now.subtract({ hours: 1 }));
  return makePostMortem(stage.db, await interview(stage), past(stage), {
    mood: "very_low",
    sharing: "my_counselor",
    enoughAt,
    ...facts,
  });
}
export const callAsked = (stage: Stage) => enough(stage, { callAskedAt: dateOf(stage.now) });
export async function finished(stage: Stage) {
  const finishedAt = dateOf(stage.now.subtract({ hours: 24 }));
  return makePostMortem(stage.db, await interview(stage), past(stage), {
    finishedAt,
    sharing: "my_counselor",
  });
}
/** With both opinions, so that both sides read the plan. */
export async function revealed(stage: Stage) {
  const postMortem = await finished(stage);
  const { owner, assigned } = stage.cast;
  const chosen = { postMortemId: postMortem.id, primary: "NERVES", chosenAt: dateOf(past(stage)) } as const;
  await stage.db.opinion.createMany({
    data: [
      { id: newId(), ...chosen, authorId: owner.id, side: "candidate" },
      { id: newId(), ...chosen, authorId: assigned.id, side: "counselor" },
    ],
  });
  return postMortem;
}
/** Reviewed, and nothing of it is left to do. */
export async function closed(stage: Stage) {
  const { id } = await revealed(stage);
  const reviewed = { reviewedAt: dateOf(stage.now), reviewedById: stage.cast.assigned.id };
  return stage.db.postMortem.update({ where: { id }, data: reviewed });
}
export async function planAction(stage: Stage, endedAs: "done" | null = null) {
  const { owner } = stage.cast;
  const postMortem = await revealed(stage);
  const ended = endedAs ? { endedAs, endedAt: dateOf(stage.now), endedById: owner.id } : {};
  return makePlanAction(stage.db, postMortem, past(stage), ended);
}
/** Finished, and a no came afterwards. */
export async function heardBack(stage: Stage) {
  const postMortem = await finished(stage);
  const data = { outcome: "rejected", outcomeAt: dateOf(stage.now.subtract({ hours: 1 })) } as const;
  await stage.db.interview.update({ where: { id: postMortem.interviewId }, data });
  return postMortem;
}
/** What the assigned counselor is entering on a call. */
export async function entered(stage: Stage) {
  const { assigned } = stage.cast;
  const postMortem = await makePostMortem(stage.db, await interview(stage), past(stage), {
    enteredById: assigned.id,
  });
  const writtenAt = dateOf(stage.now.subtract({ hours: 1 }));
  const answer = { id: newId(), postMortemId: postMortem.id, field: "mood", value: "low", writtenAt };
  await stage.db.postMortemAnswer.create({ data: { ...answer, writtenById: assigned.id } });
  return postMortem;
}
/** Without news for longer than two weeks. */
export async function silent(stage: Stage) {
  return makeInterview(stage.db, {
    candidateId: stage.cast.owner.id,
    startsAt: stage.now.subtract({ hours: 24 * 20 }),
  });
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
/** A published session, three days ahead, of one seat. */
export async function workshopSession(stage: Stage) {
  const createdById = stage.cast.admin.id;
  return makeWorkshopSession(stage.db, { createdById, startsAt: ahead(stage, 0) }, { capacity: 1 });
}
/** The owner has the seat. */
export async function seat(stage: Stage) {
  const { id: sessionId } = await workshopSession(stage);
  return makeSeat(stage.db, { sessionId, personId: stage.cast.owner.id, at: past(stage) });
}
/** The owner waits, and the seat is held for them. */
export async function seatOffer(stage: Stage) {
  const { id: sessionId } = await workshopSession(stage);
  const whose = { sessionId, personId: stage.cast.owner.id, at: past(stage) };
  const entry = await makeWaitlistEntry(stage.db, whose, 1);
  const expiresAt = stage.now.add({ hours: 5 });
  return makeSeatOffer(stage.db, entry, { offeredAt: stage.now, expiresAt });
}
export const asSeat = async (stage: Stage) => ({ session: (await seat(stage)).sessionId });
export const asOffer = async (stage: Stage) => {
  const { id, sessionId } = await seatOffer(stage);
  return { offer: id, session: sessionId };
};
export const asPostMortem = (make: typeof finished) => async (stage: Stage) => ({
  postMortem: (await make(stage)).id,
});
export const asPlanAction =
  (endedAs: "done" | null = null) =>
  async (stage: Stage) => ({
    action: (await planAction(stage, endedAs)).id,
  });
export const asInterview = async (stage: Stage) => ({ interview: (await interview(stage)).id });
export const asMock = async (stage: Stage) => ({ mock: (await mock(stage)).id });
export const ownSession = async ({ db, now, cast }: Stage) => ({
  session: (await makeSession(db, cast.owner.id, now)).id,
});
/** A candidate whose access is to end, as the preview shows it. */
export const leaving = async ({ db, now, cast }: Stage) => {
  const person = (await makeCandidate(db, cast.assigned.id)).id;
  const facts = await deactivationFacts(db, person, { all: null, each: new Map() }, now);
  return { person, shown: facts?.shown ?? "" };
};
/** A colleague with an authenticator app. */
export const withApp = async ({ db, now }: Stage) => {
  const { id } = await makeCounselor(db);
  await makeSecondFactor(db, id, now);
  return { person: id };
};
export const asCandidate =
  (state: "here" | "gone" = "here") =>
  async ({ db, now, cast }: Stage) => {
    const gone = { deactivatedAt: dateOf(now), deactivatedById: cast.admin.id };
    return { person: (await makeCandidate(db, cast.assigned.id, state === "gone" ? gone : {})).id };
  };
/** A previewed list with one good row and one that is not. */
export const list = ({ db, now, cast }: Stage) =>
  makePeopleImport(db, { madeById: cast.admin.id, counselorId: cast.assigned.id, at: now });
export const asList = async (stage: Stage) => ({ import: (await list(stage)).id });
/** Of a session with the owner's counselor, which names both. */
export const asBooking = ({ cast }: Stage) =>
  Promise.resolve({ candidate: cast.owner.id, counselor: cast.assigned.id });
/** The owner's calendar address. */
export const ownFeed = async ({ db, now, cast }: Stage) => {
  const id = newId();
  const feed = { id, personId: cast.owner.id, tokenHash: sha256(id), madeAt: dateOf(now) };
  return { feed: (await db.calendarFeed.create({ data: feed })).id };
};
/** A mail to the owner that came back. */
export const refusedMail = async ({ db, now, cast }: Stage) => {
  const [id, eventId, at] = [newId(), newId(), dateOf(now)];
  const event = { id: eventId, kind: "note.shared", subjectId: id, requestHash: "0".repeat(64), at };
  await db.event.create({ data: event });
  const refused = {
    state: "dead",
    reason: "address_refused",
    attempts: 1,
    triedAt: at,
    settledAt: at,
  } as const;
  const mail = { id, eventId, kind: "note.shared", recipientId: cast.owner.id, queuedAt: at, ...refused };
  return { mail: (await db.mail.create({ data: mail })).id };
};
