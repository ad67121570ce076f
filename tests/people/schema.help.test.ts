import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { answerHelpSchema, askForHelpSchema } from "#lib/people/schema/help.ts";
import { helpLimits, helpWords } from "#lib/people/words/help.ts";

const key = newId();
const form = {
  key,
  name: "Nia",
  email: "nia@example.org",
  about: "search",
  happened: "I look for work.",
  consent: "yes",
};
const said = (facts: Record<string, string | undefined>) => {
  const entries = Object.entries({ ...form, ...facts }).filter(([, value]) => value !== undefined);
  const result = askForHelpSchema.safeParse(Object.fromEntries(entries));
  return result.success ? result.data : result.error.issues.map(({ path, message }) => [path[0], message]);
};

test("a topic or a session; words are needed for a topic, consent for everything", () => {
  expect(said({})).toMatchObject({ about: { topic: "search", session: null } });
  expect(said({ about: `session-${key}`, happened: "" })).toMatchObject({
    about: { topic: "workshop", session: key },
  });
  for (const about of [undefined, "", "workshop", "session-", "session-x", key])
    expect(said({ about }), String(about)).toEqual([["about", helpWords.topicNeeded]]);
  expect(said({ happened: " " })).toEqual([["happened", helpWords.happenedNeeded]]);
  for (const consent of [undefined, "", "no"])
    expect(said({ consent })).toEqual([["consent", helpWords.consentNeeded]]);
});

test("texts have their limits, and characters that cannot be shown are told", () => {
  expect(said({ happened: "x".repeat(helpLimits.happened) })).toHaveProperty("happened");
  for (const facts of [
    { happened: "x".repeat(helpLimits.happened + 1) },
    { happened: "\u0000" },
    { happened: "\u202Eabc" },
    { name: "" },
    { name: "x".repeat(121) },
    { name: "Nia\nBcc: x@example.org" },
    { email: "nobody" },
    { extra: "field" },
  ])
    expect(said(facts), JSON.stringify(facts)).toHaveLength(1);
  const answer = (text: string) => answerHelpSchema.safeParse({ key, request: key, answer: text }).success;
  expect([answer("  "), answer("Come by."), answer("x".repeat(helpLimits.answer + 1))]).toEqual([
    false,
    true,
    false,
  ]);
});
