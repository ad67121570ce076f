import fc from "fast-check";
import { expect, test } from "vitest";
import { causeOf } from "#lib/causes/rules/taxonomy.ts";
import { minutesBetween } from "#lib/core/time.ts";
import {
  minutesNeeded,
  ownCodes,
  planFor,
  type PlanFacts,
  type PlannedAction,
} from "#lib/plan/rules/engine.ts";
import { anyFacts } from "./taxonomies.ts";

const law = (says: (plan: readonly PlannedAction[], facts: PlanFacts) => void) =>
  fc.assert(
    fc.property(anyFacts, (facts) => {
      says(planFor(facts), facts);
    }),
    { numRuns: 2000 },
  );
const candidates = (plan: readonly PlannedAction[]) => plan.filter(({ owner }) => owner === "candidate");
const minutesLeft = ({ now, nextStartsAt }: PlanFacts) =>
  nextStartsAt ? minutesBetween(now, nextStartsAt) : Infinity;

test("never more than three, with what the counselor has added", () => {
  law((plan, { added }) => expect(plan.length + added.length).toBeLessThanOrEqual(Math.max(3, added.length)));
});

test("skill and confidence are both seen to where there are two or more", () => {
  law((plan) => {
    const own = candidates(plan);
    if (own.length < 2) return;
    expect(own.some(({ kind }) => kind === "skill" || kind === "both")).toBe(true);
    expect(own.some(({ kind }) => kind === "confidence" || kind === "both")).toBe(true);
  });
});

test("within 72 hours only what still fits; under three hours at most one line of the sheet", () => {
  law((plan, facts) => {
    const left = minutesLeft(facts);
    if (left < 72 * 60)
      for (const { effort } of candidates(plan))
        expect(minutesNeeded(effort, facts.policies)).toBeLessThanOrEqual(left);
    if (left >= 180) return;
    expect(candidates(plan).length).toBeLessThanOrEqual(1);
    expect(candidates(plan).every(({ effort }) => effort === "sheet_line")).toBe(true);
  });
});

test("outside and not sure make none for the candidate; outside at most one for the counselor, who can see it and has a client to ask", () => {
  law((plan, facts) => {
    for (const { causes, owner, code } of plan) {
      if (owner === "candidate") expect(causes).not.toContain("OUTSIDE");
      expect(causes).not.toContain("UNSURE");
      if (owner === "counselor")
        expect([code, facts.isShared, facts.source]).toEqual([ownCodes.checkWithClient, true, "agency"]);
    }
    expect(plan.length - candidates(plan).length).toBeLessThanOrEqual(1);
  });
});

test("each code once, merged for every cause that wants it", () => {
  law((plan, { added }) => {
    const codes = plan.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.some((code) => added.includes(code))).toBe(false);
    for (const { causes } of plan) expect(new Set(causes).size).toBe(causes.length);
  });
});

test("every action names the version and the causes that made it, and says what they say", () => {
  law((plan, { taxonomy, opinion }) => {
    const chosen = opinion ? [opinion.primary, ...opinion.contributing] : [];
    const own: string[] = Object.values(ownCodes);
    for (const { causes, code, taxonomyNumber, text } of plan) {
      expect(taxonomyNumber).toBe(taxonomy.number);
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.every((cause) => chosen.includes(cause))).toBe(true);
      if (own.includes(code)) continue;
      const [first] = causes;
      const source = first && causeOf(taxonomy, first).actions.find((action) => action.code === code);
      expect(source).toMatchObject({ text, isOn: true });
    }
  });
});

test("none after an offer or without causes, a thank-you only while it can be one", () => {
  law((plan, { opinion, outcome, isWithinADay }) => {
    if (outcome === "offer" || opinion === null) expect(plan).toEqual([]);
    if (plan.some(({ code }) => code === "thank_you"))
      expect([outcome, isWithinADay]).toEqual(["waiting", true]);
  });
});

test("the same facts give the same plan", () => {
  law((plan, facts) => expect(planFor({ ...facts })).toEqual(plan));
});
