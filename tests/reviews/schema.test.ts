import { expect, test } from "vitest";
import { giveOpinionSchema, shareNoteSchema, writeInternalNoteSchema } from "#lib/reviews/schema.ts";
import { reviewLimits, reviewWords } from "#lib/reviews/words.ts";

const id = "6f2c1a38-4a5c-4a9e-8f43-0d7c4b0f9a11";
const note = (changes: object) =>
  shareNoteSchema.safeParse({ key: id, postMortem: id, body: "Well done.", ...changes });
const messages = (result: { success: true } | { success: false; error: { issues: { message: string }[] } }) =>
  result.success ? [] : result.error.issues.map((issue) => issue.message);

test("a note is text of up to 4,000 characters, as it was typed", () => {
  expect(note({ body: " One\r\nTwo 🚀 " }).data).toMatchObject({ body: "One\nTwo 🚀", review: false });
  expect(note({ review: "yes" }).data?.review).toBe(true);
  expect(messages(note({ body: "  " }))).toEqual([reviewWords.noteNeeded]);
  expect(messages(note({ body: "x".repeat(reviewLimits.note + 1) }))).toHaveLength(1);
  for (const hostile of ["a\u0000b", "\uD800", "\u202Eabc", `a${"\u0301".repeat(10_000)}`])
    expect(note({ body: hostile }).success).toBe(false);
  for (const other of [{ postMortem: "x" }, { review: "maybe" }, { more: "field" }])
    expect(note(other).success).toBe(false);
});

test("an opinion has one main cause and at most two beside it", () => {
  const opinion = (changes: object) =>
    giveOpinionSchema.safeParse({ key: id, postMortem: id, primary: "NERVES", ...changes });
  expect(opinion({}).data?.contributing).toEqual([]);
  expect(opinion({ contributing: ["PITCH", "CLOSING"] }).success).toBe(true);
  expect(messages(opinion({ contributing: ["PITCH", "CLOSING", "RAMBLED"] }))).toEqual([
    reviewWords.twoAtMost,
  ]);
  expect(messages(opinion({ primary: "" }))).toEqual([reviewWords.causeNeeded]);
});

test("an internal note is about a candidate, with or without a post-mortem", () => {
  const internal = (postMortem?: string) =>
    writeInternalNoteSchema.safeParse({
      key: id,
      candidate: id,
      body: "x",
      ...(postMortem === undefined ? {} : { postMortem }),
    });
  expect(internal("").data?.postMortem).toBeNull();
  expect(internal().data?.postMortem).toBeNull();
  expect(internal(id).data?.postMortem).toBe(id);
});
