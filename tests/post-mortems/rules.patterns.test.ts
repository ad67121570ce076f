import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { patternsOf, settledCauses, shareOf } from "#lib/post-mortems/rules/patterns.ts";
import type { GivenOpinion, ReadInterview } from "#lib/post-mortems/rules/patterns.ts";
import { oracleState, oracleWords } from "./patterns.oracle.ts";

const at = (hour: number) => Temporal.Instant.from("2026-11-01T00:00:00Z").add({ hours: hour });

function given(
  side: "candidate" | "counselor",
  [primary, ...contributing]: readonly [CauseCode, ...CauseCode[]],
  facts: Partial<GivenOpinion> = {},
): GivenOpinion {
  return { side, primary, contributing, afterTalking: false, together: false, chosenAt: at(1), ...facts };
}
const own = (...causes: [CauseCode, ...CauseCode[]]) => given("candidate", causes);
const other = (...causes: [CauseCode, ...CauseCode[]]) => given("counselor", causes);

describe("what is settled for one interview", () => {
  const talked = (side: "candidate" | "counselor", hour: number, ...causes: [CauseCode, ...CauseCode[]]) =>
    given(side, causes, { afterTalking: true, chosenAt: at(hour) });
  const cases: [string, GivenOpinion[], ReturnType<typeof settledCauses>][] = [
    ["nothing without opinions", [], { settled: [], by: null, open: null }],
    ["nothing by one side alone", [own("NERVES")], { settled: [], by: null, open: null }],
    ["nothing by the other alone", [other("NERVES")], { settled: [], by: null, open: null }],
    [
      "what both name",
      [own("NERVES"), other("NERVES")],
      { settled: ["NERVES"], by: "agreement", open: null },
    ],
    [
      "primary and contributing alike",
      [own("NERVES", "PITCH"), other("PITCH", "NERVES")],
      { settled: ["NERVES", "PITCH"], by: "agreement", open: null },
    ],
    [
      "what one of them names beside it stays open",
      [own("NERVES", "CLOSING"), other("PITCH", "NERVES")],
      { settled: ["NERVES"], by: "agreement", open: { candidate: ["CLOSING"], counselor: ["PITCH"] } },
    ],
    [
      "nothing where they differ",
      [own("NERVES"), other("PITCH")],
      { settled: [], by: null, open: { candidate: ["NERVES"], counselor: ["PITCH"] } },
    ],
    [
      "not sure differs from a cause",
      [own("UNSURE"), other("PITCH")],
      { settled: [], by: null, open: { candidate: ["UNSURE"], counselor: ["PITCH"] } },
    ],
    ["not sure, both", [own("UNSURE"), other("UNSURE")], { settled: [], by: null, open: null }],
    ["outside, both", [own("OUTSIDE"), other("OUTSIDE")], { settled: [], by: null, open: null }],
    [
      "after talking, what the later entry says",
      [own("NERVES"), other("PITCH"), talked("counselor", 5, "NERVES", "CLOSING")],
      { settled: ["NERVES", "CLOSING"], by: "after_talking", open: null },
    ],
    [
      "of two entries after talking the later, whosever it is",
      [own("NERVES"), other("PITCH"), talked("candidate", 9, "PITCH"), talked("counselor", 5, "NERVES")],
      { settled: ["PITCH"], by: "after_talking", open: null },
    ],
    [
      "after talking still not sure",
      [own("NERVES"), other("PITCH"), talked("candidate", 9, "UNSURE")],
      { settled: [], by: null, open: null },
    ],
    [
      "after talking, outside beside a cause",
      [own("NERVES"), other("PITCH"), talked("candidate", 9, "PITCH", "OUTSIDE")],
      { settled: ["PITCH"], by: "after_talking", open: null },
    ],
    [
      "chosen together on a call, which is no agreement",
      [
        given("candidate", ["HISTORY"], { together: true }),
        given("counselor", ["HISTORY"], { together: true }),
      ],
      { settled: ["HISTORY"], by: "together", open: null },
    ],
  ];
  test.each(cases)("%s", (_, opinions, settled) => {
    expect(settledCauses(opinions)).toEqual(settled);
  });

  const codes = fc.uniqueArray(fc.constantFrom(...Object.values(CauseCode)), { minLength: 1, maxLength: 3 });
  const choice = codes.map((list) => list as [CauseCode, ...CauseCode[]]);

  test("never not sure or outside; the order of sides and of causes changes nothing", () => {
    fc.assert(
      fc.property(choice, choice, (a, b) => {
        const { settled, open } = settledCauses([own(...a), other(...b)]);
        const turned = settledCauses([other(...b), own(...(a.toReversed() as typeof a))]);
        expect(settled).not.toContain("UNSURE");
        expect(settled).not.toContain("OUTSIDE");
        expect(new Set(turned.settled)).toEqual(new Set(settled));
        expect(new Set(settled)).toEqual(
          new Set(a.filter((cause) => b.includes(cause) && !["UNSURE", "OUTSIDE"].includes(cause))),
        );
        const said = [...settled, ...(open?.candidate ?? []), ...(open?.counselor ?? [])];
        expect(new Set(said).size).toBe(said.length);
        expect(open === null).toBe(a.toSorted().join() === b.toSorted().join());
      }),
    );
  });
});

