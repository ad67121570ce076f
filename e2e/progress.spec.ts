import type { Page } from "@playwright/test";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeEmployer, makeInterview, makePostMortem } from "../prisma/seed/factories.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { signedIn } from "./support/form.ts";
import { section } from "./support/post-mortem.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

/** A finished post-mortem with its mood, one hard question, and a cause that both named. */
async function wroteOne({ db, now, cast }: Company, daysAgo: number): Promise<void> {
  const startsAt = now.subtract({ hours: 24 * daysAgo });
  const { id: employerId } = await makeEmployer(db, { name: `Harbour ${newId()}` });
  const application = { employerId };
  const interview = await makeInterview(db, { candidateId: cast.owner.id, startsAt, application });
  const finishedAt = dateOf(startsAt.add({ hours: 3 }));
  const { id } = await makePostMortem(db, interview, startsAt, { mood: "low", finishedAt });
  const question = { id: newId(), postMortemId: id, position: 1, text: "Which shifts?" };
  await db.askedQuestion.create({ data: { ...question, rating: "rough" } });
  const chosen = { postMortemId: id, primary: "NERVES", chosenAt: finishedAt } as const;
  await db.opinion.createMany({
    data: [
      { id: newId(), ...chosen, authorId: cast.owner.id, side: "candidate" },
      { id: newId(), ...chosen, authorId: cast.assigned.id, side: "counselor" },
    ],
  });
}

/** The titles of the charts, and what stands there instead of one of two interviews. */
const locks = {
  "How you felt": "Charts start at three interviews. You have written about two.",
  "Questions that were hard": "Charts start at three interviews. You have written down questions after two.",
};

const drawn = (page: Page, title: string) => section(page, title).locator("figure");

test("charts of moods and questions say why they are not drawn, until there are three interviews", async ({
  page,
}) => {
  const company = await makeCompany();
  await signedIn(page, company);
  await wroteOne(company, 20);
  await wroteOne(company, 10);
  await page.goto("/you/progress");
  for (const [title, why] of Object.entries(locks)) {
    await expect(section(page, title).getByText(why, { exact: true })).toBeVisible();
    await expect(drawn(page, title)).toHaveCount(0);
  }
  await wroteOne(company, 5);
  await page.reload();
  for (const [title, why] of Object.entries(locks)) {
    await expect(drawn(page, title)).toHaveCount(1);
    await expect(page.getByText(why, { exact: true })).toHaveCount(0);
  }
});

test("that a percentage is said from five on is said until there are five", async ({ page }) => {
  const company = await makeCompany();
  await signedIn(page, company);
  const patterns = page.locator("#patterns");
  const sentence = patterns.getByText("A percentage is said from five on.");
  for (const daysAgo of [20, 16, 12, 8]) await wroteOne(company, daysAgo);
  await page.goto("/you/progress");
  await expect(sentence).toBeVisible();
  await expect(patterns).not.toContainText("%");
  await wroteOne(company, 4);
  await page.reload();
  await expect(patterns).toContainText("100 %");
  await expect(sentence).toHaveCount(0);
});
