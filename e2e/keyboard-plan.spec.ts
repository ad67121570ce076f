import { closed, planAction } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { heading, signedIn } from "./support/form.ts";
import { press, reach, type } from "./support/keyboard.ts";
import { titles } from "./support/post-mortem.ts";
import { expect, test } from "./support/test.ts";

/** After the post-mortem, without a pointer: the answer that came, and the next steps, as either side presses them. */
test.describe.configure({ mode: "parallel", timeout: 180_000 });
test.afterAll(closeStageDb);

test("a candidate adds to a reviewed debrief what came back, by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  const { interviewId } = await closed(company);
  await signedIn(page, company);
  await page.goto("/home");
  await press(page, /^I've heard back/);
  const ways = [
    [titles.outcome, "They said no"],
    ["How does their answer feel?", "Low"],
    ["Did they say what decided it?", "Somebody fitted better"],
  ] as const;
  for (const [title, choice] of ways) {
    await expect(heading(page, title)).toBeVisible();
    await press(page, choice);
  }
  await expect(heading(page, "What did they say?")).toBeVisible();
  await type(page, "Their words", "Your examples were a little short");
  await press(page, "Next");
  for (const title of [titles.causes, titles.promise]) {
    await expect(heading(page, title)).toBeVisible();
    await press(page, "Skip this");
  }
  await expect(heading(page, "That is all")).toBeVisible();
  await press(page, "Done");
  await expect(page.getByRole("status").first()).toContainText("Added to your debrief.");
  const where = { interviewId };
  expect(await company.db.postMortem.findFirstOrThrow({ where })).toMatchObject({
    feedbackWords: "Your examples were a little short",
  });
});

test("a candidate ticks a next step off, takes it back and sets it aside, by keyboard alone", async ({
  page,
}) => {
  const company = await makeCompany();
  const { id, postMortemId } = await planAction(company);
  const { interviewId } = await company.db.postMortem.findUniqueOrThrow({ where: { id: postMortemId } });
  await signedIn(page, company);
  await page.goto(`/interviews/${interviewId}/post-mortem`);
  const ended = async () => (await company.db.planAction.findUniqueOrThrow({ where: { id } })).endedAs;
  await press(page, "Done");
  await expect.poll(ended).toBe("done");
  await press(page, "Undo");
  await expect.poll(ended).toBeNull();
  await press(page, "Not doing this");
  await type(page, "What makes it not for you?", "I have one booked elsewhere");
  await press(page, "Not doing this");
  await expect.poll(ended).toBe("not_doing");
  await press(page, "Bring it back");
  await expect.poll(ended).toBeNull();
});

test("a counselor accepts, changes, replaces and adds next steps by keyboard alone", async ({ page }) => {
  const company = await makeCompany();
  const { id, postMortemId } = await planAction(company);
  await signedIn(page, company, "assigned");
  await page.goto(`/desk/post-mortems/${postMortemId}`);
  const plan = page.locator("#plan");
  await press(page, "A good thing to do");
  await expect(plan).toContainText("Accepted by Ana");
  await press(page, "Change");
  await type(page, "What to do", "Book a mock with Ben");
  await press(page, "Save the change");
  await expect(plan.getByText("Book a mock with Ben", { exact: true })).toBeVisible();
  await press(page, "Replace");
  await type(page, "Or in your own words", "Rehearse with your sister");
  await press(page, "Replace it");
  await expect(plan.getByText("Rehearse with your sister", { exact: true })).toBeVisible();
  await press(page, "Add a next step");
  await reach(page, "What it works on");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Breathe out before you answer");
  await press(page, "Add it");
  await expect(plan.getByText("Breathe out before you answer", { exact: true })).toBeVisible();
  const actions = await company.db.planAction.findMany({
    where: { postMortemId },
    orderBy: { position: "asc" },
    select: { id: true, text: true, kind: true },
  });
  expect(actions).toMatchObject([
    { id, text: "Rehearse with your sister" },
    { text: "Breathe out before you answer", kind: "confidence" },
  ]);
});
