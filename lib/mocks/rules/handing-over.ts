import { compare, minutesBetween } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { firstPolicies } from "#lib/settings/rules.ts";
import { decideBooking } from "./booking.ts";
import type { Booking, BookingFacts, Span } from "./booking.ts";

/** A session to come that its counselor cannot hold any more. */
export type HandedMock = Span & { readonly id: string; readonly candidateId: string };

/** A colleague who may take sessions over, with all that decides whether they are free. */
export type TakingOver = BookingFacts["counselor"] & { readonly id: string };

/** What becomes of a session: it moves to a colleague at the same time, or it is cancelled. */
export type MockFate = {
  readonly mockId: string;
  readonly candidateId: string;
  readonly startsAt: Instant;
  readonly to: { readonly counselorId: string; readonly booking: Booking } | null;
};

/**
 * Where sessions go, the earliest first: to the colleague whom `takerOf` names for the candidate, if that time is one that
 * they offer (staff book inside the notice), with what they have taken over before counted; else it is cancelled.
 */
export function planHandOver(
  mocks: readonly HandedMock[],
  takerOf: (candidateId: string) => string | null,
  colleagues: readonly TakingOver[],
  now: Instant,
): MockFate[] {
  const taken = new Map(colleagues.map(({ id, bookings }) => [id, [...bookings]]));
  return mocks
    .toSorted((a, b) => compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1))
    .map((mock) => {
      const colleague = colleagues.find(({ id }) => id === takerOf(mock.candidateId));
      const bookings = colleague ? (taken.get(colleague.id) ?? []) : [];
      const decision =
        colleague && decideBooking(factsFor(mock, { ...colleague, bookings }, now), mock.startsAt);
      const fate = { mockId: mock.id, candidateId: mock.candidateId, startsAt: mock.startsAt };
      if (!colleague || !decision?.ok) return { ...fate, to: null };
      bookings.push({ ...decision.value, id: mock.id, status: "CONFIRMED" });
      return { ...fate, to: { counselorId: colleague.id, booking: decision.value } };
    });
}

/** The session keeps its length; its candidate is there anyway. Neither the notice nor the limit binds staff, whatever the agency chose. */
function factsFor(mock: HandedMock, counselor: BookingFacts["counselor"], now: Instant): BookingFacts {
  const mockMinutes = minutesBetween(mock.startsAt, mock.endsAt);
  return {
    now,
    kind: "mock",
    counselor: { ...counselor, settings: counselor.settings && { ...counselor.settings, mockMinutes } },
    candidate: { busy: [], openCount: 0 },
    interview: null,
    byStaff: true,
    moving: null,
    policies: firstPolicies,
  };
}
