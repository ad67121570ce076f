import { expect, test } from "vitest";
import { asksKeepOrNew, decidePromise, isAskedAbout } from "#lib/post-mortems/rules/promise.ts";

const made = Temporal.Instant.from("2026-03-04T15:00:00Z");
const open = { madeAt: made, closedAt: null };
const fresh = { if: "they ask why us", then: "name one product" };

test("asked about after an interview that started after the promise was made, while it is open", () => {
  expect(isAskedAbout(open, made.add({ minutes: 1 }))).toBe(true);
  expect(isAskedAbout(open, made)).toBe(false);
  expect(isAskedAbout(open, made.subtract({ hours: 1 }))).toBe(false);
  expect(isAskedAbout({ ...open, closedAt: made }, made.add({ hours: 1 }))).toBe(false);
});

test("keep it or a new one: asked unless it was done", () => {
  expect(asksKeepOrNew(true, "yes")).toBe(false);
  for (const answer of ["partly", "no", "did_not_come_up"] as const)
    expect(asksKeepOrNew(true, answer)).toBe(true);
  expect(asksKeepOrNew(false, "no")).toBe(false);
  expect(asksKeepOrNew(true, undefined)).toBe(false);
});

test("one open promise at a time", () => {
  const typed = { promise: fresh, promiseAnswer: null, outcome: null };
  expect(decidePromise(false, typed)).toEqual({ open: null, make: fresh });
  expect(decidePromise(false, { ...typed, promise: null })).toEqual({ open: null, make: null });
  expect(decidePromise(true, typed)).toEqual({ open: "replaced", make: fresh });
  expect(decidePromise(true, { ...typed, promise: null })).toEqual({ open: "stays", make: null });
  expect(decidePromise(true, { ...typed, promiseAnswer: "yes" })).toEqual({ open: "kept", make: fresh });
  expect(decidePromise(true, { ...typed, promise: null, promiseAnswer: "no" })).toEqual({
    open: "stays",
    make: null,
  });
});

test("none after an offer", () => {
  expect(decidePromise(true, { promise: fresh, promiseAnswer: null, outcome: "offer" })).toEqual({
    open: "ended",
    make: null,
  });
});
