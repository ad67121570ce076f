import type { BrowserContextOptions, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { closeStageDb, makeCompany, stageDb, stageNow } from "./support/database.ts";
import { codeIn } from "./support/mailbox.ts";
import type { MailboxReader } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

/** The policy is of the whole portal: it is on for these journeys only, and they run one after the other. */
const ask = (staffSecondFactor: boolean) => stageDb().agency.updateMany({ data: { staffSecondFactor } });
test.describe.configure({ mode: "serial" });
test.beforeAll(() => ask(true));
test.afterAll(async () => {
  await ask(false);
  await closeStageDb();
});

async function signIn(page: Page, mailbox: MailboxReader, email: string): Promise<void> {
  const before = await mailbox.mails(email);
  await page.goto("/sign-in?next=/candidates");
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  await expect(page.getByLabel("Six digits from the mail")).toBeVisible();
  await page
    .getByLabel("Six digits from the mail")
    .fill(codeIn(await mailbox.waitFor(email, /sign-in/i, before)));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/second-factor\?next=/);
}

/** What the app shows `steps` of 30 seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  TOTP.generate({
    secret: Secret.fromBase32(secret.replaceAll("-", "")),
    timestamp: stageNow().epochMilliseconds + steps * 30_000,
  });

const signOut = (page: Page) => page.getByRole("button", { name: "Sign out" }).first().click();

const ways: [string, BrowserContextOptions][] = [
  ["with script", {}],
  ["without script", { javaScriptEnabled: false }],
];

for (const [how, options] of ways) {
  test(`a counselor sets up an app, signs in with its code, and with a recovery code once, ${how}`, async ({
    arrive,
    mailbox,
  }) => {
    const [{ cast }, page] = [await makeCompany(), await arrive(options)];
    const { email } = cast.assigned;
    await signIn(page, mailbox, email);
    // Nothing else is open yet.
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/second-factor\?next=%2Fdesk/);
    await page.goto("/second-factor?next=/candidates");
    await expect(page.getByRole("img", { name: /square with the setup key/ })).toBeVisible();
    const secret = (await page.locator("code").first().textContent()) ?? "";
    await page.getByLabel("Six digits from the app").fill(codeOf(secret, -1));
    await page.getByRole("button", { name: "Set up" }).click();
    await expect(page.getByRole("heading", { name: "Keep these codes" })).toBeVisible();
    const codes = await page
      .getByRole("list", { name: "Recovery codes" })
      .getByRole("listitem")
      .allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await expect(page).toHaveURL(/\/candidates$/);
    await page.goto("/second-factor/codes");
    await expect(page.getByRole("list", { name: "Recovery codes" })).toHaveCount(0);
    await mailbox.waitFor(email, /authenticator app was set up/);

    await page.goto("/you");
    await signOut(page);
    await signIn(page, mailbox, email);
    await page.getByLabel("Six digits from the app").fill(codeOf(secret));
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/candidates$/);

    for (const works of [true, false]) {
      await page.goto("/you");
      if (works) await signOut(page);
      else await page.context().clearCookies();
      await signIn(page, mailbox, email);
      await page.getByText("No app at hand?").click();
      await page.getByLabel("Recovery code").fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Use this code" }).click();
      if (works) await expect(page).toHaveURL(/\/candidates$/);
      else await expect(page.getByText("That code does not work.").first()).toBeVisible();
    }
  });
}
