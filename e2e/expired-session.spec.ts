import type { BrowserContextOptions, Page } from "@playwright/test";
import { dateOf } from "#lib/infra/db.ts";
import { finished } from "../tests/accounts/things.ts";
import type { Actor } from "../tests/support/cast.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { codeIn } from "./support/mailbox.ts";
import type { MailboxReader } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

const kept = "You had typed this before your session ended.";

async function signedIn(page: Page, company: Company, actor: Actor): Promise<void> {
  const url = String(process.env["PORTAL_URL"]);
  await page
    .context()
    .addCookies([
      { name: "debrief", value: company.tokens[actor] ?? "", url, httpOnly: true, sameSite: "Lax" },
    ]);
}

/** The session's time is over: 31 days for a candidate, 13 hours for staff. */
async function letExpire({ db, now, cast }: Company, actor: "owner" | "assigned"): Promise<void> {
  const createdAt = dateOf(now.subtract({ hours: actor === "owner" ? 31 * 24 : 13 }));
  await db.signInSession.updateMany({ where: { personId: cast[actor].id }, data: { createdAt } });
}

/** Signs in with the six digits of the mail, from wherever the sign-in page is shown. */
async function signInAgain(page: Page, mailbox: MailboxReader, email: string): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const before = await mailbox.mails(email);
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page.getByLabel("Six digits from the mail")).toBeVisible();
  const mail = await mailbox.waitFor(email, /sign-in/i, before);
  await page.getByLabel("Six digits from the mail").fill(codeIn(mail));
  await page.getByRole("button", { name: "Sign in" }).click();
}

const ways: [string, BrowserContextOptions][] = [
  ["with script", {}],
  ["without script", { javaScriptEnabled: false }],
];

for (const [how, options] of ways) {
  test(`a candidate's form survives a session that ran out, ${how}`, async ({ arrive, mailbox }) => {
    const [company, page] = [await makeCompany(), await arrive(options)];
    await signedIn(page, company, "owner");
    await page.goto("/interviews/new");
    await page.getByLabel("Employer").fill("Harbour & Söhne <b>");
    await page.getByLabel("Job").fill("Ward clerk");
    await letExpire(company, "owner");
    await page.getByRole("button", { name: "Log it" }).click();
    await signInAgain(page, mailbox, company.cast.owner.email);
    await expect(page).toHaveURL(/\/interviews\/new/);
    await expect(page.getByText(kept)).toBeVisible();
    await expect(page.getByLabel("Employer")).toHaveValue("Harbour & Söhne <b>");
    await expect(page.getByLabel("Job")).toHaveValue("Ward clerk");
    expect(await company.db.application.count({ where: { candidateId: company.cast.owner.id } })).toBe(0);
  });

  test(`a counselor's note survives a session that ran out, ${how}`, async ({ arrive, mailbox }) => {
    const [company, page] = [await makeCompany(), await arrive(options)];
    const { id } = await finished(company);
    await signedIn(page, company, "assigned");
    await page.goto(`/desk/post-mortems/${id}`);
    const note = page
      .locator("form", { has: page.locator('button[name="review"]') })
      .locator('textarea[name="body"]')
      .first();
    await note.fill("Two lines.\nAnd what worked: the pause.");
    await letExpire(company, "assigned");
    await page.locator('button[name="review"][value="no"]').first().click();
    await signInAgain(page, mailbox, company.cast.assigned.email);
    await expect(page).toHaveURL(new RegExp(`/desk/post-mortems/${id}`));
    await expect(note).toHaveValue("Two lines.\nAnd what worked: the pause.");
    expect(await company.db.coachingNote.count({ where: { postMortemId: id } })).toBe(0);
  });

  test(`of a session that was revoked nothing is kept, ${how}`, async ({ arrive, mailbox }) => {
    const [company, page] = [await makeCompany(), await arrive(options)];
    const { db, now, cast } = company;
    await signedIn(page, company, "owner");
    await page.goto("/interviews/new");
    await page.getByLabel("Employer").fill("Nobody shall find this");
    await db.signInSession.updateMany({
      where: { personId: cast.owner.id },
      data: { endedAt: dateOf(now), endedBy: "everywhere" },
    });
    await page.getByRole("button", { name: "Log it" }).click();
    await signInAgain(page, mailbox, cast.owner.email);
    await page.waitForURL(/\/interviews\/new/);
    await page.goto("/interviews/new?kept=1");
    await expect(page.getByLabel("Employer")).toHaveValue("");
    expect(await db.keptForm.count({ where: { personId: cast.owner.id } })).toBe(0);
  });
}

test("what was kept is for its person and its page only", async ({ arrive }) => {
  const company = await makeCompany();
  const { db, now, cast } = company;
  const values = { employer: "Only for Maya", jobTitle: "Clerk", form: "logInterviewAction" };
  await db.keptForm.create({
    data: {
      id: crypto.randomUUID(),
      personId: cast.owner.id,
      path: "/interviews/new",
      values,
      keptAt: dateOf(now),
    },
  });
  const page = await arrive();
  await signedIn(page, company, "otherCandidate");
  await page.goto("/interviews/new?kept=1");
  await expect(page.getByLabel("Employer")).toHaveValue("");
  const hers = await arrive();
  await signedIn(hers, company, "owner");
  await hers.goto("/interviews/new?kept=1");
  await expect(hers.getByLabel("Employer")).toHaveValue("Only for Maya");
  await db.keptForm.updateMany({
    where: { personId: cast.owner.id },
    data: { keptAt: dateOf(now.subtract({ hours: 24, minutes: 1 })) },
  });
  await hers.goto("/interviews/new?kept=1");
  await expect(hers.getByLabel("Employer")).toHaveValue("");
});
