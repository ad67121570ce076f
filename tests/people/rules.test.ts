import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { decideTakers, pairText, pairsFrom } from "#lib/people/rules/deactivation.ts";
import { isNarrowed, peopleAddress, peopleFilterFrom } from "#lib/people/rules/filters.ts";

describe("the filter of the list", () => {
  test("is what its address says, and its address says it again", () => {
    const counselor = newId();
    const typed = { q: "  Núñez & Co ", role: "candidate", state: "left", counselor };
    const filter = peopleFilterFrom(typed);
    expect(filter).toEqual({ sought: "Núñez & Co", role: "candidate", arrival: "left", counselor });
    const { searchParams } = new URL(peopleAddress(filter, newId()), "http://portal.example");
    expect(peopleFilterFrom(Object.fromEntries(searchParams))).toEqual(filter);
  });

  test("nothing else narrows anything", () => {
    const odd = { q: "a\0", role: "boss", state: ["left", "here"], counselor: "x" };
    expect(isNarrowed(peopleFilterFrom(odd))).toBe(false);
    expect(peopleFilterFrom({ q: "x".repeat(500) }).sought).toHaveLength(120);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("q", "role", "state", "counselor"), fc.string()), (any) => {
        const filter = peopleFilterFrom(any);
        const { searchParams } = new URL(peopleAddress(filter), "http://portal.example");
        expect(peopleFilterFrom(Object.fromEntries(searchParams))).toEqual(filter);
      }),
    );
  });
});

describe("who takes a caseload over", () => {
  const facts = { leaving: "ana", colleagues: ["ben", "cleo"], candidates: ["maya", "nia"] };
  const choice = (all: string | null, each: [string, string][] = []) => ({ all, each: new Map(each) });

  test.each([
    [choice(null), "counselor_needed"],
    [choice(null, [["maya", "ben"]]), "counselor_needed"],
    [choice("ana"), "no_counselor"],
    [choice("dora"), "no_counselor"],
    [choice("ben", [["nia", "maya"]]), "no_counselor"],
  ])("%j: %s", (chosen, refusal) => expect(decideTakers(facts, chosen)).toEqual({ ok: false, refusal }));

  test("everybody has exactly one, the single choice before the common one; strangers are nobody's", () => {
    const taken = decideTakers(
      facts,
      choice("ben", [
        ["nia", "cleo"],
        ["olaf", "cleo"],
      ]),
    );
    expect(taken.ok && [...taken.value]).toEqual([
      ["maya", "ben"],
      ["nia", "cleo"],
    ]);
    expect(decideTakers({ ...facts, candidates: [] }, choice(null))).toEqual({ ok: true, value: new Map() });
  });

  test("single choices come back from the address as they went", () => {
    const [candidate, counselor] = [newId(), newId()];
    expect(pairsFrom([pairText(candidate, counselor).toUpperCase(), "", "x.y", `${candidate}.`])).toEqual(
      new Map([[candidate, counselor]]),
    );
  });
});
