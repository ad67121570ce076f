import { closeStageDb, makeCompany } from "./support/database.ts";
import { atForm, everything, finishedOf, heading, run, tap, waitingOn, way } from "./support/form.ts";
import { titles } from "./support/post-mortem.ts";
import { expect, test } from "./support/test.ts";

/** What the server or the device will not take: it is said where the eye is, and nothing that was given is lost. */
test.afterAll(closeStageDb);
test.setTimeout(120_000);

const answersRoute = "**/api/post-mortems/**";

test("a Finish that is refused says why, keeps every answer, and can be pressed again", async ({
  arrive,
  expectError,
}) => {
  expectError(/status of 409/);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  const { id, path } = await atForm(page, company);
  await run(page, 0, way.length);
  const json = { ok: false, refusal: "no_such_time", sentence: "Clocks go forward then." };
  await page.route(answersRoute, (route) =>
    route.request().postData()?.includes('"finish"')
      ? route.fulfill({ status: 409, json })
      : route.continue(),
  );
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText(json.sentence)).toBeVisible();
  await expect(heading(page, titles.sharing)).toBeVisible();
  expect(await finishedOf(company, id)).toBeNull();
  await expect.poll(() => waitingOn(page)).toHaveLength(0);
  await page.unroute(answersRoute);
  await page.getByRole("button", { name: "Finish" }).click();
  await page.waitForURL(`**${path}?done=finished`);
  expect(await finishedOf(company, id)).toMatchObject(everything);
});

test("an answer that no server takes is shown in words, and the form goes on under it", async ({
  arrive,
  expectError,
}) => {
  expectError(/status of 422/);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  const { path } = await atForm(page, company);
  await run(page, 0, way.length - 3);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  let asked = 0;
  await page.route(answersRoute, (route) => {
    asked += 1;
    return route.fulfill({ status: 422, json: { ok: false, refusal: "bad_input", sentence: "" } });
  });
  await tap(/My answers ran long or short/, titles.causes)(page);
  const late = page.getByRole("status").filter({ hasText: "These answers could not be saved here." });
  await expect(late).toContainText("My answers ran long or short");
  await expect(late).not.toContainText("RAMBLED");
  await expect(heading(page, titles.more)).toBeVisible();
  await page.unroute(answersRoute);
  await tap("Next", titles.more)(page);
  await page.goto(`${path}?step=signals`);
  await expect(late).toContainText("My answers ran long or short");
  expect(asked).toBe(1);
});

test("a browser that keeps nothing asks to keep the page open, and it is sent from there", async ({
  arrive,
  expectError,
}) => {
  expectError(/ERR_INTERNET_DISCONNECTED/);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("No room", "QuotaExceededError");
    };
  });
  const { id, path } = await atForm(page, company);
  await page.context().setOffline(true);
  await run(page, 0, way.length);
  await expect(page.getByText("Not saved yet. Please keep this page open", { exact: false })).toBeVisible();
  expect(await waitingOn(page)).toHaveLength(0);
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Not saved yet. Please keep this page open", { exact: false })).toBeVisible();
  await page.context().setOffline(false);
  await page.waitForURL(`**${path}?done=finished`);
  expect(await finishedOf(company, id)).toMatchObject(everything);
});
