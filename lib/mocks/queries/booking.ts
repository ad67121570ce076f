import { isStaff } from "#lib/core/viewer.ts";
import { isAfter } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf, instantOf } from "#lib/infra/db.ts";
import type { Db } from "#lib/infra/db.ts";
import type { MockKind } from "#lib/infra/prisma/enums.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { availabilitySelect, listBusyTimes, hoursOf } from "#lib/mocks/queries/availability.ts";
import type { BookingFacts, Span } from "#lib/mocks/rules/booking.ts";
import type { Policies } from "#lib/settings/rules.ts";

/** What of a counselor decides when they can be booked. */
export const bookedCounselor = {
  id: true,
  name: true,
  email: true,
  role: true,
  timeZone: true,
  deactivatedAt: true,
  ...availabilitySelect,
  availability: true,
} as const satisfies Prisma.PersonSelect;

export type BookedCounselor = Prisma.PersonGetPayload<{ select: typeof bookedCounselor }>;

export type BookingAsk = {
  kind: MockKind;
  candidateId: string;
  counselor: BookedCounselor;
  /** The interview that a prep session is for. */
  interviewId: string | null;
  byStaff: boolean;
  moving: (Span & { id: string }) | null;
  /** Those that hold now. */
  policies: Policies;
  /** The starts that will be asked about. */
  window: { from: Instant; to: Instant };
};

/** Days around a window in which a booking may count: the longest one, and the local date that the daily maximum counts. */
const reachDays = 2;

/** The facts for `offeredSlots` and `decideBooking`. Whoever writes holds the locks of both people first. */
export async function bookingFacts(db: Db, ask: BookingAsk, now: Instant): Promise<BookingFacts> {
  return factsFrom(ask, await listBookingRows(db, ask, now), now);
}

type BookingRows = Awaited<ReturnType<typeof listBookingRows>>;

/** What the facts are made of; three statements. */
export async function listBookingRows(db: Db, ask: BookingAsk, now: Instant) {
  const mocks = await liveMocks(db, ask, now);
  const busy = await listBusyTimes(db, [ask.counselor.id], ask.window);
  return { mocks, busy, interviews: await interviewsToCome(db, ask.candidateId, now) };
}

export function factsFrom(
  ask: BookingAsk,
  { mocks, busy, interviews }: BookingRows,
  now: Instant,
): BookingFacts {
  const { counselor, moving } = ask;
  const others = mocks.filter((mock) => mock.id !== moving?.id);
  const own = others.filter(
    (mock) => mock.candidateId === ask.candidateId && isAfter(instantOf(mock.endsAt), now),
  );
  const named = interviews.find(
    (interview) => interview.id === ask.interviewId && isAfter(instantOf(interview.startsAt), now),
  );
  return {
    now,
    policies: ask.policies,
    kind: ask.kind,
    counselor: {
      timeZone: counselor.timeZone,
      isActive: counselor.deactivatedAt === null && isStaff(counselor),
      ...hoursOf(counselor),
      busy: busy.map(({ event }) => event),
      settings: counselor.availability,
      bookings: others
        .filter((mock) => mock.counselorId === counselor.id)
        .map((mock) => ({ ...mock, ...spanOf(mock), status: "CONFIRMED" })),
    },
    candidate: { busy: [...own, ...interviews].map(spanOf), openCount: own.length },
    interview: ask.kind === "prep" && named ? { startsAt: instantOf(named.startsAt) } : null,
    byStaff: ask.byStaff,
    moving,
  };
}

/** The counselor's live sessions around the window, and all of the candidate's that are not over. */
function liveMocks(db: Db, { counselor, candidateId, window }: BookingAsk, now: Instant) {
  const hours = reachDays * 24;
  return db.mock.findMany({
    where: {
      cancelledAt: null,
      OR: [
        {
          counselorId: counselor.id,
          endsAt: { gt: dateOf(window.from.subtract({ hours })) },
          startsAt: { lt: dateOf(window.to.add({ hours })) },
        },
        { candidateId, endsAt: { gt: dateOf(now) } },
      ],
    },
    select: {
      id: true,
      candidateId: true,
      counselorId: true,
      startsAt: true,
      endsAt: true,
      bufferBeforeMinutes: true,
      bufferAfterMinutes: true,
    },
  });
}

/** The candidate's interviews that are not over and not called off. */
function interviewsToCome(db: Db, candidateId: string, now: Instant) {
  return db.interview.findMany({
    where: { candidateId, outcome: "waiting", endsAt: { gt: dateOf(now) } },
    orderBy: { startsAt: "asc" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      application: { select: { jobTitle: true, employer: { select: { name: true } } } },
    },
  });
}

function spanOf(row: { startsAt: Date; endsAt: Date }): Span {
  return { startsAt: instantOf(row.startsAt), endsAt: instantOf(row.endsAt) };
}
