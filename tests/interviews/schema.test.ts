import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { correctInterviewSchema, logInterviewSchema, setOutcomeSchema } from "#lib/interviews/schema.ts";

const form = {
  key: newId(),
  candidate: newId(),
  moment: "start",
  employer: "Harbour Freight",
  jobTitle: "Office coordinator",
  format: "video",
  date: "2026-11-24",
  time: "10:30",
  minutes: "",
  source: "own",
  roleFamily: "office_admin",
};
const mends = (changes: Record<string, unknown>) => {
  const read = logInterviewSchema.safeParse({ ...form, ...changes });
  return read.success ? [] : read.error.issues.map((issue) => String(issue.path[0] ?? "form"));
};

test("a filled form is read into dates, times and numbers", () => {
  const read = logInterviewSchema.parse({ ...form, minutes: " 45 ", employer: "  Café 🚀 Nord  " });
  expect(read).toMatchObject({ employer: "Café 🚀 Nord", minutes: 45 });
  expect([read.date.toString(), read.time.toString()]).toEqual(["2026-11-24", "10:30:00"]);
  expect(logInterviewSchema.parse(form).minutes).toBeNull();
});

test.each<[string, Record<string, unknown>]>([
  ["employer", { employer: " " }],
  ["employer", { employer: "x".repeat(121) }],
  // One sign that is eighteen letters when it is compared.
  ["employer", { employer: "\ufdfa".repeat(20) }],
  ["employer", { employer: "Harbour\u0000Freight" }],
  ["employer", { employer: "Harbour \ud800" }],
  ["employer", { employer: "\u202eFreight" }],
  ["employer", { employer: `e${"\u0301".repeat(10_000)}` }],
  ["employer", { employer: "two\nlines" }],
  ["jobTitle", { jobTitle: "" }],
  ["jobTitle", { jobTitle: ["a", "b"] }],
  ["format", { format: "pigeon" }],
  ["format", { format: undefined }],
  ["date", { date: "" }],
  ["date", { date: "2026-02-30" }],
  ["date", { date: "12026-01-01" }],
  ["time", { time: "" }],
  ["time", { time: "24:00" }],
  ["time", { time: "10:30:15" }],
  ["minutes", { minutes: "4" }],
  ["minutes", { minutes: "481" }],
  ["minutes", { minutes: "-60" }],
  ["minutes", { minutes: "1e2" }],
  ["minutes", { minutes: "٤٥" }],
  ["source", { source: "friend" }],
  ["roleFamily", { roleFamily: "__proto__" }],
  ["candidate", { candidate: "1" }],
  ["moment", { moment: "middle" }],
  ["form", { version: "0" }],
])("what cannot be read is told at its field: %s", (field, changes) => {
  expect(mends(changes)).toContain(field);
});

test("an outcome and a version are codes and numbers, never something else", () => {
  const outcome = { key: newId(), interview: newId(), version: "3", outcome: "rejected" };
  expect(setOutcomeSchema.parse(outcome)).toMatchObject({ version: 3, outcome: "rejected" });
  expect(setOutcomeSchema.safeParse({ ...outcome, outcome: "hired" }).success).toBe(false);
  expect(setOutcomeSchema.safeParse({ ...outcome, reason: "" }).success).toBe(false);
  expect(setOutcomeSchema.safeParse({ ...outcome, version: "-1" }).success).toBe(false);
  expect(correctInterviewSchema.safeParse({ ...outcome, jobTitle: "x" }).success).toBe(false);
});
