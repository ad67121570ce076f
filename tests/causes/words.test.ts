import { expect, test } from "vitest";
import { becauseWords, causes } from "#lib/causes/words.ts";
import { CauseCode } from "#lib/infra/prisma/enums.ts";
import * as postMortems from "#lib/post-mortems/words.ts";
import { limits } from "#lib/post-mortems/words.ts";

/** Every text in a value; functions are called with a name for each argument. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return textsOf(value("Ana", "Ana"));
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

test("fifteen causes, each with name, line and two ways to end a promise that fit the form", () => {
  expect(Object.keys(causes)).toEqual(Object.keys(CauseCode));
  expect(Object.keys(causes)).toHaveLength(15);
  for (const cause of Object.values(causes)) {
    expect(cause.name.length).toBeLessThanOrEqual(60);
    expect(new Set(cause.promiseThen).size).toBe(2);
    for (const text of [cause.promiseIf, ...cause.promiseThen]) {
      expect(text.length).toBeLessThanOrEqual(limits.promise);
      expect(text).not.toMatch(/^(if|then) |[.]$/iu);
    }
  }
});

test("the tone: nothing to a candidate that judges", () => {
  for (const text of textsOf([causes, becauseWords, { ...postMortems }])) {
    expect(text).not.toMatch(/fail|should have|wrong|weak|why did you/iu);
  }
});
