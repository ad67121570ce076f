import fc from "fast-check";
import { expect, test } from "vitest";
import { closingOf, type ClosingFacts } from "#lib/plan/rules/closing.ts";

const finishedAt = Temporal.Instant.from("2026-11-23T12:00:00Z");
const at = (hours: number) => finishedAt.add({ hours });
const DAY = 24;
const usual: ClosingFacts = {
  finishedAt,
  reviewedAt: at(20),
  isShared: true,
  isGoodNews: false,
  actions: [
    { madeAt: finishedAt, endedAt: at(30), isCandidates: true },
    { madeAt: finishedAt, endedAt: at(40), isCandidates: true },
  ],
  isFeedbackOpen: false,
  settlings: [],
  reopenings: [],
  others: [],
};
const open = { isClosed: false };
const done = (hours: number) => ({ isClosed: true, why: "done", at: at(hours) });
const oneOpen = [{ madeAt: finishedAt, endedAt: null, isCandidates: true }];
const colleaguesOpen = [{ madeAt: finishedAt, endedAt: null, isCandidates: false }];

test.each<[string, Partial<ClosingFacts>, unknown]>([
  ["reviewed and all done", {}, done(40)],
  ["reviewed last", { reviewedAt: at(45) }, done(45)],
  ["not reviewed", { reviewedAt: null }, open],
  ["not shared needs no review", { reviewedAt: null, isShared: false }, done(40)],
  ["good news needs no review", { reviewedAt: null, isGoodNews: true }, done(40)],
  ["one is open", { actions: oneOpen }, open],
  ["a colleague's is open", { actions: colleaguesOpen }, open],
  [
    "a colleague's that no colleague can see any more",
    { actions: colleaguesOpen, isShared: false },
    done(20),
  ],
  ["nothing was planned", { actions: [] }, done(20)],
  ["feedback is open", { isFeedbackOpen: true }, open],
  [
    "an outcome of the same moment is no change",
    { actions: [], reviewedAt: null, isShared: false, reopenings: [finishedAt] },
    done(0),
  ],
  ["a changed outcome reopens", { reopenings: [at(41)] }, open],
  ["and something settled closes again", { reopenings: [at(41)], settlings: [at(42)] }, done(42)],
])("%s", (_name, facts, expected) => {
  expect(closingOf({ ...usual, ...facts }, at(50))).toEqual(expected);
});

test("60 quiet days close, to the hour, counted from the last thing that happened", () => {
  const facts = { ...usual, actions: oneOpen, others: [at(100)] };
  expect(closingOf(facts, at(100 + 60 * DAY).subtract({ milliseconds: 1 }))).toEqual(open);
  expect(closingOf(facts, at(100 + 60 * DAY))).toEqual({
    isClosed: true,
    why: "quiet",
    at: at(100 + 60 * DAY),
  });
});

type Model = { real: ClosingFacts; clock: number };

/** What can happen to a finished post-mortem; each at its hour. */
const happenings = {
  review: ({ real }: Model, hour: number) => ({ reviewedAt: real.reviewedAt ?? at(hour) }),
  endOne: ({ real }: Model, hour: number) => {
    const next = real.actions.findIndex(({ endedAt }) => endedAt === null);
    return {
      actions: real.actions.map((one, index) => (index === next ? { ...one, endedAt: at(hour) } : one)),
    };
  },
  undoOne: ({ real }: Model) => ({
    actions: real.actions.map((one, index) => (index === 0 ? { ...one, endedAt: null } : one)),
  }),
  add: ({ real }: Model, hour: number) => ({
    actions: [...real.actions, { madeAt: at(hour), endedAt: null, isCandidates: true }],
  }),
  addColleagues: ({ real }: Model, hour: number) => ({
    actions: [...real.actions, { madeAt: at(hour), endedAt: null, isCandidates: false }],
  }),
  reopen: ({ real }: Model, hour: number) => ({ reopenings: [...real.reopenings, at(hour)] }),
  note: ({ real }: Model, hour: number) => ({ others: [...real.others, at(hour)] }),
  settle: ({ real }: Model, hour: number) => ({ settlings: [...real.settlings, at(hour)] }),
  wishForFeedback: () => ({ isFeedbackOpen: true }),
  feedbackCame: ({ real }: Model, hour: number) => ({
    isFeedbackOpen: false,
    reopenings: [...real.reopenings, at(hour)],
  }),
  share: () => ({ isShared: true }),
  keepToOneself: () => ({ isShared: false }),
  wait: () => ({}),
};
const histories = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])),
    after: fc.integer({ min: 1, max: 70 * DAY }),
  }),
  { maxLength: 14 },
);

test("whatever happens: closed only where the conditions hold or after quiet, opened by what reopens", () => {
  fc.assert(
    fc.property(histories, fc.boolean(), (history, isShared) => {
      const model: Model = { real: { ...usual, reviewedAt: null, isShared, actions: oneOpen }, clock: 0 };
      for (const { what, after } of history) {
        model.clock += after;
        model.real = { ...model.real, ...happenings[what](model, model.clock) };
        const closing = closingOf(model.real, at(model.clock));
        const { reviewedAt, actions, isFeedbackOpen, isShared: isStillShared } = model.real;
        const holds =
          (reviewedAt !== null || !model.real.isShared) &&
          actions.every((one) => one.endedAt !== null || (!one.isCandidates && !isStillShared)) &&
          !isFeedbackOpen;
        if (closing.isClosed && closing.why === "done") expect(holds).toBe(true);
        if (what === "reopen" || what === "feedbackCame") expect(closing.isClosed).toBe(false);
        if (what === "add") expect(closing.isClosed).toBe(false);
        expect(closingOf(model.real, at(model.clock + 60 * DAY)).isClosed).toBe(true);
        if (closing.isClosed)
          expect(Temporal.Instant.compare(closing.at, at(model.clock))).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 1000 },
  );
});
