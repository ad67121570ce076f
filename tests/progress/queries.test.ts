import { expect, test } from "vitest";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { commandsDb as db, pagesDb } from "#lib/infra/db.ts";
import { getProgress } from "#lib/progress/queries.ts";
import { choose, now, people, viewerOf } from "../reviews/people.ts";
import { payloadOf } from "../support/payload.ts";
import { askedIn, promised, wroteAbout } from "./staged.ts";

type People = Awaited<ReturnType<typeof people>>;
const progressOf = (person: People["maya"]) => getProgress(viewerOf(person), now);
const patternsFor = async (reader: People["ana"], candidate: People["maya"]) =>
  (await getCandidate(viewerOf(reader), candidate.id, { before: null, now }))?.patterns;

/** A cause's state and words, and in how many of how many. */
const brief = (found: Awaited<ReturnType<typeof patternsFor>>) =>
  found?.patterns.map(
    ({ cause, state, strength, count, of }) => `${cause} ${state} ${strength} ${count}/${of}`,
  );

test("somebody new has nothing, whatever others wrote", async () => {
  const { ana, ben, maya, luis } = await people();
  await wroteAbout(luis, ben, { daysAgo: 3, own: ["NERVES"], other: ["NERVES"] });
  await wroteAbout(maya, ana, { daysAgo: 2, own: ["PITCH"], isDraft: true });
  expect(await progressOf(maya)).toEqual({
    written: 0,
    moods: [],
    rated: [],
    asked: [],
    patterns: { counted: 0, patterns: [], settled: [], open: [], own: [] },
    promises: { kept: { yes: 0, partly: 0, no: 0, did_not_come_up: 0, cameUp: 0 }, open: null },
  });
});

test("moods, self-ratings and hard questions stand in the order of the interviews, not of the writing", async () => {
  const { ana, maya } = await people();
  const later = await wroteAbout(maya, ana, { daysAgo: 2, mood: "good" });
  const first = await wroteAbout(maya, ana, { daysAgo: 9, mood: "very_low", sharing: "only_me" });
  await askedIn(first, "rough", "blank", "okay");
  await db().selfRating.create({ data: { postMortemId: later.id, dimension: "composure", level: 4 } });
  const progress = await progressOf(maya);
  expect(progress.written).toBe(2);
  expect(progress.moods.map(({ interviewId, mood }) => [interviewId, mood])).toEqual([
    [first.interviewId, "very_low"],
    [later.interviewId, "good"],
  ]);
  expect(progress.rated).toMatchObject([
    { interviewId: later.interviewId, ratings: [{ dimension: "composure", level: 4 }] },
  ]);
  expect(progress.asked).toMatchObject([{ interviewId: first.interviewId, asked: 3, hard: 2 }]);
});

