import { describe, expect, test } from "vitest";
import { decideLetIn, decideMark, isDoorOpen } from "#lib/workshops/rules/roster.ts";
import type { Mark } from "#lib/workshops/rules/roster.ts";
import { fillInWords } from "#lib/workshops/rules/fill.ts";
import { filterOf } from "#lib/workshops/rules/filters.ts";
import { isWebLink, readMaterials } from "#lib/workshops/rules/materials.ts";
import { searchOf } from "#lib/workshops/rules/search.ts";
import { changesOf, concernsWaiting, timeOfText, timeText } from "#lib/workshops/rules/changed.ts";

const startsAt = Temporal.Instant.from("2026-12-10T20:00:00Z");
const before = (minutes: number) => startsAt.subtract({ minutes });
const session = { startsAt, cancelledAt: null };
const cancelled = { startsAt, cancelledAt: before(600) };

test("people come in from one hour before the start, and are marked whenever it is found out", () => {
  expect(
    [60.001, 60, 0, -60, -60 * 24 * 30].map((m) =>
      isDoorOpen(session, startsAt.subtract({ milliseconds: Math.round(m * 60_000) })),
    ),
  ).toEqual([false, true, true, true, true]);
});

describe("a mark", () => {
  const seat = (attendance: Exclude<Mark, "none"> | null) => ({ givenBackAt: null, attendance });
  test.each([
    ["the first tap", seat(null), "none", "attended", "set"],
    ["undo", seat("attended"), "attended", "none", "set"],
    ["another word", seat("absent"), "absent", "excused", "set"],
    ["the same tap of two colleagues", seat("attended"), "none", "attended", "same"],
    ["undone by two", seat(null), "attended", "none", "same"],
    ["against what a colleague set", seat("attended"), "none", "absent", "marked_meanwhile"],
    ["a seat that is given back", { givenBackAt: 1, attendance: null }, "none", "attended", "no_seat"],
  ] as const)("%s", (_what, marked, was, mark, expected) => {
    const answer = decideMark(session, marked, { was, mark }, before(10));
    expect(answer.ok ? answer.value : answer.refusal).toBe(expected);
  });

  test("is too early before the last hour, and none is set on what is cancelled", () => {
    const asked = { was: "none", mark: "attended" } as const;
    expect(decideMark(session, seat(null), asked, before(61))).toEqual({ ok: false, refusal: "too_early" });
    expect(decideMark(cancelled, seat(null), asked, before(10))).toEqual({ ok: false, refusal: "cancelled" });
  });
});

test.each([
  [session, { capacity: 10, taken: 9, held: 0 }, 60, "in"],
  [session, { capacity: 10, taken: 9, held: 0 }, 61, "too_early"],
  [session, { capacity: 10, taken: 9, held: 1 }, 10, "full"],
  [session, { capacity: 10, taken: 10, held: 0 }, -10, "full"],
  [session, { capacity: null, taken: 0, held: 0 }, 10, "elsewhere"],
  [cancelled, { capacity: 10, taken: 0, held: 0 }, 10, "cancelled"],
] as const)("at the door of %o with %o, %d minutes before: %s", (at, counts, minutes, expected) => {
  const answer = decideLetIn(at, counts, before(minutes));
  expect(answer.ok ? "in" : answer.refusal).toBe(expected);
});

test.each([
  [null, "held elsewhere, no seats here"],
  [{ capacity: 20, taken: 12, held: 0, waiting: 0 }, "12 of 20 seats taken"],
  [{ capacity: 20, taken: 19, held: 1, waiting: 4 }, "19 of 20 seats taken, 1 held for an offer, 4 waiting"],
])("%o in words", (fill, expected) => {
  expect(fillInWords(fill)).toBe(expected);
});

test("materials are a label and an address of the web a line; the first line that is not is named", () => {
  expect(readMaterials("Handout https://example.org/a\n\n  The list  http://example.org  ")).toEqual({
    ok: true,
    value: [
      { label: "Handout", url: "https://example.org/a" },
      { label: "The list", url: "http://example.org" },
    ],
  });
  for (const [text, line] of [
    ["https://example.org", 1],
    ["Handout", 1],
    ["One https://example.org\nTwo ftp://example.org", 2],
    ["One https://example.org\n\nTwo javascript:alert(1)", 3],
    ["Bank https://bank.example@evil.example/", 1],
    ["Broken https://", 1],
  ] as const)
    expect(readMaterials(text), text).toEqual({ ok: false, line });
});

test.each([
  ["https://example.org/a?b=c", true],
  ["HTTP://EXAMPLE.ORG", true],
  ["https://example.org/a b", false],
  ["data:text/html,x", false],
  ["//example.org", false],
  [`https://example.org/${"a".repeat(500)}`, false],
])("%s as a link: %o", (text, expected) => {
  expect(isWebLink(text)).toBe(expected);
});

test("what an address asks for is a state that there is, and a line that can be searched for", () => {
  expect([filterOf("past"), filterOf("__proto__"), filterOf(["past"]), filterOf(undefined)]).toEqual([
    "past",
    "coming",
    "coming",
    "coming",
  ]);
  expect([
    searchOf("  may\n a\0 "),
    searchOf(["x"]),
    searchOf(undefined),
    searchOf("x".repeat(300)).length,
  ]).toEqual(["may  a", "", "", 120]);
});

describe("what changed", () => {
  const was = {
    kind: "workshop",
    title: "Two stories",
    startsAt,
    endsAt: startsAt.add({ minutes: 90 }),
    timeZone: "Europe/Berlin",
    area: "Our office",
    place: "Room 2",
    facilitator: "Ana",
  } as const;

  test("is nothing where nothing is seen, and names each field with how it was and is", () => {
    expect(changesOf(was, { ...was })).toEqual([]);
    expect(changesOf(was, { ...was, place: "Room 3", title: "Three stories" })).toEqual([
      { field: "title", before: "Two stories", after: "Three stories" },
      { field: "place", before: "Room 2", after: "Room 3" },
    ]);
  });

  test("a moved time is for those who wait too, and its text is read back as it was", () => {
    const moved = { ...was, endsAt: was.endsAt.add({ minutes: 1 }) };
    const changes = changesOf(was, moved);
    expect(changes.map(({ field }) => field)).toEqual(["time"]);
    expect([concernsWaiting(changes), concernsWaiting(changesOf(was, { ...was, area: "Online" }))]).toEqual([
      true,
      false,
    ]);
    const back = timeOfText(timeText(moved));
    expect([back.startsAt.equals(moved.startsAt), back.endsAt.equals(moved.endsAt)]).toEqual([true, true]);
  });
});
