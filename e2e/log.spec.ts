import ICAL from "ical.js";
import type { Page } from "@playwright/test";
import { dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { mock } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { signedIn } from "./support/form.ts";
import { expect, test } from "./support/test.ts";
import { ask } from "./support/visits.ts";

test.afterAll(closeStageDb);

const wide = { width: 1280, height: 800 };

for (const script of [true, false]) {
  test(`a mail to somebody who is gone is flagged, mended and sent again, ${script ? "with" : "without"} script`, async ({
    arrive,
    mailbox,
  }) => {
    test.setTimeout(120_000);
    const company = await makeCompany();
    const [counselor, admin] = [
      await arrive({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } }),
      await arrive({ javaScriptEnabled: script, viewport: wide }),
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

  test(`a calendar address is made, read, changed and revoked, ${script ? "with" : "without"} script`, async ({
    arrive,
  }) => {
    const company = await makeCompany();
    const booked = await mock(company);
    const page = await arrive({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
    await signedIn(page, company);
    await page.goto("/you");
    const first = await madeBy(page, "Make a calendar address");
    const { status, headers, body } = await ask(first);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual([`${booked.id}@localhost`]);
    const again = { headers: { "if-none-match": headers.get("etag") ?? "" } };
    expect(await ask(first, again)).toMatchObject({ status: 304, body: "" });
    await cancel(company, booked.id);
    expect(await ask(first, again)).toMatchObject({
      status: 200,
      body: expect.not.stringContaining("VEVENT"),
    });
    expect((await ask(first, { method: "POST" })).status).toBeGreaterThanOrEqual(400);

    const second = await madeBy(page, "Make a new address");
    expect(second).not.toBe(first);
    const none = await ask(`/api/calendar/${"x".repeat(43)}.ics`);
    expect(none.status).toBe(404);
    expect(await ask(first)).toMatchObject({ status: 404, body: none.body });
    expect((await ask(second)).status).toBe(200);
    await page.getByRole("button", { name: "Revoke it" }).click();
    await expect(page.getByText("The calendar address is revoked.")).toBeVisible();
    expect(await ask(second)).toMatchObject({ status: 404, body: none.body });
  });
}

/** Looks at a page again until it says so: the mail leaves from a job. */
async function shown(page: Page, address: string, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000, intervals: [100] });
}

/** Presses the button and reads the path of the address that is then shown. */
async function madeBy(page: Page, button: string): Promise<string> {
  const address = page.getByText(/\/api\/calendar\//);
  const before = (await address.count()) > 0 ? await address.textContent() : "";
  await page.getByRole("button", { name: button }).click();
  await expect(address).not.toHaveText(before ?? "");
  await expect(address).toBeVisible();
  return new URL((await address.textContent()) ?? "").pathname;
}

async function cancel({ db, now, cast }: Company, id: string): Promise<void> {
  const cancelled = { cancelledAt: dateOf(now), cancelledById: cast.owner.id } as const;
  await db.mock.update({
    where: { id },
    data: { ...cancelled, cancelReason: "ill", version: { increment: 1 } },
  });
}
