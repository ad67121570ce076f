import fc from "fast-check";
import { expect, test } from "vitest";
import { isQuiet } from "#lib/core/quiet-hours.ts";
import { dateIn, isBefore, minutesBetween, timeIn } from "#lib/core/time.ts";
import { promptsFor, restAt } from "#lib/post-mortems/rules/prompts.ts";
import { firstPolicies, policiesFrom } from "#lib/settings/rules.ts";

const { quiet } = policiesFrom(firstPolicies);
const at = (text: string) => Temporal.Instant.from(text);
const ends = (...texts: string[]) => texts.map((text) => ({ endsAt: at(text) }));
const said = (day: { endsAt: Temporal.Instant }[], zone: string) =>
  promptsFor(day, zone, quiet).map(
    ({ kind, at: when }) => `${kind.replace("post_mortem.", "")} ${when.toString()}`,
  );

test.each<[string, string, string[], string[]]>([
  ["nothing", "Europe/London", [], []],
  [
    "at noon",
    "Europe/London",
    ["2026-11-24T12:00Z"],
    ["prompt 2026-11-24T12:30:00Z", "nudge 2026-11-25T09:00:00Z"],
  ],
  [
    "two: after the last, whatever order they come in",
    "Europe/London",
    ["2026-11-24T15:00Z", "2026-11-24T10:00Z"],
    ["prompt 2026-11-24T15:30:00Z", "nudge 2026-11-25T09:00:00Z"],
  ],
  [
    "20:29: the prompt is the last before the quiet",
    "Europe/London",
    ["2026-11-24T20:29Z"],
    ["prompt 2026-11-24T20:59:00Z", "nudge 2026-11-25T09:00:00Z"],
  ],
  [
    "20:30: the nudge, with no second",
    "Europe/London",
    ["2026-11-24T20:30Z"],
    ["nudge 2026-11-25T09:00:00Z"],
  ],
  ["after midnight", "Europe/London", ["2026-11-24T00:10Z"], ["nudge 2026-11-24T09:00:00Z"]],
  ["07:29: still quiet", "Europe/London", ["2026-11-24T07:29Z"], ["nudge 2026-11-24T09:00:00Z"]],
  [
    "07:30: at 08:00",
    "Europe/London",
    ["2026-11-24T07:30Z"],
    ["prompt 2026-11-24T08:00:00Z", "nudge 2026-11-25T09:00:00Z"],
  ],
  [
    "the night in which New York loses an hour",
    "America/New_York",
    ["2026-03-07T20:00Z"],
    ["prompt 2026-03-07T20:30:00Z", "nudge 2026-03-08T13:00:00Z"],
  ],
  [
    "the night in which New York wins one",
    "America/New_York",
    ["2026-10-31T20:00Z"],
    ["prompt 2026-10-31T20:30:00Z", "nudge 2026-11-01T14:00:00Z"],
  ],
  [
    "the night in which London loses an hour",
    "Europe/London",
    ["2026-03-28T15:00Z"],
    ["prompt 2026-03-28T15:30:00Z", "nudge 2026-03-29T08:00:00Z"],
  ],
  [
    "the night in which London wins one",
    "Europe/London",
    ["2026-10-24T15:00Z"],
    ["prompt 2026-10-24T15:30:00Z", "nudge 2026-10-25T09:00:00Z"],
  ],
  [
    "half an hour lost on Lord Howe",
    "Australia/Lord_Howe",
    ["2026-10-03T04:00Z"],
    ["prompt 2026-10-03T04:30:00Z", "nudge 2026-10-03T22:00:00Z"],
  ],
  [
    "half an hour won on Lord Howe",
    "Australia/Lord_Howe",
    ["2026-04-04T04:00Z"],
    ["prompt 2026-04-04T04:30:00Z", "nudge 2026-04-04T22:30:00Z"],
  ],
  [
    "the year's last day",
    "Europe/London",
    ["2026-12-31T16:00Z"],
    ["prompt 2026-12-31T16:30:00Z", "nudge 2027-01-01T09:00:00Z"],
  ],
  [
    "28 February of a leap year",
    "Europe/London",
    ["2028-02-28T16:00Z"],
    ["prompt 2028-02-28T16:30:00Z", "nudge 2028-02-29T09:00:00Z"],
  ],
  [
    "the evening before a day that Samoa left out",
    "Pacific/Apia",
    ["2011-12-30T08:00Z"],
    ["nudge 2011-12-30T19:00:00Z"],
  ],
])("%s", (_name, zone, day, expected) => {
  expect(said(ends(...day), zone)).toEqual(expected);
});

const zones = [
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Auckland",
];
const moments = fc
  .integer({ min: at("2026-01-01T00:00Z").epochMilliseconds, max: at("2029-01-01T00:00Z").epochMilliseconds })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

