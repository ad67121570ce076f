import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { MailBody } from "#lib/mail/mail.tsx";
import { firstActions } from "#lib/causes/words/first-actions.ts";
import { firstGuides } from "#lib/causes/words/first-guides.ts";
import { firstTaxonomy } from "#lib/causes/words/first-taxonomy.ts";
import { commonQuestions, familyQuestions } from "#lib/questions/words.ts";
import { bannedIn, textsOf } from "../support/tone.ts";
import { paths, root } from "./tree.ts";

const staffOnly = /^lib\/(?:desk|people|reports|settings)\//;
/** What employers ask, in their words. */
const bank = /^lib\/questions\/words\.ts$/;

const wordFiles = paths("lib").filter((path) => /^lib\/[^/]+\/words(?:\.ts$|\/)/.test(path));
/** What every door answers, and what shapes of input say of any text. */
const doorFiles = paths("lib").filter((path) => /^lib\/(?:web\/[^/]+|infra\/[^/]+-schema)\.ts$/.test(path));
const mailFiles = paths("lib").filter((path) => /^lib\/[^/]+\/mail\.tsx$/.test(path));

async function moduleAt(path: string): Promise<Record<string, unknown>> {
  return { ...((await import(join(root, path))) as Record<string, unknown>) };
}

/** Every planted sentence, wherever it hides, is found once. */
const planted: readonly (readonly [name: string, value: unknown])[] = [
  ["a sentence", { a: "You should have asked." }],
  ["a single word", { state: "failed" }],
  ["a list", [[{ text: "That was wrong." }]]],
  ["a name in between", { a: (name: string) => `${name} says: why did you leave early?` }],
  ["the other branch", { a: (count: number) => (count === 1 ? "One" : "A weaker answer") }],
  ["nothing given", { a: (name: string | null) => (name === null ? "A failure" : `With ${name}`) }],
  [
    "a list of names",
    { a: (names: readonly string[]) => (names.length === 1 ? "Fine" : `${names[0] ?? ""}, ranked`) },
  ],
  ["a sentence of a sentence", { a: () => ({ b: () => "It shouldn’t have been so." }) }],
  ["a comparison", { a: "You did better than most candidates." }],
];

const allowed = [
  "What is your greatest weakness?",
  "Something goes amiss",
  "A stronger candidate",
  "What should we have ready for you?",
  "Fairly frank",
];

describe("what no candidate reads is found", () => {
  test.each(planted)("%s", (_name, value) => {
    const { texts, unspoken } = textsOf(value);
    expect(unspoken).toEqual([]);
    expect(new Set(texts.flatMap((text) => bannedIn(text))).size).toBe(1);
  });

  test("a sentence that nothing makes speak is told", () => {
    const a = (facts: { who: { name: string } }) => `Hello ${facts.who.name}`;
    expect(textsOf({ words: { a } }).unspoken).toEqual(["it.words.a"]);
  });

  test("what only sounds like it is left alone", () => {
    expect(allowed.flatMap((text) => bannedIn(text))).toEqual([]);
    expect(bannedIn("Why did you leave your last job?", { employers: true })).toEqual([]);
    expect(bannedIn("Why did you leave your last job?")).toEqual(["Why did you"]);
  });
});

describe("all words of all features, one by one, as they are said", () => {
  test.each(wordFiles.filter((path) => !staffOnly.test(path)))("%s", async (path) => {
    const { texts, unspoken } = textsOf(await moduleAt(path));
    expect(unspoken).toEqual([]);
    expect(texts.flatMap((text) => bannedIn(text, { employers: bank.test(path) }))).toEqual([]);
  });

  test("the taxonomy, its actions, the guides and the bank of questions are among them", async () => {
    const said = new Set<string>();
    for (const path of wordFiles) for (const text of textsOf(await moduleAt(path)).texts) said.add(text);
    const content = textsOf([
      firstTaxonomy,
      firstActions,
      firstGuides,
      commonQuestions,
      familyQuestions,
    ]).texts;
    expect(content.length).toBeGreaterThan(200);
    expect(content.filter((text) => !said.has(text))).toEqual([]);
  });
});

/** The sentences that a module exports: whatever is called words or messages. */
const sentencesOf = (module: Record<string, unknown>) =>
  Object.entries(module).filter(([name]) => /(?:Words|Messages)$/.test(name));

describe("what every door and every shape of input answers, as it is said", () => {
  test("the sentences of the doors, one by one", async () => {
    const said = await Promise.all(doorFiles.map(async (path) => sentencesOf(await moduleAt(path))));
    const { texts, unspoken } = textsOf(Object.fromEntries(said.flat()));
    expect(said.flat().map(([name]) => name)).toEqual(
      expect.arrayContaining(["commonWords", "textMessages"]),
    );
    expect(unspoken).toEqual([]);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.flatMap((text) => bannedIn(text))).toEqual([]);
  });

  test("planted beside them, one is found", () => {
    const planted = {
      other: "failed",
      textMessages: { too_long: (max: number) => `Wrong: more than ${max}` },
    };
    const { texts } = textsOf(Object.fromEntries(sentencesOf(planted)));
    expect(new Set(texts.flatMap((text) => bannedIn(text)))).toEqual(new Set(["Wrong"]));
  });
});

/** Props of mails that are no texts: lists of things that are told, and one of them. */
const lists: readonly PropertyKey[] = ["others", "written", "rests"];
const things: readonly PropertyKey[] = ["latest"];

/** Props of a mail, each its own name or empty, so that both sides of what a body decides are said. */
const props = (filled: boolean): object =>
  new Proxy(
    {},
    {
      get(_, name) {
        if (things.includes(name)) return props(filled);
        if (lists.includes(name)) return filled ? [props(filled), props(filled)] : [];
        return filled ? `[${String(name)}]` : "";
      },
    },
  );

describe("all mails, as they are read", () => {
  test.each(mailFiles)("%s", async (path) => {
    const bodies = Object.entries(await moduleAt(path)).filter(([name]) => /[a-z]Mail$/.test(name));
    if (path !== "lib/mail/mail.tsx") expect(bodies.length).toBeGreaterThan(0);
    for (const [, make] of bodies) {
      for (const filled of [true, false]) {
        const body = (make as (given: object) => MailBody)(props(filled));
        const read = `${body.subject} ${renderToStaticMarkup(body.content)}`;
        expect(read.length).toBeGreaterThan(60);
        expect(bannedIn(read.replaceAll(/<[^>]*>/g, " "))).toEqual([]);
      }
    }
  });
});
