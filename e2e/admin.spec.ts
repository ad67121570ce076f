import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { ahead } from "../tests/accounts/things.ts";
import { twoHundred } from "../tests/people/lists.ts";
import { makeMock } from "../prisma/seed/factories.ts";
import { newId } from "#lib/infra/hash.ts";
import { change, makeAdmin } from "./support/admin.ts";
import { signIn } from "./support/axe-shapes.ts";
import { partOf } from "./support/calendar-parts.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { signedIn } from "./support/form.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

const wide = { viewport: { width: 1280, height: 800 } };
const narrow = { viewport: { width: 360, height: 740 } };

for (const script of [true, false])
  test(`an admin brings 200 people as a list, 7 rows of it to mend, ${script ? "with" : "without"} script`, async ({
    arrive,
    mailbox,
  }) => {
    const company = await makeCompany();
    const page = await arrive({ javaScriptEnabled: script });
    await signedIn(page, company, "admin");
    const { id, email: counselor } = company.cast.assigned;
    const mark = id.slice(0, 8);
    const address = (at: number) => `list-${mark}-${at}@example.org`;
    // As a spreadsheet of the agency writes it: semicolons, and no UTF-8.
    const text = twoHundred(counselor, address).replace("Person 0", "José Núñez").replaceAll(",", ";");

    await page.goto("/people");
    await page.getByRole("link", { name: "Invite many" }).click();
    await page
      .getByLabel("A CSV file")
      .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
    await page.getByRole("button", { name: "Show what is in it" }).click();
    await page.waitForURL(/\/people\/import\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Read as Windows-1252 (Latin-1), with semicolons")).toBeVisible();
    await expect(page.getByText("193 people to invite, 64 interviews to log.")).toBeVisible();
    const bad = page.getByRole("table", { name: "Rows that cannot be brought in" });
    await expect(bad.getByRole("row")).toHaveCount(8);
    await expect(bad.getByRole("row", { name: /^20 .*Address.*This is no mail address/ })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download these rows as CSV" }).click(),
    ]);
    const taken = await readFile(await download.path(), "utf8");
    expect(taken.split("\r\n").filter((line) => line.includes("no address"))).toHaveLength(7);

    await page.getByRole("button", { name: "Bring the good rows in, and invite everybody" }).click();
    await expect(async () => {
      const refresh = page.getByRole("link", { name: "See how far it is" });
      if (!script && (await refresh.isVisible())) await refresh.click();
      await expect(page.getByText("193 of 193 rows done")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 40_000 });
    await expect(page.getByText("193 people invited, 64 interviews logged.")).toBeVisible();
    expect(await company.db.person.count({ where: { email: { startsWith: `list-${mark}-` } } })).toBe(193);
    await mailbox.waitFor(address(0), /invites you/);
    await page.goto("/people?q=N%C3%BA%C3%B1ez&state=invited");
    await expect(page.getByRole("link", { name: "José Núñez" }).first()).toBeVisible();
  });

test("an admin deactivates a counselor: a preview, then mails with calendar parts to everybody", async ({
  page,
  mailbox,
}) => {
  const company = await makeCompany();
  await signedIn(page, company, "admin");
  const { assigned, otherCounselor, owner, otherCandidate } = company.cast;
  const booking = { candidateId: owner.id, counselorId: assigned.id };
  const moved = await makeMock(company.db, { ...booking, startsAt: ahead(company, 0) });
  const lost = await makeMock(company.db, { ...booking, startsAt: ahead(company, 24) });
  await makeMock(company.db, {
    candidateId: otherCandidate.id,
    counselorId: otherCounselor.id,
    startsAt: ahead(company, 24),
  });

  await page.goto(`/people/${assigned.id}`);
  await page.getByRole("link", { name: "Deactivate" }).click();
  await page.getByLabel("All candidates go to").selectOption({ value: otherCounselor.id });
  await page.getByRole("button", { name: "Show what moves" }).click();
  const people = page.getByRole("table", { name: "Candidates and their new counselor" });
  await expect(people.getByRole("row", { name: owner.name })).toContainText(otherCounselor.name);
  const sessions = page.getByRole("table", { name: "Sessions to come" });
  await expect(sessions.getByRole("row")).toHaveText([
    /What becomes of it/,
    new RegExp(`Same time, with ${otherCounselor.name}`),
    /Cancelled: the time is not free there/,
  ]);
  await page.getByRole("button", { name: "Deactivate, and tell everybody" }).click();
  await expect(page.getByRole("status")).toContainText("Their access has ended");
  await expect(page.getByText("Deactivated", { exact: true })).toBeVisible();

  const part = async ({ email }: { email: string }, subject: RegExp) =>
    partOf(await mailbox.waitFor(email, subject), email);
  const uid = expect.stringContaining(moved.id);
  expect(await part(owner, /^Still on .* now with/)).toMatchObject({ uid, method: "REQUEST", sequence: 1 });
  expect(await part(otherCounselor, /^Still on/)).toMatchObject({ uid, method: "REQUEST", sequence: 1 });
  expect(await part(assigned, /^Handed over/)).toMatchObject({ uid, method: "CANCEL", sequence: 1 });
  const cancelled = { uid: expect.stringContaining(lost.id), method: "CANCEL", sequence: 1 };
  expect(await part(owner, /^Cancelled/)).toMatchObject(cancelled);
  expect(await part(assigned, /^Cancelled/)).toMatchObject(cancelled);
  const told = await mailbox.waitFor(owner.email, /is your counselor now/);
  expect(told.text).toContain(otherCounselor.name);
  await mailbox.waitFor(otherCounselor.email, /^You look after/);
});

const openLabel = "Sessions that a candidate may have booked at once";

for (const script of [true, false]) {
  test(`an admin changes a policy and it holds: the second session is refused, ${script ? "with" : "without"} script`, async ({
    arrive,
  }) => {
    const company = await makeCompany();
    const name = `Ruth ${script ? "of the script" : "of the paper"}`;
    const admin = await arrive({ ...wide, javaScriptEnabled: script });
    await signIn(admin, await makeAdmin(company, name));
    await admin.goto("/desk");
    await admin.getByRole("link", { name: "Settings" }).first().click();
    await admin.getByRole("link", { name: "Policies" }).click();
    const before = await admin.getByLabel(openLabel).inputValue();
    await change(admin, "policies", { [openLabel]: "1" });
    await expect(admin.getByRole("status")).toContainText("It holds from now on");

    const candidate = await arrive({ ...narrow, javaScriptEnabled: script });
    await signIn(candidate, company.tokens.owner);
    await candidate.goto("/practice/mocks/new");
    const late = await candidate.context().newPage();
    await late.goto("/practice/mocks/new");
    await candidate
      .getByRole("button", { name: /^Book / })
      .first()
      .click();
    await candidate.waitForURL("**/practice/mocks/*?done=booked");
    // The page from before the first one was booked still offers times.
    await late
      .getByRole("button", { name: /^Book / })
      .nth(3)
      .click();
    await expect(late.getByText("One session is booked already", { exact: false }).first()).toBeVisible();
    await candidate.goto("/practice/mocks/new");
    await expect(candidate.getByText("One session is booked already", { exact: true })).toBeVisible();

    await change(admin, "policies", { [openLabel]: before });
    await expect(admin.getByRole("status")).toContainText("It holds from now on");
    await candidate.reload();
    await candidate
      .getByRole("button", { name: /^Book / })
      .nth(4)
      .click();
    await candidate.waitForURL("**/practice/mocks/*?done=booked");

    await admin.goto("/settings/history");
    const savings = admin.getByRole("main").locator("ol > li").filter({ hasText: name });
    await expect(savings).toHaveCount(2);
    await expect(savings.nth(1)).toContainText(new RegExp(`${openLabel}.*Before.*${before}.*After.*1`, "s"));
    await expect(savings.first()).toContainText(new RegExp(`${openLabel}.*Before.*1.*After.*${before}`, "s"));
  });
}

for (const script of [true, false]) {
  test(`a mail to somebody who is gone is flagged, mended and sent again, ${script ? "with" : "without"} script`, async ({
    arrive,
    mailbox,
  }) => {
    test.setTimeout(120_000);
    const company = await makeCompany();
    const [counselor, admin] = [
      await arrive({ ...narrow, javaScriptEnabled: script }),
      await arrive({ ...wide, javaScriptEnabled: script }),
    ];
    await signedIn(counselor, company, "assigned");
    await signedIn(admin, company, "admin");
    const name = `Nia ${newId().slice(0, 8)}`;
    const [gone, right] = [`gone.${newId()}@example.org`, `${newId()}@example.org`];

    await counselor.goto("/candidates/invite");
    await counselor.getByLabel("Name").fill(name);
    await counselor.getByLabel("Mail address").fill(gone);
    await counselor.getByRole("button", { name: "Send the invitation" }).click();
    await counselor.waitForURL(/\/candidates\/[\da-f-]{36}/);
    const candidate = new URL(counselor.url()).pathname;

    await shown(admin, `/log?q=${encodeURIComponent(gone)}`, "The mail server refused the address.");
    const row = admin.getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("The mail server refused the address.");
    await expect(row).toContainText("Address flagged");
    await shown(counselor, candidate, "Mails do not arrive");
    await expect(counselor.getByText("an admin can mend it")).toBeVisible();
    await admin.goto("/reports");
    await expect(admin.getByRole("region", { name: "Mails that do not arrive" })).toContainText(name);

    await admin.goto(candidate);
    await admin.getByRole("link", { name: "Mend the address" }).click();
    await admin.getByLabel("Right address").fill(right);
    await admin.getByRole("button", { name: "Save the address" }).click();
    await expect(admin.getByText("The address is saved.")).toBeVisible();
    const invitation = await mailbox.waitFor(right, /invite/i);

    await admin.goto(`/log?state=dead&q=${encodeURIComponent(right)}`);
    await admin
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("button", { name: "Send again" })
      .click();
    await expect(admin.getByText("It is on its way once more.")).toBeVisible();
    await mailbox.waitFor(right, /invite/i, [invitation]);
    expect(await mailbox.mails(right)).toHaveLength(2);
    await shown(admin, `/log?state=sent&q=${encodeURIComponent(right)}`, "Sent again by");
    await counselor.goto(candidate);
    await expect(counselor.getByText("Mails do not arrive")).toHaveCount(0);
  });
}

/** Looks at a page again until it says so: the mail leaves from a job. */
async function shown(page: Page, address: string, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000, intervals: [100] });
}
