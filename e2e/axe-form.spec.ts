import type { Page } from "@playwright/test";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { screenIds, type ScreenId } from "#lib/post-mortems/rules/screens.ts";
import { draft, entered, finished, heardBack } from "../tests/accounts/things.ts";
import { expectNothingFound, signIn } from "./support/axe-shapes.ts";
import { closeStageDb, makeCompany, stageNow } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

test.describe.configure({ timeout: 900_000 });
test.use({ trace: "off" });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));
test.afterAll(closeStageDb);

/** Screens that a form has only after another answer, or that another form has. */
const elsewhere = {
  next: ["next_round"],
  low: ["keep_line", "sharing"],
  news: ["news_mood", "news_reason", "news_words", "news_wish", "news_done"],
  call: ["together", "hand_over"],
} as const satisfies Record<string, readonly ScreenId[]>;

async function look(page: Page, form: string, screens: readonly ScreenId[]): Promise<void> {
  for (const screen of screens) {
    await page.goto(`${form}?step=${screen}${screen === "rating" ? "&n=1" : ""}`);
    // Which screen stands there: by the field that says where the answer belongs, or by its address alone where it has none.
    const field = page.locator('input[name="screen"]').first();
    if (["hand_over", "news_done"].includes(screen)) await expect(field).toHaveCount(0);
    else await expect(field).toHaveValue(screen);
    await expectNothingFound(page);
  }
}

test("axe finds nothing on any screen of the post-mortem's form", async ({ page, arrive }) => {
  const company = await makeCompany();
  await signIn(page, company.tokens.owner);
  const { id, interviewId } = await draftWithAll(company);
  const form = `/interviews/${interviewId}/post-mortem`;
  const others: readonly ScreenId[] = [...elsewhere.next, "keep_line", ...elsewhere.news, ...elsewhere.call];
  await look(
    page,
    form,
    screenIds.filter((screen) => !others.includes(screen)),
  );
  await answerOf(company, id, { outcome: "next_round" });
  await look(page, form, elsewhere.next);
  await answerOf(company, id, { mood: "very_low" });
  await look(page, form, elsewhere.low);
  const heard = await heardBack(company);
  await look(page, `/interviews/${heard.interviewId}/heard-back`, elsewhere.news);
  const counselor = await arrive();
  await signIn(counselor, company.tokens.assigned);
  const onACall = await entered(company);
  await look(counselor, `/interviews/${onACall.interviewId}/post-mortem`, elsewhere.call);
});

/** A draft of the owner in which every screen is asked: a promise was made before, and was not kept. */
async function draftWithAll(company: Company) {
  const { db, cast, now } = company;
  const earlier = await finished(company);
  await db.promise.create({
    data: {
      id: newId(),
      candidateId: cast.owner.id,
      postMortemId: earlier.id,
      ifText: "they ask about me",
      thenText: "stop after sixty seconds",
      madeAt: dateOf(now.subtract({ hours: 60 })),
    },
  });
  const { id, interviewId } = await draft(company);
  await answerOf(company, id, {
    promise_answer: "no",
    outcome: "rejected",
    "question.1": JSON.stringify({ text: "Why did you leave?", rating: "blank", knewIt: true }),
    cause_primary: "NERVES",
  });
  return { id, interviewId };
}

/** Each later than what was answered before. */
async function answerOf(
  { db, cast }: Company,
  postMortemId: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await db.postMortemAnswer.createMany({
    data: Object.entries(answers).map(([field, value]) => ({
      id: newId(),
      postMortemId,
      field,
      value,
      writtenAt: dateOf(stageNow()),
      writtenById: cast.owner.id,
    })),
  });
}
