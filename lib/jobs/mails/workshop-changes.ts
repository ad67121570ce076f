import { formatDateTime, formatRangeInZone } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { compare } from "#lib/core/time.ts";
import type { CalendarEvent } from "#lib/infra/calendar.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import type { ChangedField, WorkshopKind } from "#lib/infra/prisma/enums.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import type { Due } from "#lib/jobs/compose.ts";
import { pageOf } from "#lib/jobs/mails/seats.ts";
import type { SuppressReason } from "#lib/mail/words.ts";
import { cancelledMail, changedMail } from "#lib/workshops/mail/changes.tsx";
import type { CancelledMail, ChangedMail } from "#lib/workshops/mail/changes.tsx";
import { calendarLocation, calendarSequence, calendarUid } from "#lib/workshops/rules/calendar.ts";
import { timeOfText } from "#lib/workshops/rules/changed.ts";
import { changedFieldWords, changeMailWords } from "#lib/workshops/words/changes.ts";
import { workshopKinds } from "#lib/workshops/words/seats.ts";

/**
 * A mail about a change tells what of it still holds: what a later change touched again is told by that one's mail. Each
 * carries the session as it is now, with its version in SEQUENCE, so that whatever order mails arrive in, a calendar ends
 * right (I18).
 */
export const workshopChangeMails = {
  "workshop.changed": mailOf({ facts: changedFacts, body: changedMail }),
  "workshop.cancelled": mailOf({ facts: cancelledFacts, body: cancelledMail }),
};

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** The session of a mail, with what its reader alone has of it. */
function findSession({ event, reader }: Due) {
  const own = { personId: reader.personId };
  return pagesDb().workshopSession.findUnique({
    where: { id: event.subjectId },
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      area: true,
      place: true,
      version: true,
      cancelledAt: true,
      cancelledWhy: true,
      workshop: { select: { kind: true, title: true } },
      seats: { where: own, select: { givenBackAt: true } },
      waitlist: { where: { ...own, endedAt: null }, select: { id: true } },
      changes: {
        where: { at: { gte: dateOf(event.at) } },
        orderBy: { at: "asc" },
        select: { eventId: true, field: true, before: true, after: true },
      },
    },
  });
}

async function changedFacts(due: Due): Promise<Result<ChangedMail, SuppressReason>> {
  const session = await findSession(due);
  if (!session) return refuse("gone");
  if (session.cancelledAt) return refuse("cancelled");
  if (compare(instantOf(session.endsAt), due.now) <= 0) return refuse("past");
  const hasSeat = session.seats.some(({ givenBackAt }) => givenBackAt === null);
  if (!hasSeat && session.waitlist.length === 0) return refuse("gone");
  const mine = session.changes.filter(({ eventId }) => eventId === due.event.id);
  const later = session.changes.slice(
    session.changes.findLastIndex(({ eventId }) => eventId === due.event.id) + 1,
  );
  const holds = mine
    .filter(({ field }) => !later.some((change) => change.field === field))
    // The address is for those with a seat; to those who wait only another time matters.
    .filter(({ field }) => hasSeat || field === "time");
  if (holds.length === 0) return refuse("moved");
  const page = await pageOf(due, session.id);
  return ok({
    ...aboutSession(session, due, page),
    changes: holds.map(({ field, before, after }) => ({
      label: changedFieldWords[field],
      before: inWords(field, before, due),
      after: inWords(field, after, due),
    })),
    calendar: hasSeat ? calendarOf(session, due, page) : null,
  });
}

async function cancelledFacts(due: Due): Promise<Result<CancelledMail, SuppressReason>> {
  const session = await findSession(due);
  if (!session?.cancelledAt) return refuse("gone");
  if (compare(instantOf(session.endsAt), due.now) <= 0) return refuse("past");
  const hasSeat = session.seats.some(({ givenBackAt }) => givenBackAt === null);
  const page = await pageOf(due, session.id);
  const others = due.reader.role === "guest" ? page : due.link("/practice/workshops");
  return ok({
    ...aboutSession(session, due, others),
    reason: session.cancelledWhy,
    calendar: hasSeat ? calendarOf(session, due, page) : null,
  });
}

/** `link`: where the mail leads. */
function aboutSession(session: Session, due: Due, link: string) {
  const { timeZone } = due.reader;
  const start = instantOf(session.startsAt);
  return {
    agency: due.agency,
    kind: workshopKinds[session.workshop.kind],
    title: session.workshop.title,
    start: formatDateTime(start, timeZone),
    when: formatRangeInZone(start, instantOf(session.endsAt), timeZone),
    link,
  };
}

/** A changed text as its reader reads it: times in their zone. */
function inWords(field: ChangedField, text: string, { reader }: Due): string {
  if (field === "kind") return workshopKinds[text as WorkshopKind];
  if (field !== "time") return text === "" ? "–" : text;
  const { startsAt, endsAt } = timeOfText(text);
  return formatRangeInZone(startsAt, endsAt, reader.timeZone);
}

function calendarOf(session: Session, due: Due, link: string): CalendarEvent {
  const { come, gone } = changeMailWords.calendar;
  return {
    uid: calendarUid(session.id, due.reader.personId, due.host),
    sequence: calendarSequence(session, session.seats),
    method: session.cancelledAt ? "CANCEL" : "REQUEST",
    start: instantOf(session.startsAt),
    end: instantOf(session.endsAt),
    stamp: due.event.at,
    summary: session.workshop.title,
    description: session.cancelledAt ? gone : come(link),
    location: calendarLocation(session, true),
    url: link,
    organizer: { name: due.agency, address: due.senderAddress },
    attendee: { name: due.reader.name, address: due.readerAddress },
  };
}
