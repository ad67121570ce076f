import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesBetween } from "#lib/core/time.ts";
import {
  afterOutcome,
  asksHeardAnything,
  postMortemState,
  decideCorrection,
  decideSpan,
  inListOrder,
  lengthOf,
  nameKey,
  ofTwo,
  phaseOf,
  waitsForAnswer,
  wantsPostMortem,
} from "#lib/interviews/rules.ts";
import type { WhenTyped } from "#lib/interviews/rules.ts";

const at = (text: string) => Temporal.Instant.from(text);
const now = at("2026-11-23T12:00:00Z");
const typed = (changes: Partial<WhenTyped> & { on: string }): WhenTyped => {
  const [date = "", time = ""] = changes.on.split(" ");
  return {
    moment: "start",
    date: Temporal.PlainDate.from(date),
    time: Temporal.PlainTime.from(time),
    zone: "America/New_York",
    minutes: null,
    format: "video",
    ...changes,
  };
};
const spanOf = (when: WhenTyped) => {
  const decision = decideSpan(when, now);
  return decision.ok ? `${decision.value.startsAt.toString()} ${lengthOf(decision.value)}` : decision.refusal;
};

test("a length that nobody gave is that of the format", () => {
  expect(spanOf(typed({ on: "2026-11-24 10:00", format: "phone" }))).toBe("2026-11-24T15:00:00Z 30");
  expect(spanOf(typed({ on: "2026-11-24 10:00" }))).toBe("2026-11-24T15:00:00Z 60");
  expect(spanOf(typed({ on: "2026-11-24 10:00", format: "on_site" }))).toBe("2026-11-24T15:00:00Z 90");
  expect(spanOf(typed({ on: "2026-11-24 10:00", minutes: 480 }))).toBe("2026-11-24T15:00:00Z 480");
});

test("what has just ended is counted back from its end, which is not in the future", () => {
  expect(spanOf(typed({ moment: "end", on: "2026-11-23 07:00", format: "phone" }))).toBe(
    "2026-11-23T11:30:00Z 30",
  );
  expect(spanOf(typed({ moment: "end", on: "2026-11-23 07:01" }))).toBe("not_over");
});

test("a wall time that does not exist is refused, of one that comes twice the earlier is taken", () => {
  expect(spanOf(typed({ on: "2026-03-08 02:30" }))).toBe("no_such_time");
  expect(spanOf(typed({ on: "2026-03-08 03:00" }))).toBe("2026-03-08T07:00:00Z 60");
  expect(spanOf(typed({ on: "2026-11-01 01:30" }))).toBe("2026-11-01T05:30:00Z 60");
  expect(ofTwo(at("2026-11-01T05:30:00Z"), "America/New_York")).toBe("earlier");
  expect(ofTwo(at("2026-11-01T06:30:00Z"), "America/New_York")).toBe("later");
  expect(ofTwo(at("2026-11-01T07:30:00Z"), "America/New_York")).toBeNull();
  expect(spanOf(typed({ on: "2011-12-30 10:00", zone: "Pacific/Apia" }))).toBe("no_such_time");
});

test("years 2000 to 2099, in UTC, from start to end", () => {
  expect(spanOf(typed({ on: "1999-12-31 18:59" }))).toBe("out_of_range");
  expect(spanOf(typed({ on: "1999-12-31 19:00" }))).toBe("2000-01-01T00:00:00Z 60");
  expect(spanOf(typed({ on: "2099-12-31 17:59" }))).toBe("2099-12-31T22:59:00Z 60");
  expect(spanOf(typed({ on: "2099-12-31 18:00" }))).toBe("out_of_range");
});

test("a correction that leaves date and time alone leaves the moment alone, whatever it typed for the rest", () => {
  const before = { startsAt: at("2026-11-01T06:30:00Z"), endsAt: at("2026-11-01T07:10:00Z") };
  const same = decideCorrection(typed({ on: "2026-11-01 01:30" }), before, now);
  expect(same).toEqual({ ok: true, value: before });
  const longer = decideCorrection(typed({ on: "2026-11-01 01:30", minutes: 45 }), before, now);
  expect(longer.ok && lengthOf(longer.value)).toBe(45);
  const moved = decideCorrection(typed({ on: "2026-11-01 01:31" }), before, now);
  expect(moved.ok && String(moved.value.startsAt)).toBe("2026-11-01T05:31:00Z");
});

test("whatever is typed, a span is taken with its exact length or refused", () => {
  const zone = fc.constantFrom(
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "UTC",
  );
  const day = fc.integer({ min: -200, max: 40_000 });
  fc.assert(
    fc.property(
      zone,
      day,
      fc.nat(1439),
      fc.option(fc.integer({ min: 5, max: 480 })),
      (zone, days, minute, minutes) => {
        const date = Temporal.PlainDate.from("2000-01-01").add({ days });
        const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
        const decision = decideSpan({ moment: "start", date, time, zone, minutes, format: "phone" }, now);
        if (!decision.ok) return;
        const { startsAt, endsAt } = decision.value;
        expect(minutesBetween(startsAt, endsAt)).toBe(minutes ?? 30);
        const wall = startsAt.toZonedDateTimeISO(zone);
        expect([wall.toPlainDate().toString(), wall.toPlainTime().toString()]).toEqual([
          date.toString(),
          time.toString(),
        ]);
      },
    ),
  );
});