test("three interviews with one cause are a pattern, with their evidence; three without it resolve it", async () => {
  const { ana, maya } = await people();
  const nerves = { own: ["NERVES"], other: ["NERVES", "CLOSING"] } as const;
  const third = await wroteAbout(maya, ana, { daysAgo: 20, ...nerves });
  const first = await wroteAbout(maya, ana, { daysAgo: 40, ...nerves });
  const second = await wroteAbout(maya, ana, { daysAgo: 30, ...nerves });
  const before = await progressOf(maya);
  expect(brief(before.patterns)).toEqual(["NERVES active pattern 3/3"]);
  expect(before.patterns.patterns[0]).toMatchObject({ name: "Nerves took over" });
  expect(before.patterns.patterns[0]?.evidence.map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
  expect(before.patterns.open[0]).toMatchObject({
    id: third.id,
    counselor: "Ana",
    byCandidate: [],
    byCounselor: [expect.stringContaining("ending")],
  });
  expect(brief(await patternsFor(ana, maya))).toEqual(brief(before.patterns));
  await wroteAbout(maya, ana, { daysAgo: 10, own: ["PITCH"], other: ["PITCH"] });
  await wroteAbout(maya, ana, { daysAgo: 9, own: ["OUTSIDE"], other: ["OUTSIDE"] });
  await wroteAbout(maya, ana, { daysAgo: 8, outcome: "next_round" });
  await wroteAbout(maya, ana, { daysAgo: 7, own: ["UNSURE"], other: ["PITCH"], afterTalking: ["PITCH"] });
  const after = ["PITCH active maybe 2/6", "NERVES resolved now_and_then 3/6"];
  expect(brief((await progressOf(maya)).patterns)).toEqual(after);
  expect(brief(await patternsFor(ana, maya))).toEqual(after);
});

test("chosen together on a call settles, and after good news a choice counts for nothing", async () => {
  const { ana, maya } = await people();
  await wroteAbout(maya, ana, { daysAgo: 9, own: ["HISTORY"], other: ["HISTORY"], together: true });
  await wroteAbout(maya, ana, { daysAgo: 8, own: ["HISTORY"], other: ["HISTORY"], outcome: "offer" });
  const { patterns } = await progressOf(maya);
  expect(patterns.settled).toMatchObject([{ by: "together" }]);
  expect(brief(patterns)).toEqual(["HISTORY seen once 1/2"]);
});

test("until both have chosen, neither side gets anything computed from the other's choice", async () => {
  const { ana, maya } = await people();
  await wroteAbout(maya, ana, { daysAgo: 30, own: ["NERVES"], other: ["NERVES"] });
  const mine = await wroteAbout(maya, ana, { daysAgo: 20, own: ["NERVES"] });
  const theirs = await wroteAbout(maya, ana, { daysAgo: 10, other: ["HISTORY"] });
  await promised(mine, "canary-if");
  const [own, seen] = [await progressOf(maya), await patternsFor(ana, maya)];
  expect(brief(own.patterns)).toEqual(["NERVES seen once 1/1"]);
  expect(brief(seen)).toEqual(["NERVES seen once 1/1"]);
  expect(own.patterns.own).toMatchObject([{ id: mine.id, causes: ["Nerves took over"] }]);
  expect(payloadOf(own)).not.toMatch(/HISTORY|Hard topics/u);
  expect(payloadOf(own)).not.toContain(theirs.id);
  expect(seen?.own).toEqual([]);
  const page = await getCandidate(viewerOf(ana), maya.id, { before: null, now });
  expect(payloadOf(page)).not.toContain("canary-if");
  expect(payloadOf(seen)).not.toContain(mine.id);
  await wroteAbout(maya, ana, { daysAgo: 5, own: ["UNSURE"], other: ["HISTORY"] });
  expect((await patternsFor(ana, maya))?.open).toMatchObject([{ byCandidate: ["Not sure yet"] }]);
});

test("a choice that is not revealed changes no byte of what the other side is given", async () => {
  const { ana, maya } = await people();
  await wroteAbout(maya, ana, { daysAgo: 30, own: ["NERVES"], other: ["NERVES"] });
  const mine = await wroteAbout(maya, ana, { daysAgo: 20 });
  const theirs = await wroteAbout(maya, ana, { daysAgo: 10 });
  const before = [payloadOf(await progressOf(maya)), payloadOf(await patternsFor(ana, maya))];
  await choose(theirs, ana, "counselor", "NERVES");
  expect(payloadOf(await progressOf(maya))).toBe(before[0]);
  await choose(mine, maya, "candidate", "NERVES");
  expect(payloadOf(await patternsFor(ana, maya))).toBe(before[1]);
  await choose(mine, ana, "counselor", "NERVES");
  expect(brief(await patternsFor(ana, maya))).toEqual(["NERVES active maybe 2/2"]);
});

test("after good news that staff noted, an unrevealed choice stays unselected", async () => {
  const { ana, maya } = await people();
  await wroteAbout(maya, ana, { daysAgo: 6, own: ["APPEARANCE"], outcome: "next_round" });
  const seen = await patternsFor(ana, maya);
  expect(seen).toMatchObject({ counted: 1, patterns: [], open: [] });
  expect(payloadOf(seen)).not.toMatch(/APPEARANCE|Appearance/u);
});

test("staff count only what they may see, and strangers nothing", async () => {
  const { ana, ben, amir, maya, luis } = await people();
  const nerves = { own: ["NERVES"], other: ["NERVES"] } as const;
  await wroteAbout(maya, ana, { daysAgo: 30, ...nerves, sharing: "only_me" });
  await wroteAbout(maya, ana, { daysAgo: 20, ...nerves });
  await wroteAbout(maya, ana, { daysAgo: 10, ...nerves, sharing: "agency" });
  expect(brief((await progressOf(maya)).patterns)).toEqual(["NERVES active pattern 3/3"]);
  expect(brief(await patternsFor(ana, maya))).toEqual(["NERVES active maybe 2/2"]);
  expect(brief(await patternsFor(amir, maya))).toEqual(["NERVES seen once 1/1"]);
  expect(await patternsFor(ben, maya)).toBeUndefined();
  expect(await patternsFor(luis, maya)).toBeUndefined();
  expect((await progressOf(luis)).written).toBe(0);
});

test("promises: each once by its latest answer; to staff without those that are blind or hidden", async () => {
  const { ana, maya } = await people();
  const both = { own: ["NERVES"], other: ["PITCH"] } as const;
  const first = await wroteAbout(maya, ana, { daysAgo: 40, ...both });
  const second = await wroteAbout(maya, ana, { daysAgo: 30, ...both });
  const blind = await wroteAbout(maya, ana, { daysAgo: 20, own: ["NERVES"] });
  const hidden = await wroteAbout(maya, ana, { daysAgo: 10, ...both, sharing: "only_me" });
  await promised(first, "they ask", { answer: "yes", askedIn: second });
  await promised(second, "they wait", { answer: "no", askedIn: hidden });
  await promised(blind, "they smile", { answer: "did_not_come_up", askedIn: hidden });
  await promised(hidden, "they stay silent");
  expect((await progressOf(maya)).promises).toEqual({
    kept: { yes: 1, partly: 0, no: 1, did_not_come_up: 1, cameUp: 2 },
    open: { if: "they stay silent", then: "breathe out once" },
  });
  const page = await getCandidate(viewerOf(ana), maya.id, { before: null, now });
  expect(page?.promises).toEqual({
    kept: { yes: 1, partly: 0, no: 0, did_not_come_up: 0, cameUp: 1 },
    // What closed it is not hers to know, so to her it is open still.
    open: { if: "they wait", then: "breathe out once" },
  });
});

test("three statements for the candidate's own page, four for the staff's, whatever there is", async () => {
  const { ana, maya } = await people();
  for (const daysAgo of [5, 7, 9])
    await wroteAbout(maya, ana, { daysAgo, own: ["NERVES"], other: ["PITCH"] });
  await promised(await wroteAbout(maya, ana, { daysAgo: 3, own: ["NERVES"], other: ["NERVES"] }), "they ask");
  await progressOf(maya);
  let statements = 0;
  pagesDb().$on("query" as never, () => void (statements += 1));
  await progressOf(maya);
  expect(statements).toBe(3);
  await patternsFor(ana, maya);
  expect(statements).toBe(3 + 4);
});
