import type { Page } from "@playwright/test";
import { newId } from "#lib/infra/hash.ts";
import { makeWorkshopSession } from "../prisma/seed/workshop-factories.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { codeIn, linkIn, type MailboxReader } from "./support/mailbox.ts";
import { heading, signedIn } from "./support/form.ts";
import { expect, test } from "./support/test.ts";
import { faceOf } from "./support/visits.ts";

test.afterAll(closeStageDb);

const address = (name: string) => `${name}.${newId().slice(0, 8)}@example.org`;

/** Fills the public form but for what it is about. */
async function fill(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("checkbox", { name: /^I agree/ }).check();
}

/** From the mail about a request to its page. */
async function openRequest(page: Page, mailbox: MailboxReader, email: string): Promise<void> {
  const mail = await mailbox.waitFor(email, /confirm your request/i);
  await page.goto(new URL(linkIn(mail, "/help/")).pathname);
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.setTimeout(120_000);

    test("asks, confirms from the mail, is accepted by a counselor and comes in", async ({
      arrive,
      mailbox,
    }) => {
      const company = await makeCompany();
      const email = address("nia");
      const name = `Nia ${newId().slice(0, 6)}`;
      const page = await arrive({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
      await page.goto("/sign-in");
      await page.getByRole("link", { name: /Ask for help/ }).click();
      await expect(heading(page, "Ask for help")).toBeVisible();
      await page.getByLabel("Your name").fill(name);
      await page.getByRole("button", { name: "Ask for help" }).click();
      await expect(page.getByText("Please choose what it is about.").first()).toBeVisible();
      await expect(page.getByLabel("Your name")).toHaveValue(name);
      await fill(page, name, email);
      await page.getByRole("radio", { name: /^An interview/ }).check();
      await page.getByLabel(/^What happened/).fill("They asked about the gap.");
      await page.getByRole("button", { name: "Ask for help" }).click();
      await expect(heading(page, "Look into your mail")).toBeVisible();

      await openRequest(page, mailbox, email);
      await page.reload();
      await expect(page.getByText("They asked about the gap.")).toBeVisible();
      await page.getByRole("button", { name: "Yes, this is my request" }).click();
      await expect(heading(page, "Your request has arrived")).toBeVisible();

      const desk = await arrive({ javaScriptEnabled: script });
      await signedIn(desk, company, "assigned");
      await desk.goto("/desk");
      await desk.getByRole("link", { name }).click();
      await expect(desk.getByText("They asked about the gap.")).toBeVisible();
      await desk.getByRole("button", { name: "Accept and invite" }).click();
      await expect(desk.getByRole("status").first()).toContainText("Accepted.");

      await page.reload();
      await expect(
        heading(page, `${company.cast.assigned.name.split(" ")[0]} looks after you now`),
      ).toBeVisible();
      const invitation = await mailbox.waitFor(email, /invites you/);
      await page.goto(new URL(linkIn(invitation, "/invitations/")).pathname);
      await page.getByRole("button", { name: "Send me the mail" }).click();
      await page.waitForURL("**/sign-in/*");
      await page
        .getByLabel("Six digits from the mail")
        .fill(codeIn(await mailbox.waitFor(email, /sign-in/i)));
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL("**/welcome");
      await expect(page.getByLabel("Your name")).toHaveValue(name);
    });

    test("takes a seat in an open workshop by the same door, and gives it back", async ({
      arrive,
      mailbox,
    }) => {
      const { db, now, cast } = await makeCompany();
      const title = `Stories ${newId().slice(0, 6)}`;
      const place = `Room ${newId().slice(0, 6)}`;
      const startsAt = now.add({ hours: 24 * 5 });
      await makeWorkshopSession(
        db,
        { createdById: cast.assigned.id, startsAt },
        { place, capacity: 3 },
        { isOpen: true, title },
      );
      const email = address("oli");
      const page = await arrive({ javaScriptEnabled: script });
      await page.goto("/help");
      await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText("3 seats left");
      await fill(page, "Oli Berg", email);
      await page.getByRole("radio", { name: `A seat: ${title}` }).check();
      await page.getByRole("button", { name: "Ask for help" }).click();
      await expect(heading(page, "Look into your mail")).toBeVisible();
      await openRequest(page, mailbox, email);
      await expect(page.getByText(place)).toHaveCount(0);
      await page.getByRole("button", { name: "Yes, this is my request" }).click();
      await expect(page.getByText(place)).toBeVisible();
      const seat = await mailbox.waitFor(email, /^Your seat/);
      await page.goto(new URL(linkIn(seat, "/help/")).pathname);
      await page.getByRole("button", { name: "Give the seat back" }).click();
      await expect(page.getByRole("status").first()).toContainText("Given back.");
      await expect(page.getByText("3 seats left")).toBeVisible();
      await mailbox.waitFor(email, /^Given back/);
    });
  });
}

test("an address that is known here is answered as any other, and its mail leads to the sign-in page", async ({
  arrive,
  mailbox,
}) => {
  const { cast } = await makeCompany();
  const answers: string[][] = [];
  for (const email of [cast.owner.email, address("new")]) {
    const page = await arrive({ javaScriptEnabled: false });
    await page.goto("/help");
    await fill(page, "Nia Okafor", email);
    await page.getByRole("radio", { name: /^My search/ }).check();
    await page.getByLabel(/^What happened/).fill("I am looking for work.");
    await page.getByRole("button", { name: "Ask for help" }).click();
    await page.waitForURL("**/help?done=asked");
    answers.push(faceOf(await page.content()));
  }
  expect(answers[0]).toEqual(answers[1]);
  const mail = await mailbox.waitFor(cast.owner.email, /have a place/);
  expect(linkIn(mail)).toMatch(/\/sign-in$/);
});
