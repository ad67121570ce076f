import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { Role } from "#lib/infra/prisma/enums.ts";

/**
 * One row of each kind, believable by default, for the seed, the tests and the journeys alike. Each takes what matters
 * to its caller and returns the row. They write straight to the tables: they build a past that no command can make.
 */
type Overrides<Row> = Partial<Row>;

const start = Temporal.Instant.from("2026-01-05T09:00:00Z");
let counter = 0;

function next(): number {
  counter += 1;
  return counter;
}

export async function makePerson(
  db: Db,
  facts: Overrides<Prisma.PersonUncheckedCreateInput> & { role: Role },
) {
  const id = facts.id ?? newId();
  const name = facts.name ?? `${facts.role === "candidate" ? "Maya" : "Ana"} ${next()}`;
  return db.person.create({
    data: {
      id,
      email: `${id.slice(0, 8)}@example.org`,
      name,
      timeZone: "America/New_York",
      invitedAt: dateOf(start),
      welcomedAt: dateOf(start),
      ...facts,
    },
  });
}

/** A counselor who can be booked: Monday to Friday, 09:00 to 17:00 in their own zone, unless `hours` says otherwise. */
export async function makeCounselor(
  db: Db,
  facts: Overrides<Prisma.PersonUncheckedCreateInput> & {
    hours?: readonly { weekday: number; start: string; end: string }[];
  } = {},
) {
  const { hours, ...person } = facts;
  const counselor = await makePerson(db, { role: "counselor", ...person });
  await db.availabilitySettings.create({
    data: { counselorId: counselor.id, place: "https://meet.example.org/ana" },
  });
  const ranges = hours ?? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));
  await db.weeklyHours.createMany({
    data: ranges.map((range) => ({ id: newId(), counselorId: counselor.id, ...range })),
  });
  return counselor;
}

export async function makeCandidate(
  db: Db,
  counselorId: string,
  facts: Overrides<Prisma.PersonUncheckedCreateInput> = {},
) {
  return makePerson(db, { role: "candidate", counselorId, ...facts });
}

/** A live session of a person; `token` is what their cookie holds. */
export async function makeSession(
  db: Db,
  personId: string,
  at: Temporal.Instant,
  facts: Overrides<Prisma.SignInSessionUncheckedCreateInput> = {},
) {
  const token = `${newId()}${newId()}`;
  const row = await db.signInSession.create({
    data: {
      id: newId(),
      personId,
      tokenHash: sha256(token),
      device: "Chrome on Android",
      createdAt: dateOf(at),
      lastSeenAt: dateOf(at),
      ...facts,
    },
  });
  return { ...row, token };
}

export async function makeEmployer(db: Db, facts: Overrides<Prisma.EmployerUncheckedCreateInput> = {}) {
  const name = facts.name ?? `Harbour Freight ${next()}`;
  return db.employer.create({
    data: { id: newId(), name, nameKey: name.normalize("NFKC").toLowerCase(), ...facts },
  });
}

type InterviewFacts = {
  candidateId: string;
  startsAt: Temporal.Instant;
  minutes?: number;
  application?: Overrides<Prisma.ApplicationUncheckedCreateInput>;
  interview?: Overrides<Prisma.InterviewUncheckedCreateInput>;
};

/** An interview with its application and, unless one is named, its employer. Of 60 minutes by video, still waiting. */
export async function makeInterview(
  db: Db,
  { candidateId, startsAt, minutes = 60, application = {}, interview = {} }: InterviewFacts,
) {
  const applicationId = interview.applicationId ?? application.id ?? newId();
  if (!interview.applicationId) {
    const employerId = application.employerId ?? (await makeEmployer(db)).id;
    const base = { jobTitle: "Office coordinator", roleFamily: "office_admin", source: "own" } as const;
    await db.application.create({
      data: {
        candidateId,
        loggedById: candidateId,
        createdAt: dateOf(startsAt),
        ...base,
        ...application,
        id: applicationId,
        employerId,
      },
    });
  }
  return db.interview.create({
    data: {
      id: newId(),
      candidateId,
      format: "video",
      startsAt: dateOf(startsAt),
      endsAt: dateOf(startsAt.add({ minutes })),
      timeZone: "America/New_York",
      loggedById: candidateId,
      createdAt: dateOf(startsAt),
      ...interview,
      applicationId,
    },
  });
}

/** A post-mortem of an interview; a draft unless `finishedAt` is given. */
export async function makePostMortem(
  db: Db,
  interview: { id: string; candidateId: string },
  at: Temporal.Instant,
  facts: Overrides<Prisma.PostMortemUncheckedCreateInput> = {},
) {
  return db.postMortem.create({
    data: {
      id: newId(),
      interviewId: interview.id,
      candidateId: interview.candidateId,
      startedAt: dateOf(at),
      taxonomyNumber: 1,
      ...facts,
    },
  });
}

/** An open action of the candidate's own plan. */
export async function makePlanAction(
  db: Db,
  postMortem: { id: string; candidateId: string },
  at: Temporal.Instant,
  facts: Overrides<Prisma.PlanActionUncheckedCreateInput> = {},
) {
  const { id: postMortemId, candidateId } = postMortem;
  return db.planAction.create({
    data: {
      id: newId(),
      postMortemId,
      candidateId,
      ownerId: candidateId,
      side: "candidate",
      position: next(),
      code: "mock",
      taxonomyNumber: 1,
      causes: ["NERVES"],
      kind: "both",
      effort: "session",
      text: "Book a mock interview, a friendly one first",
      days: 7,
      daysFrom: "making",
      madeAt: dateOf(at),
      madeById: candidateId,
      ...facts,
    },
  });
}

type NoteFacts = {
  postMortem: { id: string; candidateId: string };
  authorId: string;
  body: string;
  at: Temporal.Instant;
};

export async function makeCoachingNote(db: Db, { postMortem, authorId, body, at }: NoteFacts) {
  return db.coachingNote.create({
    data: {
      id: newId(),
      postMortemId: postMortem.id,
      candidateId: postMortem.candidateId,
      authorId,
      body,
      sharedAt: dateOf(at),
    },
  });
}

/** A booked mock of 45 minutes. */
export async function makeMock(
  db: Db,
  booking: { candidateId: string; counselorId: string; startsAt: Temporal.Instant; minutes?: number },
  facts: Overrides<Prisma.MockUncheckedCreateInput> = {},
) {
  const { candidateId, counselorId, startsAt, minutes = 45 } = booking;
  return db.mock.create({
    data: {
      id: newId(),
      kind: "mock",
      candidateId,
      counselorId,
      startsAt: dateOf(startsAt),
      endsAt: dateOf(startsAt.add({ minutes })),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 10,
      place: "https://meet.example.org/ana",
      bookedById: candidateId,
      bookedAt: dateOf(startsAt.subtract({ hours: 72 })),
      ...facts,
    },
  });
}
