/** Questions to `openSlots` with only what a test is about. */
import type { CounselorTime, SlotService, SlotsInput } from "#lib/mocks/rules/slots-input.ts";

export const at = (text: string) => Temporal.Instant.from(text);
export const on = (text: string) => Temporal.PlainDate.from(text);
export const span = (start: string, end: string) => ({ startsAt: at(start), endsAt: at(end) });

/** A counselor in New York with the given facts; 15 June 2026 is a Monday, at -04:00. */
export function asked(
  counselor: Partial<CounselorTime>,
  service: Partial<SlotService> = {},
  rest: Partial<SlotsInput> = {},
): SlotsInput {
  return {
    counselor: {
      timeZone: "America/New_York",
      rules: [],
      overrides: [],
      timeOff: [],
      busy: [],
      bookings: [],
      dailyMaximum: null,
      ...counselor,
    },
    service: {
      durationMinutes: 60,
      stepMinutes: 60,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeMinutes: 0,
      horizonDays: null,
      ...service,
    },
    now: at("2026-01-02T12:00Z"),
    window: { from: at("2026-06-15T00:00Z"), to: at("2026-06-17T00:00Z") },
    ...rest,
  };
}

export const monday = (start: string, end: string) => ({ weekday: 1, start, end });
