import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { groupSlots } from "#lib/mocks/rules/slot-days.ts";
import { isOpenSlot, openSlots } from "#lib/mocks/rules/slots.ts";
import { slotInputs } from "./slots.arbitrary.ts";
import { oracleSlots } from "./slots.oracle.ts";

const texts = (slots: readonly Temporal.Instant[]) => slots.map(String);

test("the same as minute by minute from the definition: inside the stated ranges, on their grids", () => {
  fc.assert(
    fc.property(slotInputs, (input) => {
      expect(texts(openSlots(input))).toEqual(oracleSlots(input));
    }),
    { numRuns: 30 },
  );
}, 20_000);

test("sorted, each once, in the window", () => {
  fc.assert(
    fc.property(slotInputs, (input) => {
      const starts = openSlots(input).map((slot) => slot.epochMilliseconds);
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      expect(
        starts.every(
          (start) =>
            input.window.from.epochMilliseconds <= start && start < input.window.to.epochMilliseconds,
        ),
      ).toBe(true);
    }),
  );
});

test("never over a booking or busy time", () => {
  fc.assert(
    fc.property(slotInputs, (input) => {
      const { busy, bookings } = input.counselor;
      const taken = [
        ...busy.filter((event) => !event.transparent && "startsAt" in event),
        ...bookings.filter(
          (each) => each.id !== input.ignoreBookingId && ["CONFIRMED", "PENDING"].includes(each.status),
        ),
      ].map(
        (each) =>
          ("startsAt" in each ? [each.startsAt.epochMilliseconds, each.endsAt.epochMilliseconds] : []) as [
            number,
            number,
          ],
      );
      for (const slot of openSlots(input)) {
        const [start, end] = [
          slot.epochMilliseconds,
          slot.epochMilliseconds + input.service.durationMinutes * 60_000,
        ];
        expect(taken.filter(([from, until]) => start < until && from < end)).toEqual([]);
      }
    }),
  );
});

test("the viewer's zone groups the slots and changes none", () => {
  const viewers = fc.constantFrom(
    "Asia/Kathmandu",
    "America/New_York",
    "Australia/Lord_Howe",
    "Etc/UTC",
    "Pacific/Apia",
  );
  fc.assert(
    fc.property(slotInputs, viewers, (input, viewer) => {
      const slots = openSlots(input);
      const days = groupSlots(slots, input.service.durationMinutes, viewer);
      const grouped = days
        .flatMap((day) => day.slots.map((slot) => slot.startsAt))
        .toSorted(Temporal.Instant.compare);
      expect(texts(grouped)).toEqual(texts(slots));
      for (const { on, slots: labels } of days) {
        for (const { startsAt, start, end, offset } of labels) {
          const local = startsAt.toZonedDateTimeISO(viewer);
          const localEnd = local.add({ minutes: input.service.durationMinutes });
          expect([on.toString(), start, end, offset]).toEqual([
            local.toPlainDate().toString(),
            local.toPlainTime().toString({ smallestUnit: "minute" }),
            localEnd.toPlainTime().toString({ smallestUnit: "minute" }),
            local.offset,
          ]);
        }
      }
    }),
  );
});

test("the slots of two halves of a window are the slots of the window", () => {
  fc.assert(
    fc.property(slotInputs, fc.integer({ min: 0, max: 1800 }), (input, minutes) => {
      const { from, to } = input.window;
      const middle = from.add({ minutes });
      const halves = [
        ...openSlots({ ...input, window: { from, to: middle } }),
        ...openSlots({ ...input, window: { from: middle, to } }),
      ];
      expect(texts(halves)).toEqual(texts(openSlots(input)));
    }),
  );
});

test("what is offered can be booked, and booking it removes it", () => {
  fc.assert(
    fc.property(slotInputs, fc.nat(), (input, pick) => {
      const slots = openSlots(input);
      fc.pre(slots.length > 0);
      const start = slots[pick % slots.length]!;
      expect(isOpenSlot(input, start)).toBe(true);

      const booking = {
        id: "new",
        startsAt: start,
        endsAt: start.add({ minutes: input.service.durationMinutes }),
        status: "CONFIRMED",
      };
      const counselor = { ...input.counselor, bookings: [...input.counselor.bookings, booking] };
      const left = texts(openSlots({ ...input, counselor }));
      expect(left).not.toContain(String(start));
      expect(isOpenSlot({ ...input, counselor }, start)).toBe(false);
      expect(texts(slots)).toEqual(expect.arrayContaining(left));
      expect(texts(openSlots({ ...input, counselor, ignoreBookingId: "new" })).length).toBeGreaterThanOrEqual(
        input.ignoreBookingId ? 0 : slots.length,
      );
    }),
  );
});

test("the host's zone has no part in it", () => {
  const program = `
    import { readFileSync } from "node:fs";
    import { openSlots } from "#lib/mocks/rules/slots.ts";
    import { groupSlots } from "#lib/mocks/rules/slot-days.ts";
    import { inputOf } from "./tests/mocks/slots.cases.ts";
    const { cases } = JSON.parse(readFileSync("tests/mocks/slots.cases.json", "utf8"));
    const answers = cases.map(({ input }) => groupSlots(openSlots(inputOf(input)), input.service.duration_min, input.viewer_timezone));
    console.log(JSON.stringify([Temporal.Now.timeZoneId(), answers]));`;
  const answers = ["UTC", "America/St_Johns", "Pacific/Apia"].map((TZ) => {
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    const [zone, answer] = JSON.parse(output) as [string, unknown];
    expect(zone).toBe(TZ);
    return answer;
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});
