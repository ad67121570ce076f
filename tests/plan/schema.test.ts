import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import {
  addActionSchema,
  editActionSchema,
  replaceActionSchema,
  setActionAsideSchema,
} from "#lib/plan/schema.ts";
import { planLimits } from "#lib/plan/words.ts";

const shown = { key: newId(), action: newId(), version: "3" };

test.each([
  ["", "text"],
  ["   ", "text"],
  ["x".repeat(planLimits.text + 1), "text"],
  ["two\nlines", "text"],
])("the text %j is mended at its field", (text, field) => {
  const read = editActionSchema.safeParse({ ...shown, text, dueOn: "" });
  expect(read.success ? [] : read.error.issues.map(({ path }) => path[0])).toContain(field);
});

test("a date or none; nothing else", () => {
  const dueOn = (value: string) => editActionSchema.safeParse({ ...shown, text: "Say it", dueOn: value });
  expect(dueOn("").data?.dueOn).toBeNull();
  expect(dueOn("2026-12-01").data?.dueOn?.toString()).toBe("2026-12-01");
  for (const value of ["2026-02-30", "tomorrow", "2026-12-01T10:00"])
    expect(dueOn(value).success).toBe(false);
});

test("why is one line, and needed", () => {
  for (const why of ["", "  ", "x".repeat(planLimits.why + 1)])
    expect(setActionAsideSchema.safeParse({ ...shown, why }).success).toBe(false);
  expect(setActionAsideSchema.parse({ ...shown, why: " Too far. " })).toMatchObject({
    why: "Too far.",
    version: 3,
  });
});

test("what is left empty is nothing", () => {
  expect(replaceActionSchema.parse({ ...shown, choice: "", text: " " })).toMatchObject({
    choice: null,
    text: null,
  });
  const added = addActionSchema.parse({ key: newId(), postMortem: newId(), choice: "PITCH.three_lines" });
  expect(added).toMatchObject({ choice: "PITCH.three_lines", text: null, dueOn: null });
  expect(addActionSchema.safeParse({ key: newId(), postMortem: newId(), kind: "other" }).success).toBe(false);
});
