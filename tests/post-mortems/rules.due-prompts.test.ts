import { expect, test } from "vitest";
import { duePrompts, nudgedNow, whyNotAsked } from "#lib/post-mortems/rules/prompts.ts";
import type { AskedInterview } from "#lib/post-mortems/rules/prompts.ts";
import { firstPolicies, policiesFrom } from "#lib/settings/rules.ts";

const { quiet } = policiesFrom(firstPolicies);
const at = (text: string) => Temporal.Instant.from(text);
const interview = (id: string, endsAt: string, changes: Partial<AskedInterview> = {}): AskedInterview => ({
  id,
  endsAt: at(endsAt),
  loggedAt: at("2026-11-01T12:00Z"),
  outcome: "waiting",
  postMortem: null,
  ...changes,
});
const started = (activeAt: string) => ({ finishedAt: null, enoughAt: null, activeAt: at(activeAt) });
const due = (now: string, ...interviews: AskedInterview[]) =>
  duePrompts(interviews, "Europe/London", quiet, at(now)).map(
    (one) => `${one.kind.replace("post_mortem.", "")} ${one.interviews.map(({ id }) => id).join(" ")}`,
  );

test.each<[string, string, AskedInterview[], string[]]>([
  ["a minute before", "2026-11-24T12:29Z", [interview("a", "2026-11-24T12:00Z")], []],
  ["on time", "2026-11-24T12:30Z", [interview("a", "2026-11-24T12:00Z")], ["prompt a"]],
  ["three hours late: the nudge will do", "2026-11-24T15:30Z", [interview("a", "2026-11-24T12:00Z")], []],
  ["the next morning", "2026-11-25T09:00Z", [interview("a", "2026-11-24T12:00Z")], ["nudge a"]],
  ["late that day", "2026-11-25T20:59Z", [interview("a", "2026-11-24T12:00Z")], ["nudge a"]],
  ["twelve hours late: dropped", "2026-11-25T21:00Z", [interview("a", "2026-11-24T12:00Z")], []],
  [
    "another is still to come that day",
    "2026-11-24T12:30Z",
    [interview("a", "2026-11-24T12:00Z"), interview("b", "2026-11-24T16:00Z")],
    [],
  ],
  [
    "after the last, the latest first",
    "2026-11-24T16:30Z",
    [interview("a", "2026-11-24T12:00Z"), interview("b", "2026-11-24T16:00Z")],
    ["prompt b a"],
  ],
  [
    "the later one was withdrawn",
    "2026-11-24T12:30Z",
    [interview("a", "2026-11-24T12:00Z"), interview("b", "2026-11-24T16:00Z", { outcome: "withdrawn" })],
    ["prompt a"],
  ],
  [
    "the later one is written up: the other is asked about after it",
    "2026-11-24T16:30Z",
    [
      interview("a", "2026-11-24T12:00Z"),
      interview("b", "2026-11-24T16:00Z", {
        postMortem: { ...started("2026-11-24T16:05Z"), finishedAt: at("2026-11-24T16:10Z") },
      }),
    ],
    ["prompt a"],
  ],
  [
    "one nudge for an evening and for that morning's small hours",
    "2026-11-25T09:00Z",
    [interview("a", "2026-11-24T12:00Z"), interview("b", "2026-11-25T00:30Z")],
    ["nudge b a"],
  ],
  [
    "they write at that moment",
    "2026-11-24T12:30Z",
    [interview("a", "2026-11-24T12:00Z", { postMortem: started("2026-11-24T12:01Z") })],
    [],
  ],
  [
    "half an hour without a sign of life",
    "2026-11-24T12:31Z",
    [interview("a", "2026-11-24T12:00Z", { postMortem: started("2026-11-24T12:01Z") })],
    ["prompt a"],
  ],
  [
    "enough for today",
    "2026-11-24T13:00Z",
    [
      interview("a", "2026-11-24T12:00Z", {
        postMortem: { ...started("2026-11-24T12:01Z"), enoughAt: at("2026-11-24T12:05Z") },
      }),
    ],
    [],
  ],
  [
    "logged after the time of the prompt: in the morning",
    "2026-11-24T14:00Z",
    [interview("a", "2026-11-24T12:00Z", { loggedAt: at("2026-11-24T13:00Z") })],
    [],
  ],
  [
    "logged after the time of the nudge: never",
    "2026-11-25T12:00Z",
    [interview("a", "2026-11-24T12:00Z", { loggedAt: at("2026-11-25T11:00Z") })],
    [],
  ],
])("%s", (_name, now, interviews, expected) => {
  expect(due(now, ...interviews)).toEqual(expected);
});

test("withdrawn, written, and being written are three reasons not to ask", () => {
  const now = at("2026-11-24T13:00Z");
  const one = interview("a", "2026-11-24T12:00Z");
  expect(whyNotAsked(one, now)).toBeNull();
  expect(whyNotAsked({ ...one, outcome: "withdrawn" }, now)).toBe("withdrawn");
  expect(whyNotAsked({ ...one, postMortem: { ...started("2026-11-24T12:30Z"), finishedAt: now } }, now)).toBe(
    "written",
  );
  expect(whyNotAsked({ ...one, postMortem: started("2026-11-24T12:31Z") }, now)).toBe("writing");
});

test("a morning's nudge is about what ended before it, written up or not, and about nothing that was withdrawn", () => {
  const written = { ...started("2026-11-24T12:10Z"), finishedAt: at("2026-11-24T12:20Z") };
  const interviews = [
    interview("a", "2026-11-24T12:00Z", { postMortem: written }),
    interview("b", "2026-11-24T22:00Z"),
    interview("c", "2026-11-24T15:00Z", { outcome: "withdrawn" }),
    interview("d", "2026-11-23T15:00Z"),
  ];
  const nudged = (now: string) => nudgedNow(interviews, "Europe/London", quiet, at(now)).map(({ id }) => id);
  expect(nudged("2026-11-25T09:00Z")).toEqual(["a", "b"]);
  expect(nudged("2026-11-25T08:59Z")).toEqual([]);
});
