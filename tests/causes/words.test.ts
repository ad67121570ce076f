import { expect, test } from "vitest";
import { firstActions } from "#lib/causes/words/first-actions.ts";
import { firstGuides } from "#lib/causes/words/first-guides.ts";
import { firstTaxonomy } from "#lib/causes/words/first-taxonomy.ts";
import { causeLimits } from "#lib/causes/words/settings.ts";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import { limits } from "#lib/post-mortems/words/form.ts";

test("fifteen causes, each with name, line and two ways to end a promise that fit the form", () => {
  expect(firstTaxonomy.map(({ code }) => code)).toEqual(Object.keys(CauseCode));
  expect(firstTaxonomy).toHaveLength(15);
  for (const cause of firstTaxonomy) {
    expect(cause.name.length).toBeLessThanOrEqual(60);
    expect(cause.promiseThen).not.toBe(cause.promiseOr);
    for (const text of [cause.promiseIf, cause.promiseThen, cause.promiseOr]) {
      expect(text.length).toBeLessThanOrEqual(limits.promise);
      expect(text).not.toMatch(/^(if|then) |[.]$/iu);
    }
  }
});

test("the texts of the taxonomy, its actions and the guides fit the form in which an admin edits them", () => {
  for (const { name, line, promiseIf, promiseThen, promiseOr } of firstTaxonomy) {
    expect(name.length).toBeLessThanOrEqual(causeLimits.name);
    expect(line.length).toBeLessThanOrEqual(causeLimits.line);
    for (const text of [promiseIf, promiseThen, promiseOr])
      expect(text.length).toBeLessThanOrEqual(causeLimits.promise);
  }
  for (const { text, days } of Object.values(firstActions).flat()) {
    expect(text.length).toBeLessThanOrEqual(causeLimits.action);
    expect(days).toBeLessThanOrEqual(causeLimits.days);
  }
});

test.each(Object.keys(CauseCode) as CauseCode[])(
  "the guide of %s: about 120 words, three things, one exercise",
  (code) => {
    const { recognise, helps, exercise } = firstGuides[code];
    expect(recognise.length).toBeLessThanOrEqual(causeLimits.recognise);
    expect(helps.length).toBeLessThanOrEqual(causeLimits.helps);
    expect(exercise.length).toBeLessThanOrEqual(causeLimits.exercise);
    const things = helps.split("\n");
    expect(things).toHaveLength(causeLimits.helpsLines);
    expect(new Set(things).size).toBe(3);
    const words = [recognise, ...things, exercise].join(" ").split(/\s+/u);
    expect(words.length).toBeGreaterThanOrEqual(100);
    expect(words.length).toBeLessThanOrEqual(140);
    const sentences = recognise.split(/(?<=[.?!…])”?\s/u);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
  },
);

test("every guide is a text of its own", () => {
  const all = Object.values(firstGuides);
  for (const part of ["recognise", "helps", "exercise"] as const)
    expect(new Set(all.map((guide) => guide[part])).size).toBe(15);
});
