import { expect, test } from "vitest";
import { getCandidate } from "#lib/candidates/queries/candidate.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { askForCall, noteCall, sendFirstHalf } from "#lib/post-mortems/commands/enough.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { getLowMoment } from "#lib/post-mortems/queries/moments.ts";
import { getPostMortemPage } from "#lib/post-mortems/queries/page.ts";
import { getReview } from "#lib/reviews/queries/review.ts";
import { draftOf, later, now, pastInterview, people } from "./staged.ts";

/** Canaries: the line is part of the first half, the rest is nobody's but the candidate's. */
const answers = {
  mood: "very_low",
  outcome: "rejected",
  keep_line: "KEPT-LINE",
  surprise: "CANARY-SURPRISE",
  "question.1": '{"text":"CANARY-QUESTION","rating":"blank"}',
  cause_primary: "NERVES",
  worked_well: "CANARY-WORKED",
} as const;

async function sent(sharing: Sharing = "my_counselor") {
  const everybody = await people();
  const interview = await pastInterview(everybody.maya);
  const postMortem = await draftOf(everybody.maya, interview.id, { ...answers, sharing });
  await sendFirstHalf(everybody.maya, { key: newId(), postMortem }, later(1));
  return { ...everybody, interview, postMortem };
}

test.each([
  ["my_counselor", { ana: true, ben: false, amir: false }],
  ["agency", { ana: true, ben: true, amir: true }],
  ["only_me", { ana: false, ben: false, amir: false }],
] as const)(
  "%s: mood, outcome and the line, to whoever may see it and nobody else",
  async (sharing, expected) => {
    const { maya, luis, ana, ben, amir, postMortem } = await sent(sharing);
    for (const [viewer, sees] of [
      [ana, expected.ana],
      [ben, expected.ben],
      [amir, expected.amir],
    ] as const) {
      const moment = await getLowMoment(viewer, postMortem, now);
      expect(moment !== null).toBe(sees);
      if (moment)
        expect(moment.shared).toMatchObject({ mood: "very_low", outcome: "rejected", keepLine: "KEPT-LINE" });
      expect(JSON.stringify(moment)).not.toMatch(/CANARY|NERVES/u);
      expect(await getReview(viewer, postMortem, now)).toBeNull();
    }
    for (const candidate of [maya, luis]) expect(await getLowMoment(candidate, postMortem, now)).toBeNull();
  },
);

test("only me and a call asked for: the wish, and nothing of what was written", async () => {
  const { maya, ana, ben, postMortem } = await sent("only_me");
  await askForCall(maya, { key: newId(), postMortem }, later(2));
  const moment = await getLowMoment(ana, postMortem, later(3));
  expect(moment).toMatchObject({ shared: null, call: { called: null } });
  expect(JSON.stringify(moment)).not.toMatch(/KEPT|CANARY|very_low/u);
  expect(await getLowMoment(ben, postMortem, now)).toBeNull();
  await noteCall(ana, { key: newId(), postMortem }, later(4));
  expect((await getLowMoment(ana, postMortem, later(5)))?.call?.called).toMatchObject({ by: "Ana" });
});

test("a draft that was not sent is no moment, and reading one is noted", async () => {
  const { maya, ana } = await people();
  const draft = await draftOf(maya, (await pastInterview(maya)).id, answers);
  expect(await getLowMoment(ana, draft, now)).toBeNull();
  const { ana: other, postMortem } = await sent();
  const looked: string[] = [];
  await getLowMoment({ ...other, looked: (id) => looked.push(id) }, postMortem, now);
  expect(looked).toEqual([postMortem]);
});

test("who hears of a wish for a call and nothing else has read nothing", async () => {
  const { maya, ana, postMortem } = await sent("only_me");
  await askForCall(maya, { key: newId(), postMortem }, later(2));
  const looked: string[] = [];
  const moment = await getLowMoment({ ...ana, looked: (id) => looked.push(id) }, postMortem, later(3));
  expect(moment).toMatchObject({ shared: null });
  expect(looked).toEqual([]);
});

test("its candidate has the calm page and the rest of the form; staff see only that it was started", async () => {
  const { maya, ana, interview, postMortem } = await sent();
  await db().agency.updateMany({ data: { helpLine: "Help line, day and night" } });
  const page = await getPostMortemPage(maya, interview.id, now);
  expect(page).toMatchObject({
    kind: "draft",
    enough: { id: postMortem, keepLine: "KEPT-LINE", counselor: "Ana", call: null },
    draft: { facts: { isEnough: true } },
  });
  expect(await getPostMortemPage(ana, interview.id, now)).toMatchObject({ kind: "started" });
});

test("the candidate's timeline tells it at once, and as any other once the rest has come", async () => {
  const { maya, ana, postMortem } = await sent();
  const entries = async () =>
    (await getCandidate(ana, maya.personId, { before: null, now: later(9) }))?.timeline.filter(
      ({ id }) => id === postMortem,
    );
  expect(await entries()).toMatchObject([
    { kind: "post_mortem", href: `/desk/post-mortems/${postMortem}`, body: "KEPT-LINE", isDue: false },
  ]);
  expect(JSON.stringify(await entries())).not.toContain("CANARY");
  await finishPostMortem(maya, { key: newId(), postMortem }, later(5));
  expect(await entries()).toMatchObject([{ kind: "post_mortem", body: null, isDue: true }]);
  const hidden = await sent("only_me");
  const timeline = (await getCandidate(hidden.ana, hidden.maya.personId, { before: null, now: later(9) }))
    ?.timeline;
  expect(JSON.stringify(timeline)).not.toContain("KEPT-LINE");
});

test("what the optional steps hold stands in the read of both sides", async () => {
  const { maya, ana } = await people();
  const id = await draftOf(maya, (await pastInterview(maya)).id, {
    mood: "low",
    outcome: "rejected",
    "rating.structure": "stands_out",
    feedback_words: "Kind words",
    feedback_from: "Jo",
    worked_well: "The start",
  });
  await finishPostMortem(maya, { key: newId(), postMortem: id }, later(1));
  const expected = {
    ratings: [{ dimension: "structure", level: 5 }],
    feedbackWords: "Kind words",
    feedbackFrom: "Jo",
    feedbackWish: null,
    workedWell: "The start",
    keepLine: null,
  };
  expect((await getReview(ana, id, later(2)))?.read).toMatchObject(expected);
  const { interviewId } = await db().postMortem.findUniqueOrThrow({ where: { id } });
  const page = await getPostMortemPage(maya, interviewId, later(2));
  expect(page?.kind === "finished" && page.read).toMatchObject(expected);
  await db().postMortem.update({
    where: { id },
    data: { feedbackWish: "ask_agency", reviewedAt: dateOf(now), reviewedById: ana.personId },
  });
  expect((await getReview(ana, id, later(3)))?.read.feedbackWish).toBe("ask_agency");
});
