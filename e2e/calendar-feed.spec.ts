import ICAL from "ical.js";
import type { Page } from "@playwright/test";
import { dateOf } from "#lib/infra/db.ts";
import { mock } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { signedIn } from "./support/form.ts";
import { expect, test } from "./support/test.ts";
import { ask } from "./support/visits.ts";

test.afterAll(closeStageDb);

for (const script of [true, false]) {
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
