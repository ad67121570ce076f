import { expect, test } from "vitest";
import type { AskedQuestion } from "#lib/post-mortems/rules/fields.ts";
import { readTyped } from "#lib/post-mortems/rules/answers.ts";
import { opinionsFor } from "#lib/post-mortems/rules/opinions.ts";
import { hardestQuestionsFirst, summaryOf } from "#lib/post-mortems/rules/summary.ts";

const questions: readonly AskedQuestion[] = [
  { text: "a", rating: "strong" },
  { text: "b" },
  { text: "c", rating: "rough" },
  { text: "d", rating: "blank" },
  { text: "e", rating: "rough" },
];

test("blank, then rough, then the rest, each as they were written", () => {
  expect(hardestQuestionsFirst(questions).map(({ text }) => text)).toEqual(["d", "c", "e", "a", "b"]);
});

test("the cause is in the summary only once revealed", () => {
  const typed = readTyped({ openPromise: false, answers: { mood: "low", cause_primary: "NERVES" } });
  const chosen = { primary: "NERVES", contributing: [] } as const;
  expect(JSON.stringify(summaryOf(typed, opinionsFor("counselor", null, chosen)))).not.toContain("NERVES");
  expect(
    summaryOf(typed, opinionsFor("counselor", { primary: "UNSURE", contributing: [] }, chosen)).cause,
  ).toEqual(chosen);
});
