import { dateOf } from "#lib/infra/db.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import {
  atForm,
  everything,
  finishedOf,
  heading,
  killed,
  ready,
  run,
  signedIn,
  signInAgain,
  tap,
  valuesOf,
  way,
} from "./support/form.ts";
import { expect, test } from "./support/test.ts";

/** The post-mortem on a bad connection: nothing that was given is lost, whatever ends in between. */
test.afterAll(closeStageDb);
test.setTimeout(180_000);
test.beforeEach(({ expectError }) => expectError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/));

const kept = "Kept on this device. It will be saved when the connection is back.";

test("the network is cut at each step and back after it: each is saved, and it is finished", async ({
  arrive,
}) => {
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  const { id, path } = await atForm(page, company);
  for (const step of way) {
    await page.context().setOffline(true);
    await step(page);
    await expect(page.getByText(kept)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: "Finish" }).click();
  await page.waitForURL(`**${path}?done=finished`);
  expect(await finishedOf(company, id)).toMatchObject(everything);
});

test("the network is cut early, midway or at the end, up to Finish; it is finished once it is back", async ({
  arrive,
}) => {
  const company = await makeCompany();
  for (const cut of [0, 3, way.length]) {
    const page = await arrive({ viewport: { width: 360, height: 740 } });
    const { id, path } = await atForm(page, company);
    for (const [at, step] of way.entries()) {
      if (at === cut) await page.context().setOffline(true);
      await step(page);
      if (at >= cut) await expect(page.getByText(kept)).toBeVisible();
    }
    await expect(heading(page, "Who may see this?")).toBeVisible();
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Finish" }).click();
    await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
    await expect(page.getByText("It is sent as soon as there is a connection.")).toBeVisible();
    expect(await finishedOf(company, id)).toBeNull();
    await page.context().setOffline(false);
    await page.waitForURL(`**${path}?done=finished`);
    await expect(page.getByText("stop after a minute")).toBeVisible();
    expect(await finishedOf(company, id)).toMatchObject(everything);
    await page.context().close();
  }
});

test("the tab is killed at each step without a connection; opened again, everything that was given is there", async ({
  arrive,
}) => {
  const company = await makeCompany();
  let page = await arrive({ viewport: { width: 360, height: 740 } });
  const { id } = await atForm(page, company);
  for (const step of way) {
    await page.context().setOffline(true);
    await step(page);
    await expect(page.getByText(kept)).toBeVisible();
    const address = page.url();
    page = await killed(page);
    await page.goto(address);
    await ready(page);
  }
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("It is sent as soon as there is a connection.")).toBeVisible();
  page = await killed(page);
  // Whichever page of the portal is opened next sends what waits.
  await page.goto("/home");
  await expect.poll(() => finishedOf(company, id)).toMatchObject(everything);
});

test("a tab killed in the middle of a word loses that field at most", async ({ arrive }) => {
  const company = await makeCompany();
  let page = await arrive();
  const { path } = await atForm(page, company);
  await run(page, 0, 4);
  await page.context().setOffline(true);
  await page.getByRole("checkbox", { name: "Cut me off" }).check();
  await page.getByLabel("What surprised you?").pressSequentially("Three peo");
  page = await killed(page);
  await page.goto(`${path}?step=signals`);
  await ready(page);
  await expect(page.getByRole("checkbox", { name: "Cut me off" })).toBeChecked();
  await expect(page.getByLabel("What surprised you?")).toHaveValue("Three peo");
});

test("back and forward need no connection, and nothing given is lost on the way", async ({ arrive }) => {
  const page = await arrive();
  await atForm(page, await makeCompany());
  await page.context().setOffline(true);
  await run(page, 0, 4);
  await page.getByLabel("What surprised you?").fill("Three people");
  await page.goBack();
  await expect(heading(page, "How did your answer go?")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Which shifts can you do?")).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(page.getByLabel("What surprised you?")).toHaveValue("Three people");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("link", { name: "Change" }).click();
  await expect(page.getByRole("button", { name: /^Rough/ })).toContainText("Chosen");
  await page.getByRole("link", { name: "Back" }).click();
  await expect(heading(page, "What did they ask?")).toBeFocused();
});

test("what is to be mended is said at the field, without a connection too", async ({ arrive }) => {
  const page = await arrive();
  await atForm(page, await makeCompany());
  await page.context().setOffline(true);
  await run(page, 0, 2);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByLabel("In your words")).toBeFocused();
  await expect(page.getByLabel("In your words")).toHaveAccessibleDescription(/Please type their question/);
  await page.getByRole("button", { name: "I can’t recall" }).dblclick();
  // The second half of a double click answers nothing.
  await expect(heading(page, "What did you notice?")).toBeVisible();
});

