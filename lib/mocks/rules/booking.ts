import { ok, refuse } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";
import { addMinutes, compare, isAfter, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import type { MockKind } from "#lib/infra/prisma/enums.ts";
import type { Policies } from "#lib/settings/rules.ts";
import { openSlots } from "./slots.ts";
import type { BusyEvent, DateOverride, SlotBooking, TimeOff, WeeklyRange } from "./slots-input.ts";

export type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

/** How a counselor can be booked; minutes, hours and days as named. */
export type BookingSettings = {
  readonly place: string;
  readonly mockMinutes: number;
  readonly prepMinutes: number;
  readonly stepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeHours: number;
  readonly horizonDays: number;
  readonly dailyMaximum: number;
};

/** Everything that decides whether a session may be booked or moved, as it stands at `now`. */
export type BookingFacts = {
  readonly now: Instant;
  /** The agency's: how many sessions may be open, and the least notice of candidates. */
  readonly policies: Pick<Policies, "openLimit" | "noticeHours">;
  readonly kind: MockKind;
  /** Who is booked; without settings, or deactivated, nobody can. */
  readonly counselor: {
    readonly timeZone: string;
    readonly isActive: boolean;
    readonly hours: readonly WeeklyRange[];
    readonly overrides: readonly DateOverride[];
    readonly timeOff: readonly TimeOff[];
    /** From the calendars that they gave us. */
    readonly busy: readonly BusyEvent[];
    readonly settings: BookingSettings | null;
    readonly bookings: readonly SlotBooking[];
  };
  /** The candidate's own sessions and interviews to come, and how many sessions are open. */
  readonly candidate: { readonly busy: readonly Span[]; readonly openCount: number };
  /** The interview that a prep session is for; null if it names none that is still to come. */
  readonly interview: { readonly startsAt: Instant } | null;
  /** Staff book inside the notice too. */
  readonly byStaff: boolean;
  /** The session that is being moved, left out of everything above; it keeps its length. */
  readonly moving: (Span & { readonly id: string }) | null;
};

export type Booking = Span & Pick<BookingSettings, "place" | "bufferBeforeMinutes" | "bufferAfterMinutes">;
export type BookingRefusal =
  | "not_open"
  | "limit_reached"
  | "no_interview"
  | "too_soon"
  | "after_interview"
  | "taken";

/** Minutes of the session that these facts are about. */
export function lengthOf(facts: BookingFacts): number {
  if (facts.moving)
    return (facts.moving.endsAt.epochMilliseconds - facts.moving.startsAt.epochMilliseconds) / 60_000;
  const { settings } = facts.counselor;
  return (facts.kind === "prep" ? settings?.prepMinutes : settings?.mockMinutes) ?? 0;
}

/**
 * The starts in `[from, to)` that may be booked: what a page offers and what a booking is checked against, so that they
 * cannot differ. Open slots of the counselor in which the candidate is free too; for a prep session, ending before its
 * interview; none where nothing may be booked at all.
 */
export function offeredSlots(facts: BookingFacts, window: { from: Instant; to: Instant }): Instant[] {
  const { counselor, now } = facts;
  const { settings } = counselor;
  if (whyNone(facts) !== null || settings === null) return [];
  const slots = openSlots({
    counselor: {
      timeZone: counselor.timeZone,
      rules: counselor.hours,
      overrides: counselor.overrides,
      timeOff: counselor.timeOff,
      busy: counselor.busy,
      bookings: counselor.bookings,
      dailyMaximum: settings.dailyMaximum,
    },
    service: {
      durationMinutes: lengthOf(facts),
      stepMinutes: settings.stepMinutes,
      bufferBeforeMinutes: settings.bufferBeforeMinutes,
      bufferAfterMinutes: settings.bufferAfterMinutes,
      noticeMinutes: noticeMinutes(facts),
      horizonDays: settings.horizonDays,
    },
    now,
    window,
    ignoreBookingId: facts.moving?.id ?? null,
  });
  return slots.filter((startsAt) => suitsCandidate(facts, startsAt));
}

/** Why nothing at all is offered, whatever the calendar says; null if something may be. */
export function whyNone(facts: BookingFacts): "not_open" | "limit_reached" | "no_interview" | null {
  const { counselor, candidate, kind, interview, moving, policies } = facts;
  if (!counselor.isActive || counselor.settings === null) return "not_open";
  if (!moving && candidate.openCount >= policies.openLimit) return "limit_reached";
  return kind === "prep" && interview === null ? "no_interview" : null;
}

/** The booking at exactly this start, if it is offered; else the first reason why it is not. */
export function decideBooking(facts: BookingFacts, startsAt: Instant): Result<Booking, BookingRefusal> {
  const none = whyNone(facts);
  const { settings } = facts.counselor;
  if (none !== null || settings === null) return refuse(none ?? "not_open");
  const [offered] = offeredSlots(facts, { from: startsAt, to: startsAt.add({ milliseconds: 1 }) });
  if (!offered) {
    if (isBefore(startsAt, addMinutes(facts.now, noticeMinutes(facts)))) return refuse("too_soon");
    return refuse(endsInTime(facts, startsAt) ? "taken" : "after_interview");
  }
  const { place, bufferBeforeMinutes, bufferAfterMinutes } = settings;
  return ok({
    startsAt: offered,
    endsAt: addMinutes(offered, lengthOf(facts)),
    place,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  });
}

/** No candidate is in two places (I2), a prep session ends before its interview, and moving leads to another time. */
function suitsCandidate(facts: BookingFacts, startsAt: Instant): boolean {
  if (!endsInTime(facts, startsAt)) return false;
  if (facts.moving && compare(facts.moving.startsAt, startsAt) === 0) return false;
  const endsAt = addMinutes(startsAt, lengthOf(facts));
  return !facts.candidate.busy.some(
    (taken) => isBefore(startsAt, taken.endsAt) && isAfter(endsAt, taken.startsAt),
  );
}

function endsInTime(facts: BookingFacts, startsAt: Instant): boolean {
  return (
    facts.interview === null || !isAfter(addMinutes(startsAt, lengthOf(facts)), facts.interview.startsAt)
  );
}

/** A counselor may ask for more than the agency does, not for less. */
function noticeMinutes({ byStaff, counselor, policies }: BookingFacts): number {
  return byStaff ? 0 : Math.max(counselor.settings?.noticeHours ?? 0, policies.noticeHours) * 60;
}
