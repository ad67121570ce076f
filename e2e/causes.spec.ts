import type { Page } from "@playwright/test";

import { closeStageDb, makeCompany } from "./support/database.ts";
import { signedIn } from "./support/form.ts";
import { choose, press, type } from "./support/keyboard.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

/** An admin mends a guide and an action, is told when a colleague was quicker, and a candidate reads what was saved. */
for (const script of [true, false]) {
  test(`causes are edited into the next version, ${script ? "with" : "without"} script`, async ({
    arrive,
  }) => {
    test.setTimeout(180_000);
    const open = async (role: RegExp, wide: boolean) => {
      const viewport = wide ? { width: 1280, height: 800 } : { width: 360, height: 740 };
      const page = await arrive({ javaScriptEnabled: script, viewport });
      await page.goto("/sign-in");
      await page.getByRole("button", { name: role }).click();
      await page.waitForURL(({ pathname }) => !pathname.startsWith("/sign-in"));
      return page;
    };
    const [admin, colleague] = [await open(/Admin ·/, true), await open(/Admin ·/, false)];
    const exercise = `Set a timer for ten minutes and draw three columns, ${script ? "with a pen" : "on paper"}.`;
    await admin.getByRole("link", { name: "Settings" }).click();
    await admin.getByRole("link", { name: "Causes" }).click();
    await openCause(admin);
    await openCause(await at(colleague, "/settings/causes"));

    await admin.getByLabel("One exercise of ten minutes").fill(exercise);
    await save(admin);
    await expect(admin.getByRole("status")).toContainText("Saved as a new version.");
    await expect(admin.getByRole("row", { name: /They wanted something/ })).toContainText(
      /Version \d+, today/,
    );

    const days = colleague.getByLabel("Days until it is due, action 1");
    const due = String(20 + (Number(await days.inputValue()) % 20) + 1);
    await days.fill(due);
    await save(colleague);
    await expect(colleague.getByText("changed by somebody else in the meantime")).toBeVisible();
    await expect(colleague.getByText(/saved now:/).filter({ hasText: exercise })).toBeVisible();
    await expect(days).toHaveValue(due);
    await colleague.getByLabel("One exercise of ten minutes").fill(exercise);
    await save(colleague);
    await expect(colleague.getByRole("status")).toContainText("Saved as a new version.");
    await openCause(colleague);
    await expect(days).toHaveValue(due);
    await expect(colleague.locator("#history summary").first()).toContainText("Action 1: Days");

    const candidate = await open(/^Maya/, false);
    await candidate.goto("/practice/guides");
    await candidate.getByRole("link", { name: "They wanted something I do not have yet" }).click();
    await expect(candidate.getByText(exercise)).toBeVisible();
  });
}

test("an admin edits a cause by keyboard alone, and mends what was refused", async ({ page }) => {
  test.setTimeout(180_000);
  const company = await makeCompany();
  await signedIn(page, company, "admin");
  await page.goto("/desk");
  await press(page, "Settings");
  await page.waitForURL("**/settings");
  await press(page, "Causes");
  await page.waitForURL("**/settings/causes");
  await press(page, "The ending");
  await page.waitForURL("**/settings/causes/closing");
  const exercise = "Say your last three sentences to a mirror, and time them.";
  await type(page, "One exercise of ten minutes", exercise);
  await type(page, "What to do, action 1", " ");
  await press(page, "Save as a new version");
  // The first field with an error has the focus, so one types on.
  await expect(page.getByLabel("What to do, action 1")).toBeFocused();
  await page.keyboard.type("Write three questions down");
  await choose(page, "Offered, action 2", "Off");
  await press(page, "Save as a new version");
  await expect(page.getByRole("status")).toContainText("Saved as a new version.");
  const where = { code: "CLOSING" } as const;
  const saved = await company.db.cause.findFirstOrThrow({ where, orderBy: { taxonomyNumber: "desc" } });
  expect(saved.exercise).toBe(exercise);
  const actions = await company.db.causeAction.findMany({
    where: { cause: "CLOSING", taxonomyNumber: saved.taxonomyNumber },
    orderBy: { position: "asc" },
  });
  expect(actions[0]).toMatchObject({ text: "Write three questions down", isOn: true });
  expect(actions[1]).toMatchObject({ isOn: false });
});

async function at(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  return page;
}

async function openCause(page: Page): Promise<void> {
  await page.getByRole("link", { name: "They wanted something I do not have yet" }).click();
  await page.waitForURL("**/settings/causes/skill-gap");
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save as a new version" }).click();
}
