import fc from "fast-check";
import { firstVersion } from "#lib/causes/rules/first-version.ts";
import { type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import {
  ActionEffort,
  ActionKind,
  ApplicationSource,
  CauseCode,
  DueFrom,
  Outcome,
} from "#lib/infra/prisma/enums.ts";
import type { PlanFacts } from "#lib/plan/rules/engine.ts";

export const now = Temporal.Instant.from("2026-11-23T12:00:00Z");

export const codes = Object.values(CauseCode);

/** A candidate's facts as most have them: nothing in particular, no next interview known. */
export const usual: PlanFacts = {
  taxonomy: firstVersion,
  opinion: null,
  outcome: "rejected",
  isWithinADay: false,
  hasPromise: true,
  isShared: true,
  source: "agency",
  added: [],
  now,
  policies: { noticeHours: 12 },
  nextStartsAt: null,
};

/** A few codes for many actions, so that two causes often have the same one. */
const actions = fc.record({
  code: fc.constantFrom("mock", "draft_answer", "thank_you", "plan_b", "friend", "lines", "camera"),
  isOn: fc.boolean(),
  text: fc.string({ minLength: 1, maxLength: 20 }),
  kind: fc.constantFrom(...Object.values(ActionKind)),
  effort: fc.constantFrom(...Object.values(ActionEffort)),
  days: fc.integer({ min: 0, max: 30 }),
  daysFrom: fc.constantFrom(...Object.values(DueFrom)),
});

/** Any taxonomy that an admin could have made: each code once in a cause. */
const taxonomies: fc.Arbitrary<Taxonomy> = fc
  .record({
    number: fc.integer({ min: 1, max: 50 }),
    all: fc.tuple(
      ...codes.map(() => fc.uniqueArray(actions, { maxLength: 4, selector: (action) => action.code })),
    ),
  })
  .map(({ number, all }) => ({
    number,
    causes: firstVersion.causes.map((cause) => ({ ...cause, actions: all[codes.indexOf(cause.code)] ?? [] })),
  }));

const opinions = fc
  .record({
    primary: fc.constantFrom(...codes),
    contributing: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
  })
  .map(({ primary, contributing }) => ({
    primary,
    contributing: contributing.filter((cause) => cause !== primary),
  }));

/** Minutes until the next interview: often near, where it matters. */
const minutesAhead = fc.oneof(
  fc.integer({ min: 1, max: 4 * 60 }),
  fc.integer({ min: 1, max: 80 * 60 }),
  fc.integer({ min: 1, max: 60 * 24 * 60 }),
);

export const anyFacts: fc.Arbitrary<PlanFacts> = fc.record({
  taxonomy: fc.oneof(fc.constant(firstVersion), taxonomies),
  opinion: fc.option(opinions, { freq: 12 }),
  outcome: fc.constantFrom(...Object.values(Outcome)),
  isWithinADay: fc.boolean(),
  hasPromise: fc.boolean(),
  isShared: fc.boolean(),
  source: fc.constantFrom(...Object.values(ApplicationSource)),
  added: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    fc.array(fc.constantFrom("mock", "lines", null), { maxLength: 3 }),
  ),
  policies: fc.record({ noticeHours: fc.constantFrom(1, 12, 48) }),
  now: fc.constant(now),
  nextStartsAt: fc.option(minutesAhead.map((minutes) => now.add({ minutes }))),
});
