import { addHours, addMinutes, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { CancelReason, MockKind } from "#lib/infra/prisma/enums.ts";
import { decideBooking, offeredSlots } from "#lib/mocks/rules/booking.ts";
import type { Booking, BookingFacts, BookingSettings, Span } from "#lib/mocks/rules/booking.ts";
import { decideCancel } from "#lib/mocks/rules/changes.ts";
import { firstPolicies } from "#lib/settings/rules.ts";
import type { StaffKey } from "../texts/agency.ts";
import type { SeedCandidate } from "../texts/candidate.ts";
import { interviewId } from "./interviews.ts";
import { candidateId, openHoursFor, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";

/** The defaults of the schema, which every counselor of the story keeps. */
const settings: Omit<BookingSettings, "place"> = {
  mockMinutes: 45,
  prepMinutes: 20,
  stepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 12,
  horizonDays: 28,
  dailyMaximum: 4,
};

/** Who books what with whom, and when. */
export type Ask = {
  readonly candidate: SeedCandidate;
  readonly kind: MockKind;
  readonly bookedBy: "candidate" | "counselor";
  readonly bookedAt: Instant;
  readonly focus: string | null;
  /** The interview that a prep session is for. */
  readonly interview: { readonly id: string; readonly startsAt: Instant } | null;
  readonly postMortemId: string | null;
};

/** The sessions that a text names, at the times that it names; the rules would have allowed each. */
export function addToldMocks(story: Story, candidate: SeedCandidate): void {
  for (const mock of candidate.mocks) {
    const startsAt = story.at(mock.when, candidate.timeZone);
    if ("inMinutes" in mock.when)
      openHoursFor(story, candidate.counselor, {
        startsAt,
        endsAt: addMinutes(startsAt, settings.mockMinutes),
      });
    const id =
      mock.forInterview && interviewId(candidate, mock.forInterview.application, mock.forInterview.round);
    const row = story.rows.interviews.find((interview) => interview.id === id);
    const ask: Ask = {
      candidate,
      kind: mock.kind,
      bookedBy: mock.bookedBy,
      bookedAt: story.at({ workingDay: mock.bookedWorkingDay, at: "16:20" }, candidate.timeZone),
      focus: mock.focus,
      interview: row ? { id: row.id, startsAt: instantOf(row.startsAt as Date) } : null,
      postMortemId: null,
    };
    const booking = decideBooking(factsOf(story, ask), startsAt);
    if (!booking.ok) throw new Error(`The mock of ${candidate.name}: ${booking.refusal}`);
    addMock(story, ask, booking.value);
  }
}

/** The times that the page would have offered for this at the time. */
export function offeredFor(story: Story, ask: Ask, window: { from: Instant; to: Instant }): Instant[] {
  return offeredSlots(factsOf(story, ask), window);
}

/** Books it at one of the times that were offered; answers with its id. */
export function bookAt(story: Story, ask: Ask, startsAt: Instant): { id: string; startsAt: Instant } {
  const booking = decideBooking(factsOf(story, ask), startsAt);
  if (!booking.ok) throw new Error(`A mock of ${ask.candidate.name}: ${booking.refusal}`);
  return { id: addMock(story, ask, booking.value), startsAt };
}

/** Cancels a session by its candidate, or by its counselor where only staff give that reason. */
export function cancelMock(
  story: Story,
  mock: { id: string; startsAt: Instant },
  reason: CancelReason,
  at: Instant,
): void {
  const row = story.rows.mocks.find((one) => one.id === mock.id);
  if (!row) throw new Error(`No mock ${mock.id}`);
  const isCandidate = reason !== "counselor_away";
  const decision = decideCancel(
    { startsAt: mock.startsAt, cancelledAt: null, version: 0 },
    { isCandidate, shownVersion: 0, reason },
    firstPolicies,
    at,
  );
  if (!decision.ok) throw new Error(`Cancelling ${mock.id}: ${decision.refusal}`);
  const cancelledById = isCandidate ? row.candidateId : row.counselorId;
  Object.assign(row, {
    cancelledAt: dateOf(at),
    cancelledById,
    cancelReason: reason,
    cancelledLate: decision.value.late,
    version: 1,
  });
  const mailTo = [row.candidateId, row.counselorId];
  happened(story.rows, { kind: "mock.cancelled", actorId: cancelledById, subjectId: mock.id, at, mailTo });
}

function addMock({ rows }: Story, ask: Ask, booking: Booking): string {
  const counselor = staffNamed(ask.candidate.counselor).id;
  const candidate = candidateId(ask.candidate.key);
  const id = stableId(
    "mock",
    candidate,
    ask.kind,
    String(rows.mocks.filter((mock) => mock.candidateId === candidate).length),
  );
  const { startsAt, endsAt, place, bufferBeforeMinutes, bufferAfterMinutes } = booking;
  const bookedById = ask.bookedBy === "candidate" ? candidate : counselor;
  rows.mocks.push({
    id,
    kind: ask.kind,
    candidateId: candidate,
    counselorId: counselor,
    interviewId: ask.kind === "prep" ? (ask.interview?.id ?? null) : null,
    postMortemId: ask.postMortemId,
    startsAt: dateOf(startsAt),
    endsAt: dateOf(endsAt),
    place,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    focus: ask.focus,
    bookedById,
    bookedAt: dateOf(ask.bookedAt),
  });
  happened(rows, {
    kind: "mock.booked",
    actorId: bookedById,
    subjectId: id,
    at: ask.bookedAt,
    mailTo: [candidate, counselor],
  });
  return id;
}

/** What the command reads before it decides, out of the story instead of the database. */
function factsOf({ rows }: Story, { candidate, kind, bookedAt, bookedBy, interview }: Ask): BookingFacts {
  const id = candidateId(candidate.key);
  const counselor = staffNamed(candidate.counselor);
  const mocks = rows.mocks.map((mock) => ({ ...mock, ...spanOf(mock) }));
  const ofCandidate = mocks.filter((mock) => mock.candidateId === id && isAfter(mock.endsAt, bookedAt));
  const interviews = rows.interviews.filter((row) => row.candidateId === id).map(spanOf);
  return {
    now: bookedAt,
    policies: firstPolicies,
    kind,
    counselor: {
      timeZone: counselor.timeZone,
      isActive: true,
      hours: hoursOf(rows.weeklyHours, candidate.counselor),
      overrides: [],
      timeOff: [],
      busy: [],
      settings: { ...settings, place: counselor.place },
      bookings: mocks
        .filter((mock) => mock.counselorId === counselor.id)
        .map(({ id: mockId, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes }) => ({
          id: mockId,
          startsAt,
          endsAt,
          bufferBeforeMinutes,
          bufferAfterMinutes,
          status: "CONFIRMED",
        })),
    },
    candidate: {
      busy: [...ofCandidate, ...interviews],
      openCount: ofCandidate.filter((mock) => !isAfter(bookedOf(mock), bookedAt)).length,
    },
    interview: kind === "prep" && interview && isBefore(bookedAt, interview.startsAt) ? interview : null,
    byStaff: bookedBy === "counselor",
    moving: null,
  };
}

function hoursOf(rows: Story["rows"]["weeklyHours"], key: StaffKey) {
  const { id } = staffNamed(key);
  return rows
    .filter((row) => row.counselorId === id)
    .map(({ weekday, start, end }) => ({ weekday, start, end }));
}

function spanOf(row: { startsAt: Date | string; endsAt: Date | string }): Span {
  return { startsAt: instantOf(row.startsAt as Date), endsAt: instantOf(row.endsAt as Date) };
}

function bookedOf(row: { bookedAt: Date | string }): Instant {
  return instantOf(row.bookedAt as Date);
}

/** The hours of a booking's window that follow its notice. */
export function windowAfter(bookedAt: Instant, days: number): { from: Instant; to: Instant } {
  const from = addHours(bookedAt, settings.noticeHours);
  return { from, to: addHours(from, days * 24) };
}
