import type { Page } from "@playwright/test";

import { expect, test } from "./support/test.ts";

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