test("always one nudge, at 09:00, after the prompt; a prompt is never quiet and never before the last end", () => {
  fc.assert(
    fc.property(fc.array(moments, { minLength: 1, maxLength: 4 }), fc.constantFrom(...zones), (day, zone) => {
      const prompts = promptsFor(
        day.map((endsAt) => ({ endsAt })),
        zone,
        quiet,
      );
      expect(prompts.map(({ kind }) => kind)).toEqual(
        prompts.length === 1 ? ["post_mortem.nudge"] : ["post_mortem.prompt", "post_mortem.nudge"],
      );
      const [last] = day.toSorted(Temporal.Instant.compare).toReversed();
      const nudge = prompts.at(-1);
      if (!last || !nudge) throw new Error("nothing due");
      expect(timeIn(nudge.at, zone).toString()).toBe("09:00:00");
      for (const { at: when } of prompts) {
        expect(isQuiet(when, zone, quiet)).toBe(false);
        expect(minutesBetween(last, when)).toBeGreaterThanOrEqual(30);
        expect(minutesBetween(last, when)).toBeLessThanOrEqual(27 * 60);
      }
      expect(prompts[1] === undefined || isBefore(prompts[0]?.at ?? last, prompts[1].at)).toBe(true);
    }),
  );
});

const day = (start: string) => ({ startsAt: at(start), endsAt: at(start).add({ hours: 1 }) });

test.each<[string, string, string, { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[], string]>([
  ["in the evening", "Europe/London", "2026-11-24T19:00Z", [], "2026-11-25T09:00:00Z"],
  ["exactly eight hours", "Europe/London", "2026-11-25T01:00Z", [], "2026-11-25T09:00:00Z"],
  ["a minute less", "Europe/London", "2026-11-25T01:01Z", [], "2026-11-26T09:00:00Z"],
  ["in the morning", "Europe/London", "2026-11-24T08:00Z", [], "2026-11-25T09:00:00Z"],
  [
    "never on the day of another interview",
    "Europe/London",
    "2026-11-24T19:00Z",
    [day("2026-11-25T16:00Z"), day("2026-11-26T10:00Z")],
    "2026-11-27T09:00:00Z",
  ],
  [
    "days are the candidate's own",
    "America/New_York",
    "2026-11-24T19:00Z",
    [day("2026-11-26T02:00Z")],
    "2026-11-26T14:00:00Z",
  ],
  ["an hour lost counts", "America/New_York", "2026-03-08T05:30Z", [], "2026-03-09T13:00:00Z"],
  ["an hour won counts", "America/New_York", "2026-11-01T05:30Z", [], "2026-11-01T14:00:00Z"],
  ["the year's end", "Europe/London", "2026-12-31T20:00Z", [], "2027-01-01T09:00:00Z"],
  ["29 February", "Europe/London", "2028-02-28T20:00Z", [], "2028-02-29T09:00:00Z"],
])("the rest, %s", (_name, zone, enoughAt, others, expected) => {
  expect(String(restAt(at(enoughAt), others, zone, quiet))).toBe(expected);
});

test("the rest comes at 09:00, at least eight hours later, on a day without another interview", () => {
  fc.assert(
    fc.property(
      moments,
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.constantFrom(...zones),
      (enoughAt, days, zone) => {
        const others = days.map((count) => {
          const startsAt = enoughAt.add({ hours: 24 * count });
          return { startsAt, endsAt: startsAt };
        });
        const rest = restAt(enoughAt, others, zone, quiet);
        expect(timeIn(rest, zone).toString()).toBe("09:00:00");
        expect(minutesBetween(enoughAt, rest)).toBeGreaterThanOrEqual(8 * 60);
        for (const { startsAt } of others)
          expect(dateIn(startsAt, zone).equals(dateIn(rest, zone))).toBe(false);
      },
    ),
  );
});

test.each([
  [
    "end at 10:00: nudges wait for them",
    "21:00",
    "10:00",
    ["prompt 2026-11-24T18:30:00Z", "nudge 2026-11-25T10:00:00Z"],
  ],
  ["begin at 18:00: the prompt becomes the nudge", "18:00", "07:00", ["nudge 2026-11-25T09:00:00Z"]],
  [
    "are a short night: the prompt comes late",
    "23:30",
    "05:00",
    ["prompt 2026-11-24T18:30:00Z", "nudge 2026-11-25T09:00:00Z"],
  ],
])("quiet hours of an agency that %s", (_which, from, until, expected) => {
  const own = { from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) };
  const prompts = promptsFor(ends("2026-11-24T18:00Z"), "Europe/London", own);
  expect(
    prompts.map(({ kind, at: when }) => `${kind.replace("post_mortem.", "")} ${when.toString()}`),
  ).toEqual(expected);
  for (const { at: when } of prompts) expect(isQuiet(when, "Europe/London", own)).toBe(false);
});
