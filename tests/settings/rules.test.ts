import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideAgency,
  decidePolicies,
  firstAgency,
  firstPolicies,
  policiesFrom,
  quietMinutes,
  styleFrom,
} from "#lib/settings/rules.ts";
import type { PolicyState } from "#lib/settings/rules.ts";
import { agencyLabels, policyLabels } from "#lib/settings/words.ts";

const same = { newest: 3, madeFrom: 3 };

test("what product.md says holds until somebody says otherwise", () => {
  const { quiet, ...numbers } = policiesFrom(firstPolicies);
  expect([String(quiet.from), String(quiet.until)]).toEqual(["21:00:00", "08:00:00"]);
  expect(numbers).toMatchObject({ noticeHours: 12, freeHours: 12, openLimit: 2, feedbackDays: 7 });
});

test("every setting has its name, so that the history can tell it", () => {
  expect(Object.keys(agencyLabels).toSorted()).toEqual(Object.keys(firstAgency).toSorted());
  expect(Object.keys(policyLabels).toSorted()).toEqual(Object.keys(firstPolicies).toSorted());
});

test("a change tells what stood there before, in the order of the form", () => {
  const asked = { ...firstAgency, name: "Harbour Lane", accent: "teal" };
  expect(decideAgency(same, firstAgency, asked)).toEqual({
    ok: true,
    value: [
      { code: "agency.name", before: "Debrief", after: "Harbour Lane" },
      { code: "agency.accent", before: "harbour", after: "teal" },
    ],
  });
  expect(decidePolicies(same, firstPolicies, { ...firstPolicies, staffSecondFactor: true })).toEqual({
    ok: true,
    value: [{ code: "policies.staffSecondFactor", before: "off", after: "on" }],
  });
});

test("another version in between, and nothing that differs, are refused", () => {
  const stale = { newest: 4, madeFrom: 3 };
  const asked = { ...firstPolicies, openLimit: 3 };
  expect(decidePolicies(stale, firstPolicies, asked)).toEqual({ ok: false, refusal: "stale" });
  expect(decideAgency(stale, firstAgency, firstAgency)).toEqual({ ok: false, refusal: "stale" });
  expect(decidePolicies(same, firstPolicies, firstPolicies)).toEqual({ ok: false, refusal: "unchanged" });
  expect(decideAgency(same, firstAgency, firstAgency)).toEqual({ ok: false, refusal: "unchanged" });
});

test.each([
  ["21:00", "21:00", "no_quiet"],
  ["08:00", "21:00", "ok"],
  ["21:00", "13:00", "ok"],
  ["21:00", "13:01", "quiet_too_long"],
  ["00:00", "16:01", "quiet_too_long"],
  ["23:59", "00:00", "ok"],
])("quiet hours from %s until %s: %s", (quietFrom, quietUntil, expected) => {
  const decision = decidePolicies(same, firstPolicies, { ...firstPolicies, quietFrom, quietUntil });
  expect(decision.ok ? "ok" : decision.refusal).toBe(expected);
});

test("whatever is changed: exactly the fields that differ are told, and undoing it tells the reverse", () => {
  const wall = fc.constantFrom("20:00", "21:00", "22:30");
  const states: fc.Arbitrary<PolicyState> = fc.record({
    noticeHours: fc.integer({ min: 1, max: 168 }),
    freeHours: fc.integer({ min: 1, max: 168 }),
    openLimit: fc.integer({ min: 1, max: 10 }),
    feedbackDays: fc.integer({ min: 1, max: 60 }),
    quietFrom: wall,
    quietUntil: fc.constantFrom("07:00", "08:00"),
    retentionMonths: fc.integer({ min: 6, max: 120 }),
    staffSecondFactor: fc.boolean(),
  });
  fc.assert(
    fc.property(states, states, (one, other) => {
      const [there, back] = [decidePolicies(same, one, other), decidePolicies(same, other, one)];
      if (!there.ok || !back.ok) return expect(one).toEqual(other);
      const differing = Object.keys(one).filter(
        (field) => one[field as keyof PolicyState] !== other[field as keyof PolicyState],
      );
      expect(there.value.map(({ code }) => code).toSorted()).toEqual(
        differing.map((field) => `policies.${field}`).toSorted(),
      );
      expect(back.value).toEqual(
        there.value.map(({ code, before, after }) => ({ code, before: after, after: before })),
      );
      expect(quietMinutes(one)).toBeGreaterThan(0);
    }),
  );
});

test("a locale or an accent that is none is the first", () => {
  expect(styleFrom({ locale: "de-DE", accent: "neon" })).toEqual({ locale: "en-GB", accent: "harbour" });
  expect(styleFrom({ locale: "en-US", accent: "moss" })).toEqual({ locale: "en-US", accent: "moss" });
});
