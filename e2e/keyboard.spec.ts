import type { Page } from "@playwright/test";

import { expect, test } from "./support/test.ts";

/** The same jobs without a pointer: every step is reached with Tab and done with Enter, Space, an arrow or typing. */
test.setTimeout(180_000);

test("a candidate logs an interview, writes the post-mortem and books a mock by keyboard alone", async ({
  page,
}) => {
  await comeAs(page, "Priya");
  await reach(page, "I've just had an interview");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/interviews/new?just*");
  await reach(page, "Employer");
  await page.keyboard.type("Orchard Foods");
  await reach(page, "Job");
  await page.keyboard.type("Team assistant");
  await reach(page, "Phone");
  await page.keyboard.press("Space");
  await reach(page, "Office and administration");
  await page.keyboard.press("Space");
  await reach(page, "Save and go on");
  await page.keyboard.press("Enter");

  await answer(page, "How do you feel about it?", "Good");
  // Priya's earlier promise may be asked about in between.
  const next = page.getByRole("heading", { level: 1, name: /How did it end\?|Did you do it\?/ });
  await expect(next).toBeVisible();
  if (/Did you do it/.test((await next.textContent()) ?? "")) {
    await answer(page, "Did you do it?", "Yes");
  }
  await answer(page, "How did it end?", "Waiting");
  await answer(page, "What did they ask?", "I can’t recall");
  await answer(page, "What did you notice?", "Next");
  await answer(page, "What got in the way most?", "Skip this");
  await answer(page, "One promise for next time", "Skip this");
  await answer(page, "Who may see this?", "Finish");
  await expect(page.getByRole("heading", { level: 1, name: "Debrief" })).toBeVisible();

  await page.goto("/practice/mocks/new");
  await reach(page, /^Book .*, 45 minutes, with/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/practice/mocks/*?done=booked");
});

test("a counselor goes down the desk with J and Enter, and writes a note, by keyboard alone", async ({
  page,
}) => {
  await comeAs(page, "Ana");
  await page.waitForURL("**/desk");
  // Again and again: the keys are there once script is, and the row to review need not be the first.
  await expect(async () => {
    await page.keyboard.press("j");
    const row = await page.evaluate(() => document.activeElement?.closest("li")?.innerText ?? "");
    expect(row).toContain("Review");
  }).toPass();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/post-mortems/*");
  await reach(page, /^A note to/);
  await page.keyboard.type("Thank you for writing this down so soon.");
  await reach(page, "Share the note");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("Shared.");
});

async function comeAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await reach(page, new RegExp(`^${name}`));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function answer(page: Page, question: string, choice: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  await reach(page, choice);
  await page.keyboard.press("Enter");
}

/** Presses Tab until what has the focus is called so: by its label, its own name or its words. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  const most = 200;
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const called = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return [];
      const labels =
        focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement
          ? [...(focused.labels ?? [])]
          : [];
      return [
        focused.getAttribute("aria-label"),
        ...labels.map((label) => label.innerText),
        focused.innerText,
      ].map((text) => (text ?? "").trim());
    });
    if (called.some((text) => (typeof name === "string" ? text.split("\n")[0] === name : name.test(text))))
      return;
  }
  throw new Error(`Tab does not reach ${name}.`);
}
