import fc from "fast-check";
import { expect, test } from "vitest";
import { inDeskOrder, isOverdue, neighboursOf, usefulUntil, waitingSince } from "#lib/desk/rules.ts";
import type { Waiting } from "#lib/desk/rules.ts";

const at = (text: string) => Temporal.Instant.from(text);
const zone = "Europe/London";

test("each kind is useful until its own moment", () => {
  const review = { kind: "review", finishedAt: at("2026-11-23T10:00Z"), lowSince: null } as const;
  const low = { lowSince: at("2026-11-23T08:00Z") };
  const cases: [Waiting, string][] = [
    [
      { kind: "session", startsAt: at("2026-11-24T10:00Z"), bookedAt: at("2026-11-20T10:00Z") },
      "2026-11-24T10:00:00Z",
    ],
    [
      { kind: "no_prep", startsAt: at("2026-11-25T09:00Z"), loggedAt: at("2026-11-20T10:00Z") },
      "2026-11-25T09:00:00Z",
    ],
    [{ ...review, nextInterviewAt: null }, "2026-11-25T10:00:00Z"],
    [{ ...review, nextInterviewAt: at("2026-11-25T12:00Z") }, "2026-11-24T12:00:00Z"],
    [{ ...review, nextInterviewAt: at("2026-11-30T12:00Z") }, "2026-11-25T10:00:00Z"],
    // Of somebody who feels very low, told before it was finished; an interview may come sooner still.
    [{ ...review, ...low, nextInterviewAt: null }, "2026-11-24T08:00:00Z"],
    [{ ...review, ...low, nextInterviewAt: at("2026-11-24T20:00Z") }, "2026-11-23T20:00:00Z"],
    [{ kind: "answer", writtenAt: at("2026-11-23T10:00Z") }, "2026-11-24T10:00:00Z"],
    // On the desk since the 24th, so until the end of the 25th.
    [{ kind: "no_post_mortem", endedAt: at("2026-11-23T10:00Z") }, "2026-11-26T00:00:00Z"],
    [{ kind: "call", since: at("2026-11-23T10:00Z") }, "2026-11-24T10:00:00Z"],
    [{ kind: "very_low", since: at("2026-11-23T10:00Z") }, "2026-11-24T10:00:00Z"],
    // One working day: the next, or after a Friday (the 27th) and a weekend Monday.
    [{ kind: "help_request", confirmedAt: at("2026-11-23T10:00Z") }, "2026-11-24T10:00:00Z"],
    [{ kind: "help_request", confirmedAt: at("2026-11-27T10:00Z") }, "2026-11-30T10:00:00Z"],
    // The 23rd is a Monday, the 29th a Sunday.
    [{ kind: "good_news", finishedAt: at("2026-11-23T10:00Z") }, "2026-11-30T00:00:00Z"],
    [{ kind: "good_news", finishedAt: at("2026-11-29T23:59Z") }, "2026-11-30T00:00:00Z"],
  ];
  for (const [row, expected] of cases) expect(String(usefulUntil(row, zone)), row.kind).toBe(expected);
});

test("the end of tomorrow is that of the counselor's own zone, also where clocks change", () => {
  const row: Waiting = { kind: "no_post_mortem", endedAt: at("2026-11-23T20:00Z") };
  expect(String(usefulUntil(row, "Asia/Kathmandu"))).toBe("2026-11-26T18:15:00Z");
  const autumn: Waiting = { kind: "no_post_mortem", endedAt: at("2026-10-30T15:00Z") };
  expect(String(usefulUntil(autumn, "America/New_York"))).toBe("2026-11-02T05:00:00Z");
});

const instants = fc.integer({ min: 0, max: 200 }).map((hours) => at("2026-11-23T00:00Z").add({ hours }));
const waiting: fc.Arbitrary<Waiting> = fc.oneof(
  fc.record({ kind: fc.constant("session" as const), startsAt: instants, bookedAt: instants }),
  fc.record({ kind: fc.constant("no_prep" as const), startsAt: instants, loggedAt: instants }),
  fc.record({
    kind: fc.constant("review" as const),
    finishedAt: instants,
    nextInterviewAt: fc.option(instants),
    lowSince: fc.option(instants),
  }),
  fc.record({ kind: fc.constant("answer" as const), writtenAt: instants }),
  fc.record({ kind: fc.constant("no_post_mortem" as const), endedAt: instants }),
  fc.record({ kind: fc.constant("call" as const), since: instants }),
  fc.record({ kind: fc.constant("very_low" as const), since: instants }),
  fc.record({ kind: fc.constant("help_request" as const), confirmedAt: instants }),
  fc.record({ kind: fc.constant("good_news" as const), finishedAt: instants }),
);
const rows = fc.array(fc.record({ id: fc.uuid(), waiting }), { maxLength: 12 });

test("the order is by usefulness, then by waiting, the same whatever order the rows came in, and loses none", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const sorted = inDeskOrder(given, zone);
      expect(inDeskOrder(given.toReversed(), zone)).toEqual(sorted);
      expect(new Set(sorted)).toEqual(new Set(given));
      for (const [at, row] of sorted.entries()) {
        const next = sorted[at + 1];
        if (!next) continue;
        const order = Temporal.Instant.compare(
          usefulUntil(row.waiting, zone),
          usefulUntil(next.waiting, zone),
        );
        expect(order).toBeLessThanOrEqual(0);
        if (order === 0)
          expect(
            Temporal.Instant.compare(waitingSince(row.waiting), waitingSince(next.waiting)),
          ).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test("a row is overdue once its moment has passed, not at it", () => {
  const row: Waiting = { kind: "answer", writtenAt: at("2026-11-23T10:00Z") };
  expect(isOverdue(row, zone, at("2026-11-24T10:00Z"))).toBe(false);
  expect(isOverdue(row, zone, at("2026-11-24T10:00:00.001Z"))).toBe(true);
});

test("the pages before and after, each once; from a page that has left the desk the first is next", () => {
  const hrefs = [
    "/desk/post-mortems/a",
    "/calendar/mocks/b",
    "/desk/post-mortems/a#answer-1",
    "/desk/post-mortems/c",
  ];
  expect(neighboursOf(hrefs, "/desk/post-mortems/a")).toEqual({ previous: null, next: "/calendar/mocks/b" });
  expect(neighboursOf(hrefs, "/desk/post-mortems/c")).toEqual({ previous: "/calendar/mocks/b", next: null });
  expect(neighboursOf(hrefs, "/desk/post-mortems/x")).toEqual({
    previous: null,
    next: "/desk/post-mortems/a",
  });
  expect(neighboursOf([], "/desk/post-mortems/x")).toEqual({ previous: null, next: null });
});
