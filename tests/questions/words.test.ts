import { expect, test } from "vitest";
import { questionTags } from "#lib/causes/words/because.ts";
import { RoleFamily } from "#lib/infra/prisma/enums.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { bankFor, tagsOf } from "#lib/questions/rules.ts";
import { commonQuestions, familyQuestions } from "#lib/questions/words.ts";

const all = [...commonQuestions, ...Object.values(familyQuestions).flat()];

test("twelve common questions and six for each of five role families", () => {
  expect(commonQuestions).toHaveLength(12);
  expect(Object.keys(familyQuestions).toSorted()).toEqual(Object.keys(RoleFamily).toSorted());
  for (const family of Object.values(RoleFamily)) {
    expect(familyQuestions[family]).toHaveLength(6);
    expect(bankFor(family)).toHaveLength(18);
  }
});

test("ids and texts are unique and fit the form", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  for (const { id, text } of all) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(id.length).toBeLessThanOrEqual(limits.bankId);
    expect(text.length).toBeLessThanOrEqual(limits.question);
  }
});

test("every tag that suggests a cause is asked for by a common question", () => {
  expect(new Set(commonQuestions.flatMap(({ tags }) => tags))).toEqual(new Set(questionTags));
  expect(tagsOf("gap")).toEqual(["gap"]);
  for (const unknown of [null, undefined, "", "constructor", "gone"]) expect(tagsOf(unknown)).toEqual([]);
});
