import { settingsWords } from "#lib/settings/words.ts";
import { change, makeAdmin } from "./support/admin.ts";
import { signIn } from "./support/axe-shapes.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { blockedInPreview, expect, test } from "./support/test.ts";

// One agency: these journeys change it one after the other, and put back what others go by.
test.describe.configure({ mode: "serial", timeout: 180_000 });
test.afterAll(closeStageDb);

const wide = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 360, height: 740 } };

test("who mails come from is seen in their previews, in which nothing runs", async ({
  arrive,
  expectError,
}) => {
  expectError(blockedInPreview);
  const company = await makeCompany();
  const admin = await arrive(wide);
  await signIn(admin, await makeAdmin(company, "Ruth of the names"));
  await change(admin, "agency", { "Mails come from": "Harbour Lane desk" });
  await expect(admin.getByRole("status")).toContainText("Pages and mails say so");
  await admin.goto("/settings/mails");
  await admin.getByRole("link", { name: "Session booked" }).click();
  await expect(admin.getByText("Harbour Lane desk <debrief@agency.example>")).toBeVisible();
  const shown = admin.frameLocator("iframe");
  await expect(shown.getByRole("heading", { name: /booked/i })).toBeVisible();
  await expect(admin.locator("pre")).toContainText("Harbour Lane Staffing");
  await change(admin, "agency", { "Mails come from": "Harbour Lane" });
  await expect(admin.getByRole("status")).toBeVisible();
});

test("two admins: the second hears that it changed, sees both, and saves when they have looked", async ({
  arrive,
}) => {
  const company = await makeCompany();
  const [ruth, amir] = [await arrive(wide), await arrive({ ...narrow, javaScriptEnabled: false })];
  await signIn(ruth, await makeAdmin(company, "Ruth who was first"));
  await signIn(amir, await makeAdmin(company, "Amir who was second"));
  const line = "Harbour Lane help line, +1 212 555 0199";
  for (const page of [ruth, amir]) await page.goto("/settings/agency");
  const before = await ruth.getByLabel("Help line").inputValue();
  await ruth.getByLabel("Help line").fill(`${line}, day and night`);
  await ruth.getByRole("button", { name: "Save" }).click();
  await expect(ruth.getByRole("status")).toContainText("Saved.");
  await amir.getByLabel("Help line").fill(line);
  await amir.getByRole("button", { name: "Save" }).click();
  await expect(amir.getByText(settingsWords.stale)).toBeVisible();
  await expect(amir.getByText("Help line, saved now:")).toContainText(`${line}, day and night`);
  await expect(amir.getByLabel("Help line")).toHaveValue(line);
  await amir.getByRole("button", { name: "Save" }).click();
  await expect(amir.getByRole("status")).toContainText("Saved.");
  await change(amir, "agency", { "Help line": before });
  await expect(amir.getByRole("status")).toContainText("Saved.");
});

test("what cannot be meant is told at its field, and nothing is saved", async ({ arrive }) => {
  const company = await makeCompany();
  const page = await arrive(narrow);
  await signIn(page, await makeAdmin(company, "Ruth of the slips"));
  await change(page, "agency", { "Name of the agency": "  ", "Answers to mails go to": "nobody" });
  await expect(page.getByText(settingsWords.needed).first()).toBeVisible();
  await expect(page.getByText(settingsWords.notAnAddress).first()).toBeVisible();
  await expect(page.getByLabel(/^Name of the agency/)).toBeFocused();
  for (const hours of ["0", "-1", "1000000000"]) {
    await change(page, "policies", { "Notice, hours": hours });
    await expect(page.getByText(settingsWords.between(1, 168)).first()).toBeVisible();
    await expect(page.getByLabel("Notice, hours")).toHaveValue(hours);
  }
  await change(page, "policies", { "Quiet hours from": "08:00", "Quiet hours until": "08:00" });
  await expect(page.getByText(settingsWords.no_quiet).first()).toBeVisible();
  await expect(page.getByLabel("Quiet hours from")).toHaveValue("08:00");
  await page.goto("/settings/history");
  await expect(page.getByRole("main").locator("li").filter({ hasText: "Ruth of the slips" })).toHaveCount(0);
});

test("the demo's history tells what was set, of causes too, and leads on where there is more", async ({
  arrive,
}) => {
  const company = await makeCompany();
  const page = await arrive(wide);
  await signIn(page, company.tokens.admin);
  const ids: string[] = [];
  for (let address: string | null = "/settings/history"; address !== null && ids.length < 20;) {
    await page.goto(address);
    ids.push(address);
    const named = page.getByText("Cause “", { exact: false });
    if ((await named.count()) > 0) break;
    address = await page.getByRole("link", { name: "Older changes" }).getAttribute("href");
  }
  await expect(page.getByText("They cut in, or waited for more than they got").first()).toBeVisible();
});