/** "x" where a cause was, "-" where another was settled, "+" good news, "." not counted. */
function sequence(text: string): ReadInterview[] {
  return [...text].map((sign, index) => ({
    id: String(index),
    settled: sign === "x" ? ["NERVES"] : sign === "-" ? ["PITCH"] : [],
    isGoodNews: sign === "+",
  }));
}
const nerves = (text: string) => patternsOf(sequence(text)).find(({ cause }) => cause === "NERVES");

describe("patterns", () => {
  test.each([
    ["x", "seen", "once", 1, 1],
    ["xx", "active", "maybe", 2, 2],
    ["x-", "seen", "once", 1, 2],
    ["x-x", "active", "maybe", 2, 3],
    ["xxx", "active", "pattern", 3, 3],
    ["xxx-", "active", "pattern", 3, 4],
    ["xxx--", "active", "pattern", 3, 5],
    ["xxx---", "resolved", "now_and_then", 3, 6],
    ["xxx+++", "resolved", "now_and_then", 3, 6],
    ["xxx...", "active", "pattern", 3, 3],
    ["xx.--.-", "resolved", "now_and_then", 2, 5],
    ["xx--", "active", "now_and_then", 2, 4],
    ["x--x", "seen", "now_and_then", 2, 4],
    ["x-x-x", "active", "pattern", 3, 5],
    ["x--xx", "active", "pattern", 3, 5],
    ["xx---x", "resolved", "now_and_then", 3, 6],
    ["xx---x-x", "active", "maybe", 4, 8],
    ["x---x", "seen", "now_and_then", 2, 5],
  ] as const)("%s is %s, %s: %i of %i", (text, state, strength, count, of) => {
    expect(nerves(text)).toMatchObject({ state, strength, count, of });
  });

  test("of what was not settled, and of good news, there is no pattern", () => {
    expect(patternsOf(sequence("..++"))).toEqual([]);
    expect(patternsOf([{ id: "a", settled: ["NERVES"], isGoodNews: true }])).toEqual([]);
  });

  const signs = fc.array(fc.constantFrom("x", "-", "+", "."), { maxLength: 14 }).map((list) => list.join(""));

  test("as a naive reading of product.md has it", () => {
    fc.assert(
      fc.property(signs, (text) => {
        const presence = text.replaceAll(".", "").replaceAll("+", "-");
        const found = nerves(text);
        expect(found?.state).toBe(presence.includes("x") ? oracleState(presence) : undefined);
        expect(found?.strength).toBe(presence.includes("x") ? oracleWords(presence) : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test("counts are of the counted interviews, and evidence is where the cause was, in order", () => {
    fc.assert(
      fc.property(signs, (text) => {
        for (const { cause, count, of, seenIn } of patternsOf(sequence(text))) {
          const sign = cause === "NERVES" ? "x" : "-";
          expect(seenIn).toEqual([...text].flatMap((one, index) => (one === sign ? [String(index)] : [])));
          expect(count).toBe(seenIn.length);
          expect(of).toBe(text.replaceAll(".", "").length);
        }
      }),
    );
  });

  test("what does not count changes nothing, wherever it stands; good news is as good as another cause", () => {
    fc.assert(
      fc.property(signs, (text) => {
        const shape = (found: ReturnType<typeof nerves>) =>
          found && { state: found.state, strength: found.strength, count: found.count, of: found.of };
        expect(shape(nerves(text))).toEqual(shape(nerves(text.replaceAll(".", ""))));
        expect(shape(nerves(text))).toEqual(shape(nerves(text.replaceAll("-", "+"))));
      }),
    );
  });

  test("three absences in a row resolve whatever was active, and nothing else does", () => {
    fc.assert(
      fc.property(signs, (text) => {
        const before = nerves(text);
        const after = nerves(`${text}+++`);
        if (before?.state === "active") expect(after?.state).toBe("resolved");
        else expect(after?.state).toBe(before?.state);
        expect(nerves(`${text}xx`)?.state).toBe("active");
      }),
    );
  });

  test("active before seen before resolved, the more frequent first", () => {
    const states = patternsOf(sequence("xxx---")).map(({ cause, state }) => [cause, state]);
    expect(states).toEqual([
      ["PITCH", "active"],
      ["NERVES", "resolved"],
    ]);
  });
});

test.each([
  [0, 0, null],
  [2, 4, null],
  [4, 4, null],
  [2, 5, 40],
  [1, 6, 17],
  [7, 7, 100],
])("%i of %i is %s percent", (k, n, share) => {
  expect(shareOf(k, n)).toBe(share);
});
