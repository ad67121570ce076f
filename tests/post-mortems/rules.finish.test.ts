import { expect, test } from "vitest";
import { decideAnswer, decideFinish, decideStart } from "#lib/post-mortems/rules/finish.ts";

const now = Temporal.Instant.from("2026-03-04T15:00:00Z");
const draft = { writerIsCandidate: true, finishedAt: null, openPromise: false, answers: {} };

test("one answer is enough to finish; who may see it is none", () => {
  expect(decideFinish(draft)).toEqual({ ok: false, refusal: "nothing_yet" });
  expect(decideFinish({ ...draft, answers: { sharing: "agency" } })).toEqual({
    ok: false,
    refusal: "nothing_yet",
  });
  expect(decideFinish({ ...draft, answers: { mood: "low" } })).toMatchObject({
    ok: true,
    value: { mood: "low" },
  });
});

test("finishing twice, or somebody else's, is refused", () => {
  const answers = { mood: "low" } as const;
  expect(decideFinish({ ...draft, answers, finishedAt: now })).toEqual({
    ok: false,
    refusal: "already_finished",
  });
  expect(decideFinish({ ...draft, answers, writerIsCandidate: false })).toEqual({
    ok: false,
    refusal: "not_yours",
  });
  expect(decideAnswer({ writerIsCandidate: true, finishedAt: now })).toEqual({
    ok: false,
    refusal: "already_finished",
  });
  expect(decideAnswer(draft).ok).toBe(true);
});

test("a post-mortem starts when its interview has started", () => {
  expect(decideStart(now, now).ok).toBe(true);
  expect(decideStart(now.add({ milliseconds: 1 }), now)).toEqual({ ok: false, refusal: "not_yet" });
});
