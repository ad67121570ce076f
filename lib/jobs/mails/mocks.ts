import { formatDateTime, formatRangeInZone } from "#lib/core/format.ts";
import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { compare } from "#lib/core/time.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { mailOf } from "#lib/jobs/compose.ts";
import type { Due } from "#lib/jobs/compose.ts";
import type { SuppressReason } from "#lib/mail/words.ts";
import {
  bookedMail,
  cancelledMail,
  givenAwayMail,
  handedOverMail,
  missedMail,
  movedMail,
} from "#lib/mocks/mail.tsx";
import type { SessionMail } from "#lib/mocks/mail.tsx";
import { kindWords, reasonWords } from "#lib/mocks/words.ts";

/**
 * Of several mails about one session only what still holds goes out: the newest time, or that it is cancelled. Every
 * mail tells the booking as it is now, with its version as SEQUENCE, so that whatever order mails arrive in, a calendar
 * ends in the right state (I18).
 */
export const mockMails = {
  "mock.booked": mailOf({
    facts: (due) => liveSession(due, (mock) => mock.version > 0),
    body: bookedMail,
  }),
  "mock.moved": mailOf({
    facts: (due) => liveSession(due, (mock) => wasMovedAfter(mock.id, due)),
    body: movedMail,
  }),
  "mock.cancelled": mailOf({
    async facts(due) {
      const mock = await findSession(due);
      if (!mock?.cancelledAt) return refuse("gone");
      return ok({ ...sessionMail(mock, due), reason: mock.cancelReason && reasonWords[mock.cancelReason] });
    },
    body: cancelledMail,
  }),
  // Only while it stands as this very act wrote it: undone or written anew, it is no longer true.
  "mock.missed": mailOf({
    async facts(due) {
      const mock = await findSession(due);
      const isStill = mock?.attendanceAt && compare(instantOf(mock.attendanceAt), due.event.at) === 0;
      if (!mock || !isStill || mock.cancelledAt) return refuse("gone");
      if (mock.attendance !== "candidate_absent" && mock.attendance !== "counselor_absent")
        return refuse("gone");
      const { agency, session, partner, when } = sessionMail(mock, due);
      const isOwn = mock.attendance === "candidate_absent";
      return ok({ agency, session, partner, when, isOwn, link: due.link("/practice/mocks/new") });
    },
    body: missedMail,
  }),
  // Whoever held it before is told that it left, whatever became of it since: it leaves their calendar.
  "mock.handed_over": mailOf({
    async facts(due) {
      const isTheirs = await findSession(due);
      if (isTheirs) return withKind(await liveSession(due, (mock) => wasMovedAfter(mock.id, due)), false);
      const mock = await findHandedOver(due);
      return mock ? withKind(ok(sessionMail(mock, due)), true) : refuse("gone");
    },
    body: ({ isGivenAway, mail }) => (isGivenAway ? givenAwayMail(mail) : handedOverMail(mail)),
  }),
};

function withKind(
  mail: Result<SessionMail, SuppressReason>,
  isGivenAway: boolean,
): Result<{ mail: SessionMail; isGivenAway: boolean }, SuppressReason> {
  return mail.ok ? ok({ mail: mail.value, isGivenAway }) : mail;
}

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** The session of a mail as its reader may see it: as one of the two people who meet. */
function findSession({ event, reader }: Due) {
  return pagesDb().mock.findFirst({
    where: { id: event.subjectId, OR: [{ candidateId: reader.personId }, { counselorId: reader.personId }] },
    relationLoadStrategy: "join",
    select: sessionSelect,
  });
}

/** The same for a colleague who held it before, and was told of it then. */
function findHandedOver({ event, reader }: Due) {
  return reader.role === "candidate"
    ? null
    : pagesDb().mock.findFirst({
        where: { id: event.subjectId },
        relationLoadStrategy: "join",
        select: sessionSelect,
      });
}

const who = { select: { id: true, name: true } };
const sessionSelect = {
  id: true,
  kind: true,
  startsAt: true,
  endsAt: true,
  place: true,
  version: true,
  cancelledAt: true,
  cancelReason: true,
  attendance: true,
  attendanceAt: true,
  candidate: who,
  counselor: who,
} as const;

async function liveSession(
  due: Due,
  wasMoved: (mock: Session) => boolean | Promise<boolean>,
): Promise<Result<SessionMail, SuppressReason>> {
  const mock = await findSession(due);
  if (!mock) return refuse("gone");
  if (mock.cancelledAt) return refuse("cancelled");
  if (await wasMoved(mock)) return refuse("moved");
  if (compare(instantOf(mock.startsAt), due.now) <= 0) return refuse("past");
  return ok(sessionMail(mock, due));
}

async function wasMovedAfter(mockId: string, { event }: Due): Promise<boolean> {
  const later = await pagesDb().event.findFirst({
    where: { subjectId: mockId, kind: "mock.moved", at: { gt: dateOf(event.at) } },
    select: { id: true },
  });
  return later !== null;
}

function sessionMail(mock: Session, due: Due): SessionMail {
  const { reader, event } = due;
  const isCandidate = reader.personId === mock.candidate.id;
  const isOff = mock.cancelledAt !== null || (!isCandidate && reader.personId !== mock.counselor.id);
  const partner = isCandidate ? mock.counselor.name : mock.candidate.name;
  const session = kindWords[mock.kind];
  const [start, end] = [instantOf(mock.startsAt), instantOf(mock.endsAt)];
  const link = due.link(`${isCandidate ? "/practice/mocks" : "/calendar/mocks"}/${mock.id}`);
  return {
    agency: due.agency,
    session,
    partner,
    actor: event.actorId === reader.personId ? "you" : (event.actorName ?? due.agency),
    start: formatDateTime(start, reader.timeZone),
    when: formatRangeInZone(start, end, reader.timeZone),
    place: mock.place,
    link,
    calendar: {
      uid: `${mock.id}@${due.host}`,
      sequence: mock.version,
      method: isOff ? "CANCEL" : "REQUEST",
      start,
      end,
      stamp: event.at,
      summary: `${session[0]?.toUpperCase()}${session.slice(1)} with ${partner}`,
      description: isOff ? "Cancelled." : `Move or cancel it here: ${link}`,
      location: mock.place,
      url: link,
      organizer: { name: due.agency, address: due.senderAddress },
      attendee: { name: reader.name, address: due.readerAddress },
    },
  };
}
