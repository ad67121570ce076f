import { expect, test } from "vitest";
import { becauseWords } from "#lib/causes/words/because.ts";
import { firstTaxonomy } from "#lib/causes/words/first-taxonomy.ts";
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

test("the tone: nothing to a candidate that judges", () => {
  for (const text of textsOf([firstTaxonomy, becauseWords, { ...postMortems }])) {
    expect(text).not.toMatch(/fail|should have|wrong|weak|why did you/iu);
  }
});
