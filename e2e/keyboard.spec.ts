import type { Page } from "@playwright/test";
import { newId } from "#lib/infra/hash.ts";
import { draft, finished, interview, mock, note } from "../tests/accounts/things.ts";
import type { Actor } from "../tests/support/cast.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { choose, press, reach, type } from "./support/keyboard.ts";
import { codeIn } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

/** The jobs without a pointer: every step is reached with Tab and done with Enter, Space, an arrow or typing. */
test.describe.configure({ mode: "parallel", timeout: 180_000 });
test.afterAll(closeStageDb);

test("somebody signs in with the code of a mail, and out again, by keyboard alone", async ({
  page,
  mailbox,
}) => {
  const { cast } = await makeCompany();
  const { email } = cast.owner;
  await page.goto("/sign-in");
  await type(page, "Your mail address", email);
  await press(page, "Send me the mail");
  await page.waitForURL("**/sign-in/*");
  await type(page, "Six digits from the mail", codeIn(await mailbox.waitFor(email, /sign-in/i)));
  await press(page, "Sign in");
  await page.waitForURL("**/home");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // The skip link is the first stop; the next one after it stands in the page itself.
  await reach(page, "I've just had an interview");
  await press(page, "You");
  await page.waitForURL("**/you");
  await press(page, "Sign out everywhere");
  await page.waitForURL("**/sign-in*");
});

test("a candidate logs an interview, writes the post-mortem and books a mock by keyboard alone", async ({
  page,
}) => {
  const company = await makeCompany();
  await signIn(page, company, "owner");
  await page.goto("/home");
  await press(page, "I've just had an interview");
  await page.waitForURL("**/interviews/new?just*");
  await type(page, "Employer", "Orchard Foods");
  await type(page, "Job", "Team assistant");
  await choose(page, "How do you talk?", "Video");
  await choose(page, "Kind of work", "Office and administration");
  await press(page, "Save and go on");

  await answer(page, "How do you feel about it?", "Good");
  await answer(page, "How did it end?", "They said no");
  await answer(page, "What did they ask?", "Tell me about yourself.");
  await answer(page, "How did your answer go?", "Rough");
  await expectHeading(page, "What did you notice?");
  await reach(page, "Cut me off");
  await page.keyboard.press("Space");
  await press(page, "Next");
  await answer(page, "What got in the way most?", "My answers ran long or short");
  await answer(page, "Anything else?", "Next");
  await expectHeading(page, "One promise for next time");
  await type(page, "If", "they ask about me");
  await type(page, "then I will", "stop after sixty seconds");
  await press(page, "Next");
  await answer(page, "Who may see this?", "Finish");
  await expectHeading(page, "Debrief");
  await expect(page.getByText(/stop after sixty seconds/)).toBeVisible();

  await page.goto("/practice");
  await press(page, "Book a mock interview");
  await page.waitForURL("**/practice/mocks/new*");
  await press(page, /^Book .*, 45 minutes, with/);
  await page.waitForURL("**/practice/mocks/*?done=booked");
});

test("a candidate goes on with a draft, and answers a note, by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  const written = await note(company);
  await draft(company);
  await signIn(page, company, "owner");
  await page.goto("/home");
  await press(page, "Go on");
  await answer(page, "How did it end?", "Waiting");
  await expectHeading(page, "What did they ask?");
  await page.goto("/interviews");
  const { interviewId } = await company.db.postMortem.findUniqueOrThrow({
    where: { id: written.postMortemId },
  });
  await page.goto(`/interviews/${interviewId}/post-mortem`);
  await type(page, /^Answer Ana/, "Yes please, this week.");
  await press(page, "Send the answer");
  await expect(page.getByRole("article").filter({ hasText: "Yes please, this week." })).toBeVisible();
});

test("a candidate moves a mock and cancels it by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  await mock(company);
  await signIn(page, company, "owner");
  await page.goto("/practice");
  await press(page, "Mock interview");
  await page.waitForURL("**/practice/mocks/*");
  await press(page, "Move it to another time");
  await page.waitForURL("**/move*");
  await press(page, /^Move to .*, 45 minutes, with/);
  await page.waitForURL("**/practice/mocks/*?done=moved");
  await press(page, "Cancel this session");
  await press(page, "Something else came up");
  await expect(page.getByRole("status").first()).toContainText("Cancelled.");
});

test("a candidate says what came back by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  const { id } = await interview(company);
  await signIn(page, company, "owner");
  await page.goto("/home");
  await press(page, /^I've heard back/);
  await page.waitForURL(`**/interviews/${id}/outcome`);
  await press(page, "They said no");
  await page.waitForURL("**/post-mortem*");
  await expectHeading(page, "How do you feel about it?");
  const saved = await company.db.interview.findUniqueOrThrow({ where: { id } });
  expect(saved.outcome).toBe("rejected");
});