test("names are compared without case, width and spacing", () => {
  expect(nameKey("  Harbour\u00a0 Freight ")).toBe("harbour freight");
  expect(nameKey("ＨＡＲＢＯＵＲ freight")).toBe(nameKey("Harbour Freight"));
  expect(nameKey("Café")).toBe(nameKey("Cafe\u0301"));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
});

test("coming, on, over; what waits and what wants a post-mortem", () => {
  const span = { startsAt: at("2026-11-23T11:00:00Z"), endsAt: now };
  expect(
    phaseOf({ ...span, startsAt: at("2026-11-23T12:00:01Z"), endsAt: at("2026-11-23T13:00:00Z") }, now),
  ).toBe("coming");
  expect(phaseOf({ startsAt: now, endsAt: at("2026-11-23T13:00:00Z") }, now)).toBe("on");
  expect(phaseOf(span, now)).toBe("over");
  expect(waitsForAnswer({ ...span, outcome: "waiting" }, now)).toBe(true);
  expect(waitsForAnswer({ ...span, outcome: "rejected" }, now)).toBe(false);
  expect(wantsPostMortem({ ...span, outcome: "rejected", postMortem: null }, now)).toBe(true);
  expect(wantsPostMortem({ ...span, outcome: "withdrawn", postMortem: null }, now)).toBe(false);
  expect(
    wantsPostMortem({ ...span, outcome: "waiting", postMortem: { finishedAt: null, reviewedAt: null } }, now),
  ).toBe(false);
  expect(postMortemState(null)).toBe("none");
  expect(postMortemState({ finishedAt: null, reviewedAt: null })).toBe("started");
  expect(postMortemState({ finishedAt: now, reviewedAt: null })).toBe("finished");
  expect(postMortemState({ finishedAt: now, reviewedAt: now })).toBe("reviewed");
});

test("the application with the next interview first, then the latest; rounds are numbered by their start", () => {
  const round = (id: string, start: string) => ({
    id,
    startsAt: at(start),
    endsAt: at(start).add({ minutes: 60 }),
  });
  const old = { name: "old", rounds: [round("a", "2026-05-01T10:00:00Z")] };
  const recent = {
    name: "recent",
    rounds: [round("b", "2026-11-20T10:00:00Z"), round("c", "2026-11-01T10:00:00Z")],
  };
  const later = { name: "later", rounds: [round("d", "2026-12-20T10:00:00Z")] };
  const next = {
    name: "next",
    rounds: [round("e", "2026-01-01T10:00:00Z"), round("f", "2026-11-24T10:00:00Z")],
  };
  const empty = { name: "empty", rounds: [] };
  const listed = inListOrder([empty, old, later, recent, next], now);
  expect(listed.map(({ name }) => name)).toEqual(["next", "later", "recent", "old", "empty"]);
  expect(listed[2]?.rounds.map(({ id, round }) => [id, round])).toEqual([
    ["b", 2],
    ["c", 1],
  ]);
});

test.each([
  ["a minute before two weeks", { now: "2026-12-04T10:59:00Z" }, false],
  ["two weeks after its end", {}, true],
  ["months later, still", { now: "2027-06-01T00:00:00Z" }, true],
  ["answered", { outcome: "no_reply" }, false],
  ["asked and told not yet", { notHeardAt: Temporal.Instant.from("2026-12-04T12:00:00Z") }, false],
  ["moved to a later day", { startsAt: Temporal.Instant.from("2026-12-20T10:00:00Z") }, false],
] as const)('"Heard anything?": %s', (_case, changes: object, expected) => {
  const startsAt = Temporal.Instant.from("2026-11-20T10:00:00Z");
  const { now, ...facts } = {
    now: "2026-12-04T11:00:00Z",
    outcome: "waiting" as const,
    notHeardAt: null,
    startsAt,
    ...changes,
  };
  const span = { startsAt: facts.startsAt, endsAt: facts.startsAt.add({ hours: 1 }) };
  expect(asksHeardAnything({ ...facts, ...span }, Temporal.Instant.from(now))).toBe(expected);
});

test.each([
  ["candidate", "rejected", undefined, "/interviews/i/heard-back"],
  ["candidate", "rejected", "none_given", "/interviews/i/heard-back"],
  ["candidate", "no_reply", undefined, "/interviews/i/heard-back"],
  ["candidate", "next_round", undefined, "/interviews/i?done=outcome"],
  ["candidate", "waiting", undefined, "/interviews/i?done=outcome"],
  ["counselor", "rejected", undefined, "/interviews/i/outcome?reason"],
  ["counselor", "rejected", "none_given", "/interviews/i?done=outcome"],
  ["admin", "no_reply", undefined, "/interviews/i?done=outcome"],
] as const)("after the outcome a %s who said %s (%s) goes on at %s", (role, outcome, reason, expected) => {
  expect(afterOutcome(role, { interview: "i", outcome, reason })).toBe(expected);
});