test("a session that ran out in the middle: signed in again, the text is there and gets there", async ({
  arrive,
  mailbox,
  expectError,
}) => {
  expectError(/status of 401/);
  const company = await makeCompany();
  const { db, now, cast } = company;
  const page = await arrive();
  const { id } = await atForm(page, company);
  await run(page, 0, 4);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const createdAt = dateOf(now.subtract({ hours: 31 * 24 }));
  await db.signInSession.updateMany({ where: { personId: cast.owner.id }, data: { createdAt } });
  await page.getByLabel("What surprised you?").fill("Three people");
  await expect(page.getByText("You are signed out. Everything is kept on this device.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in again" }).click();
  await signInAgain(page, mailbox, cast.owner.email);
  await page.waitForURL("**/post-mortem?step=signals");
  await expect(page.getByLabel("What surprised you?")).toHaveValue("Three people");
  await expect.poll(() => valuesOf(company, id, "surprise")).toEqual(["Three people"]);
});

test("two tabs of one post-mortem wait side by side", async ({ arrive }) => {
  const company = await makeCompany();
  const one = await arrive();
  const { id, path } = await atForm(one, company);
  await run(one, 0, 4);
  const other = await one.context().newPage();
  await other.goto(`${path}?step=promise`);
  await ready(other);
  await one.context().setOffline(true);
  await one.getByLabel("What surprised you?").fill("Three people");
  await other.getByLabel(/^then I will/).fill("breathe");
  await one.getByLabel("What surprised you?").fill("Three people and a dog");
  await one.context().setOffline(false);
  await expect.poll(() => valuesOf(company, id, "surprise")).toEqual(["Three people and a dog"]);
  await expect.poll(() => valuesOf(company, id, "promise_then")).toEqual(["breathe"]);
});

test("two devices: one post-mortem, the later answer wins, the earlier is kept", async ({ arrive }) => {
  const company = await makeCompany();
  const phone = await arrive();
  const { id, path } = await atForm(phone, company);
  const laptop = await arrive();
  await signedIn(laptop, company);
  await laptop.goto(path);
  await ready(laptop);
  await phone.context().setOffline(true);
  await run(phone, 0, 2);
  await tap("Good", "How do you feel about it?")(laptop);
  await expect(laptop.getByText("Saved", { exact: true })).toBeVisible();
  await phone.context().setOffline(false);
  await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
  expect((await valuesOf(company, id, "mood")).toSorted()).toEqual(["good", "low"]);
  expect(await company.db.postMortem.count({ where: { interviewId: id } })).toBe(1);
  await laptop.goto(path);
  await expect(heading(laptop, "What did they ask?")).toBeVisible();
  await laptop.goto(`${path}?step=mood`);
  await expect(laptop.getByRole("button", { name: /^Good/ })).toContainText("Chosen");
});

test("finished on another device meanwhile: what was not sent is shown, not thrown away", async ({
  arrive,
  expectError,
}) => {
  expectError(/status of 409/);
  const company = await makeCompany();
  const phone = await arrive();
  const { path } = await atForm(phone, company);
  await run(phone, 0, 4);
  await expect(phone.getByText("Saved", { exact: true })).toBeVisible();
  await phone.context().setOffline(true);
  await phone.getByLabel("What surprised you?").fill("Three people");
  await expect(phone.getByText(kept)).toBeVisible();
  const laptop = await arrive();
  await signedIn(laptop, company);
  await laptop.goto(`${path}?step=sharing`);
  await ready(laptop);
  await laptop.getByRole("button", { name: "Finish" }).click();
  await laptop.waitForURL(`**${path}?done=finished`);
  await phone.context().setOffline(false);
  await expect(phone.getByText("This debrief was finished on another device.")).toBeVisible();
  await phone.goto(path);
  await expect(phone.getByText("Three people")).toBeVisible();
  await phone.getByRole("button", { name: "Remove from this device" }).click();
  await expect(phone.getByRole("button", { name: "Keep" })).toBeFocused();
  await phone.getByRole("button", { name: "Keep" }).click();
  await expect(phone.getByText("Three people")).toBeVisible();
  await phone.getByRole("button", { name: "Remove from this device" }).click();
  await phone.getByRole("button", { name: "Yes, remove what was not sent" }).click();
  await phone.reload();
  await expect(heading(phone, "Debrief")).toBeVisible();
  await expect(phone.getByText("Three people")).toHaveCount(0);
});
