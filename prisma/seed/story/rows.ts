import { dateOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import { sha256, stableId } from "#lib/infra/hash.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { MailKind } from "#lib/mail/words.ts";
import type { Instant } from "#lib/core/time.ts";

/** Everything that the story writes, by table. */
export function noRows() {
  return {
    people: [] as Prisma.PersonCreateManyInput[],
    demoPeople: [] as Prisma.DemoPersonCreateManyInput[],
    taxonomyVersions: [] as Prisma.TaxonomyVersionCreateManyInput[],
    causes: [] as Prisma.CauseCreateManyInput[],
    causeActions: [] as Prisma.CauseActionCreateManyInput[],
    weeklyHours: [] as Prisma.WeeklyHoursCreateManyInput[],
    availability: [] as Prisma.AvailabilitySettingsCreateManyInput[],
    employers: [] as Prisma.EmployerCreateManyInput[],
    contacts: [] as Prisma.ContactCreateManyInput[],
    applications: [] as Prisma.ApplicationCreateManyInput[],
    interviews: [] as Prisma.InterviewCreateManyInput[],
    postMortems: [] as Prisma.PostMortemCreateManyInput[],
    answers: [] as Prisma.PostMortemAnswerCreateManyInput[],
    questions: [] as Prisma.AskedQuestionCreateManyInput[],
    ratings: [] as Prisma.SelfRatingCreateManyInput[],
    opinions: [] as Prisma.OpinionCreateManyInput[],
    promises: [] as Prisma.PromiseCreateManyInput[],
    planActions: [] as Prisma.PlanActionCreateManyInput[],
    notes: [] as Prisma.CoachingNoteCreateManyInput[],
    replies: [] as Prisma.NoteReplyCreateManyInput[],
    internalNotes: [] as Prisma.InternalNoteCreateManyInput[],
    mocks: [] as Prisma.MockCreateManyInput[],
    hoursOverrides: [] as Prisma.HoursOverrideCreateManyInput[],
    timeOff: [] as Prisma.TimeOffCreateManyInput[],
    workshops: [] as Prisma.WorkshopCreateManyInput[],
    workshopSessions: [] as Prisma.WorkshopSessionCreateManyInput[],
    seats: [] as Prisma.SeatCreateManyInput[],
    waitlist: [] as Prisma.WaitlistEntryCreateManyInput[],
    seatOffers: [] as Prisma.SeatOfferCreateManyInput[],
    events: [] as Prisma.EventCreateManyInput[],
    mails: [] as Prisma.MailCreateManyInput[],
    settingChanges: [] as Prisma.SettingChangeCreateManyInput[],
    helpRequests: [] as Prisma.HelpRequestCreateManyInput[],
    looks: [] as Prisma.LookCreateManyInput[],
    imports: [] as Prisma.PeopleImportCreateManyInput[],
    importRows: [] as Prisma.PeopleImportRowCreateManyInput[],
  };
}

export type Rows = ReturnType<typeof noRows>;

export type Happened = {
  kind: `${string}.${string}`;
  actorId: string;
  subjectId: string;
  at: Instant;
  /** Whom a mail of this kind told about it. */
  mailTo?: readonly string[];
  /** Of the mail, where it is named otherwise than what happened. */
  mailKind?: MailKind;
};

/** Kinds whose form's key became the id of what it made, as in the commands. */
const making = new Set([
  "person.invited",
  "interview.logged",
  "post_mortem.started",
  "note.shared",
  "note.answered",
  "internal_note.written",
  "mock.booked",
]);

/** Seconds from the event to the mail's being sent, as the worker would have done it. */
const mailSeconds = 4;

/** Writes down what happened, and the mails that told it: sent at the time, none left to send. */
export function happened(rows: Rows, { actorId, subjectId, at, mailTo = [], ...named }: Happened): void {
  const { kind, mailKind = kind as MailKind } = named;
  const id = making.has(kind) ? subjectId : stableId(kind, actorId, subjectId);
  rows.events.push({ id, actorId, kind, subjectId, at: dateOf(at), requestHash: sha256(`${kind}/${id}`) });
  const sentAt = dateOf(at.add({ seconds: mailSeconds }));
  for (const recipientId of mailTo) {
    const mail = { id: stableId("mail", id, recipientId), eventId: id, recipientId, kind: mailKind };
    rows.mails.push({
      ...mail,
      state: "sent",
      attempts: 1,
      queuedAt: dateOf(at),
      triedAt: sentAt,
      settledAt: sentAt,
    });
  }
}

export function looked(rows: Rows, viewerId: string, subjectId: string, at: Instant): void {
  rows.looks.push({ id: stableId("look", viewerId, subjectId), viewerId, subjectId, at: dateOf(at) });
}

/** Writes all rows, each table after those that it refers to. */
export async function writeRows(tx: Db, rows: Rows): Promise<void> {
  await inPortions(rows.people, (data) => tx.person.createMany({ data }));
  await inPortions(rows.demoPeople, (data) => tx.demoPerson.createMany({ data }));
  await inPortions(rows.taxonomyVersions, (data) => tx.taxonomyVersion.createMany({ data }));
  await inPortions(rows.causes, (data) => tx.cause.createMany({ data }));
  await inPortions(rows.causeActions, (data) => tx.causeAction.createMany({ data }));
  await inPortions(rows.weeklyHours, (data) => tx.weeklyHours.createMany({ data }));
  await inPortions(rows.availability, (data) => tx.availabilitySettings.createMany({ data }));
  await inPortions(rows.employers, (data) => tx.employer.createMany({ data }));
  await inPortions(rows.contacts, (data) => tx.contact.createMany({ data }));
  await inPortions(rows.applications, (data) => tx.application.createMany({ data }));
  await inPortions(rows.interviews, (data) => tx.interview.createMany({ data }));
  await inPortions(rows.postMortems, (data) => tx.postMortem.createMany({ data }));
  await inPortions(rows.answers, (data) => tx.postMortemAnswer.createMany({ data }));
  await inPortions(rows.questions, (data) => tx.askedQuestion.createMany({ data }));
  await inPortions(rows.ratings, (data) => tx.selfRating.createMany({ data }));
  await inPortions(rows.opinions, (data) => tx.opinion.createMany({ data }));
  await inPortions(rows.promises, (data) => tx.promise.createMany({ data }));
  await inPortions(rows.planActions, (data) => tx.planAction.createMany({ data }));
  await inPortions(rows.notes, (data) => tx.coachingNote.createMany({ data }));
  await inPortions(rows.replies, (data) => tx.noteReply.createMany({ data }));
  await inPortions(rows.internalNotes, (data) => tx.internalNote.createMany({ data }));
  await inPortions(rows.mocks, (data) => tx.mock.createMany({ data }));
  await inPortions(rows.hoursOverrides, (data) => tx.hoursOverride.createMany({ data }));
  await inPortions(rows.timeOff, (data) => tx.timeOff.createMany({ data }));
  await inPortions(rows.workshops, (data) => tx.workshop.createMany({ data }));
  await inPortions(rows.workshopSessions, (data) => tx.workshopSession.createMany({ data }));
  await inPortions(rows.seats, (data) => tx.seat.createMany({ data }));
  await inPortions(rows.waitlist, (data) => tx.waitlistEntry.createMany({ data }));
  await inPortions(rows.seatOffers, (data) => tx.seatOffer.createMany({ data }));
  await inPortions(rows.events, (data) => tx.event.createMany({ data }));
  await inPortions(rows.settingChanges, (data) => tx.settingChange.createMany({ data }));
  await inPortions(rows.mails, (data) => tx.mail.createMany({ data }));
  await inPortions(rows.helpRequests, (data) => tx.helpRequest.createMany({ data }));
  await inPortions(rows.looks, (data) => tx.look.createMany({ data }));
  await inPortions(rows.imports, (data) => tx.peopleImport.createMany({ data }));
  await inPortions(rows.importRows, (data) => tx.peopleImportRow.createMany({ data }));
}

/** Rows in one statement: below the most parameters that PostgreSQL takes, for the widest table. */
const portion = 500;

async function inPortions<Row>(
  rows: readonly Row[],
  write: (data: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += portion) await write(rows.slice(from, from + portion));
}