test("a counselor goes down the desk with J and Enter, chooses causes and writes a note, by keyboard alone", async ({
  page,
}) => {
  const company = await makeCompany();
  const { id } = await finished(company);
  await signIn(page, company, "assigned");
  await page.goto("/desk");
  // Again and again: the keys are there once script is.
  await expect(async () => {
    await page.keyboard.press("j");
    const row = await page.evaluate(() => document.activeElement?.closest("li")?.innerText ?? "");
    expect(row).toContain("Review");
  }).toPass();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/desk/post-mortems/${id}`);
  await choose(page, "Most of all", "Nerves took over");
  await press(page, "And beside it, at most two");
  await reach(page, "I stayed general");
  await page.keyboard.press("Space");
  await press(page, "Keep my choice");
  await expect(page.getByText("You: Nerves took over")).toBeVisible();
  const chosen = await company.db.opinion.findFirstOrThrow({ where: { postMortemId: id } });
  expect([chosen.side, chosen.primary]).toEqual(["counselor", "NERVES"]);
  await type(page, "Internal note", "Ask them what they wanted.");
  await press(page, "Save the internal note");
  await expect(page.getByText("Ask them what they wanted.")).toBeVisible();
  await type(page, /^A note to/, "Thank you for writing this down so soon.");
  await press(page, "Share and mark as reviewed");
  await expect(page.getByRole("status").first()).toContainText("Shared, and marked as reviewed.");
});

test("a counselor moves a mock and cancels it by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  const { id } = await mock(company);
  await signIn(page, company, "assigned");
  await page.goto("/calendar");
  // In three days: of this week or the next.
  if ((await page.locator(`a[href="/calendar/mocks/${id}"]`).count()) === 0) {
    await press(page, "Week after");
    await page.waitForURL("**/calendar?week=*");
  }
  await press(page, new RegExp(company.cast.owner.name));
  await page.waitForURL(`**/calendar/mocks/${id}`);
  await press(page, "Move it to another time");
  await page.waitForURL("**/move*");
  await press(page, /^Move to .*, 45 minutes, with/);
  await page.waitForURL("**/calendar/mocks/*?done=moved");
  await press(page, "Cancel this session");
  await press(page, "I cannot make it");
  await expect(page.getByRole("status").first()).toContainText("Cancelled.");
});

test("a counselor sets weekly hours, what is behind “More” too, by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  await signIn(page, company, "assigned");
  await page.goto("/calendar");
  await press(page, "Weekly hours");
  await page.waitForURL("**/calendar/hours");
  await type(page, "Where you meet", "I call you");
  await type(page, "Monday", "9:00-12:30, 13:30-17:00");
  await press(page, "More: lengths, buffers, notice");
  await type(page, "Notice, hours", "24");
  await press(page, "Save");
  await expect(page.getByRole("status").first()).toContainText("Saved.");
  const settings = { counselorId: company.cast.assigned.id };
  expect(await company.db.weeklyHours.count({ where: { ...settings, weekday: 1 } })).toBe(2);
  const { noticeHours } = await company.db.availabilitySettings.findUniqueOrThrow({ where: settings });
  expect(noticeHours).toBe(24);
});

test("a counselor invites a candidate by keyboard alone, and mends what was refused", async ({ page }) => {
  const company = await makeCompany();
  const email = `bimala.${newId().slice(0, 8)}@example.org`;
  await signIn(page, company, "assigned");
  await page.goto("/candidates");
  await press(page, "Invite a candidate");
  await page.waitForURL("**/candidates/invite");
  await type(page, "Name", "Bimala Rai");
  await press(page, "Send the invitation");
  // The first field with an error has the focus, so one types on.
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await page.keyboard.type(email);
  await press(page, "Send the invitation");
  await page.waitForURL("**/candidates/*?done=invited");
});

test("an admin invites a colleague and makes somebody an admin by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  // Found by the name, however many people other journeys have made.
  const name = `Aafke ${company.cast.assigned.id.slice(0, 8)}`;
  const where = { id: company.cast.assigned.id };
  await company.db.person.update({ where, data: { name } });
  await signIn(page, company, "admin");
  await page.goto("/people");
  await press(page, "Invite somebody");
  await page.waitForURL("**/people/invite");
  await type(page, "Name", "Ines Faria");
  await type(page, "Mail address", `ines.${newId().slice(0, 8)}@example.org`);
  await choose(page, "Invite as", "Counselor");
  await press(page, "Send the invitation");
  await expect(page.getByRole("status").first()).toContainText("The invitation is on its way.");
  await type(page, "Name or mail address", name);
  await press(page, "Find");
  await page.waitForURL(/\/people\?q=/);
  await press(page, name);
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await press(page, "Make admin");
  await expect(page.getByRole("status").first()).toBeVisible();
  await expect.poll(async () => (await company.db.person.findUniqueOrThrow({ where })).role).toBe("admin");
});

async function signIn(page: Page, company: Company, actor: Actor): Promise<void> {
  const [value, url] = [company.tokens[actor] ?? "", String(process.env["PORTAL_URL"])];
  await page.context().addCookies([{ name: "debrief", value, url, httpOnly: true, sameSite: "Lax" }]);
}

async function expectHeading(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

async function answer(page: Page, question: string, choice: string): Promise<void> {
  await expectHeading(page, question);
  await press(page, choice);
}
