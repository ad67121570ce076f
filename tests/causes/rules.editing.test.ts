import fc from "fast-check";
import { expect, test } from "vitest";
import { causeAt, guideAddress, settingsAddress, versionIn } from "#lib/causes/rules/addresses.ts";
import { canBeOff, changesBetween, decideEdit, type CauseState } from "#lib/causes/rules/editing.ts";
import { suggestCauses } from "#lib/causes/rules/suggestions.ts";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { CauseCode } from "#lib/infra/prisma/enums.ts";

const saved: CauseState = {
  isOn: true,
  name: "Nerves",
  line: "A line",
  promiseIf: "if",
  promiseThen: "then",
  promiseOr: "or",
  recognise: "Look.",
  helps: "One\nTwo\nThree",
  exercise: "Try.",
  actions: [
    { isOn: true, text: "Book", days: 7 },
    { isOn: true, text: "Rehearse", days: 5 },
  ],
};
const off = { ...saved, isOn: false };
const others: CauseCode[] = ["NO_ANSWER", "NO_EXAMPLES", "RAMBLED", "OFF_TARGET"];
const base = {
  newest: 7,
  madeFrom: 7,
  code: "NERVES" as CauseCode,
  saved,
  asked: { ...saved, name: "Nerves took over" },
  othersOn: [...others, "UNSURE", "OUTSIDE"] as CauseCode[],
};

test.each<[string, Partial<typeof base>, string]>([
  ["another text", {}, "8"],
  ["turned off while four others stay on", { asked: off }, "8"],
  ["turned on again", { saved: off, asked: saved, othersOn: [] }, "8"],
  ["a text of one that is off", { saved: off, asked: { ...off, name: "Other" }, othersOn: [] }, "8"],
  ["made from an older version", { madeFrom: 6 }, "stale"],
  ["made from a version that is not there", { madeFrom: 8 }, "stale"],
  ["nothing", { asked: saved }, "unchanged"],
  [
    "off with three others on",
    { asked: off, othersOn: [...others.slice(1), "UNSURE", "OUTSIDE"] },
    "four_stay_on",
  ],
  ["not sure yet, off", { code: "UNSURE", asked: off, othersOn: others }, "stays_on"],
  ["outside my control, off", { code: "OUTSIDE", asked: off, othersOn: others }, "stays_on"],
  ["an action fewer", { asked: { ...saved, actions: saved.actions.slice(1) } }, "bad_input"],
  ["an action more", { asked: { ...saved, actions: [...saved.actions, ...saved.actions] } }, "bad_input"],
])("%s", (_name, facts, expected) => {
  const decision = decideEdit({ ...base, ...facts });
  expect(decision.ok ? String(decision.value.number) : decision.refusal).toBe(expected);
});

test("what differs is named with what was there before, in the order of the form", () => {
  const after: CauseState = {
    ...off,
    helps: "One\nTwo\nFour",
    actions: [
      { isOn: true, text: "Book it", days: 7 },
      { isOn: false, text: "Rehearse", days: 0 },
    ],
  };
  expect(changesBetween(saved, after)).toEqual([
    { field: "isOn", before: true, after: false },
    { field: "helps", before: "One\nTwo\nThree", after: "One\nTwo\nFour" },
    { field: "text", place: 1, before: "Book", after: "Book it" },
    { field: "days", place: 2, before: 5, after: 0 },
    { field: "isOn", place: 2, before: true, after: false },
  ]);
  expect(changesBetween(saved, saved)).toEqual([]);
});

test("turning causes off one after another, as far as it is allowed, always leaves four to suggest", () => {
  const codes = fc.shuffledSubarray(Object.values(CauseCode), { minLength: 15 });
  fc.assert(
    fc.property(codes, (order) => {
      const on = new Set(Object.values(CauseCode));
      for (const code of order) {
        const othersOn = [...on].filter((other) => other !== code);
        if (decideEdit({ ...base, code, asked: off, othersOn }).ok) on.delete(code);
      }
      const taxonomy = {
        ...firstVersion,
        causes: firstVersion.causes.map((cause) => ({ ...cause, isOn: on.has(cause.code) })),
      };
      const facts = { questions: [], signals: [], outcomeReason: null, format: "video" } as const;
      expect(suggestCauses(taxonomy, facts)).toHaveLength(4);
      expect([...on].filter((code) => !canBeOff(code)).toSorted()).toEqual(["OUTSIDE", "UNSURE"]);
      expect(on.size).toBe(6);
    }),
  );
});

test("every cause has one address for its guide and one for its settings, and no other spelling leads there", () => {
  for (const code of Object.values(CauseCode)) {
    const part = guideAddress(code).slice("/practice/guides/".length);
    expect(part).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    expect(settingsAddress(code)).toBe(`/settings/causes/${part}`);
    expect(causeAt(part)).toBe(code);
  }
  for (const odd of ["", "NO_ANSWER", "no_answer", "No-Answer", "no-answer-", "constructor", "x"])
    expect(causeAt(odd)).toBeNull();
});

test("a version in an address is a whole number from 1, or nothing", () => {
  expect(versionIn("7")).toBe(7);
  for (const odd of ["", "0", "07", "-1", "1.5", "x", "1e3", "9".repeat(10), ["1", "2"], undefined])
    expect(versionIn(odd)).toBeNull();
});
