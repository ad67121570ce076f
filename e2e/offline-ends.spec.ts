import type { Page } from "@playwright/test";

import { callAsked, entered, heardBack } from "../tests/accounts/things.ts";
import type { Actor } from "../tests/support/cast.ts";
import { closeStageDb, makeCompany, type Company } from "./support/database.ts";
import {
  atForm,
  finishedOf,
  heading,
  ready,
  run,
  signedIn,
  tap,
  valuesOf,
  waitingOn,
  way,
} from "./support/form.ts";
import { titles } from "./support/post-mortem.ts";
import { expect, test } from "./support/test.ts";

/** The ends of the form on a bad connection: the press that ends it waits for the answers, and nothing is lost where one is refused. */
test.afterAll(closeStageDb);
test.setTimeout(180_000);
test.beforeEach(({ expectError }) => expectError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/));

const kept = "Kept on this device. It will be saved when the connection is back.";
const goesOn = "Your answers are kept. Please keep this page open; it goes on when the connection is back.";

/** At a form by its address, as one of the company, with its script. */
async function open(page: Page, company: Company, path: string, actor: Actor = "owner"): Promise<void> {
  await signedIn(page, company, actor);
  await page.goto(path);
  await ready(page);
}

/** Presses the last button without a connection: it says so itself, and goes on once it is back. */
async function endsOnceBack(page: Page, button: string, says: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("button", { name: says, exact: true })).toBeVisible();
  await expect(page.getByText(goesOn)).toBeVisible();
  await page.context().setOffline(false);
}

test("very low, cut off from the first tap: that is enough for today, once it is back", async ({
  arrive,
}) => {
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  const { id } = await atForm(page, company);
  await page.context().setOffline(true);
  await tap("Very low", titles.mood)(page);
  await tap("They said no", titles.outcome)(page);
  await page.getByLabel("To keep").fill("The night shift sounded right");
  await tap("Next", titles.keepLine)(page);
  await expect(heading(page, titles.sharing)).toBeVisible();
  await endsOnceBack(page, "That is enough for today", "Sending…");
  await expect(heading(page, titles.enough)).toBeVisible();
  await expect(page.getByText("The night shift sounded right")).toBeVisible();
  const sent = await company.db.postMortem.findMany({ where: { interviewId: id } });
  expect(sent).toMatchObject([
    {
      mood: "very_low",
      keepLine: "The night shift sounded right",
      sharing: "my_counselor",
      finishedAt: null,
    },
  ]);
  expect(sent[0]?.enoughAt).not.toBeNull();
  expect(await waitingOn(page)).toHaveLength(0);
});

test("heard back, cut off from the first tap: done once it is back, each answer once", async ({ arrive }) => {
  const company = await makeCompany();
  const { id, interviewId } = await heardBack(company);
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  await open(page, company, `/interviews/${interviewId}/heard-back`);
  await page.context().setOffline(true);
  await tap("Low", "How does their answer feel?")(page);
  await tap("Somebody fitted better", "Did they say what decided it?")(page);
  await page.getByLabel("Their words").fill("Your examples were a little short");
  await tap("Next", "What did they say?")(page);
  while (!(await heading(page, "That is all").isVisible()))
    await page.getByRole("button", { name: "Skip this" }).click();
  await endsOnceBack(page, "Done", "Saving…");
  await page.waitForURL("**/post-mortem?done=heard_back");
  await expect(page.getByText("Your examples were a little short")).toBeVisible();
  expect(await valuesOf(company, interviewId, "feedback_words")).toEqual([
    "Your examples were a little short",
  ]);
  expect(await valuesOf(company, interviewId, "news_mood")).toEqual(["low"]);
  const events = await company.db.event.count({ where: { subjectId: id, kind: "post_mortem.heard_back" } });
  expect(events).toBe(1);
  expect(await waitingOn(page)).toHaveLength(0);
});

test("a call, cut off in the middle: handed over once it is back, with all that was told", async ({
  arrive,
}) => {
  const company = await makeCompany();
  const { id, interviewId } = await entered(company);
  const page = await arrive({ viewport: { width: 1280, height: 800 } });
  await open(page, company, `/interviews/${interviewId}/post-mortem`, "assigned");
  await page.context().setOffline(true);
  await tap("No reply", titles.outcome)(page);
  await tap("I can’t recall", titles.questions)(page);
  await page.getByRole("checkbox", { name: "Cut me off" }).check();
  await tap("Next", titles.signals)(page);
  await page.getByRole("button", { name: /chooses alone$/ }).click();
  await expect(heading(page, "Hand it over")).toBeVisible();
  const button = await page.getByRole("button", { name: /confirms it$/ }).textContent();
  await endsOnceBack(page, button ?? "", "Sending…");
  await page.waitForURL("**/post-mortem?done=handed_over");
  for (const [field, value] of [
    ["outcome", "no_reply"],
    ["cannot_recall", "true"],
    ["signals", '["cut_me_off"]'],
  ] as const)
    expect(await valuesOf(company, interviewId, field)).toEqual([value]);
  const handed = await company.db.postMortem.findUniqueOrThrow({ where: { id } });
  expect(handed.handedOverAt).not.toBeNull();
  expect(await waitingOn(page)).toHaveLength(0);
});

test("Send as it is, on Home, waits for what is still on the device", async ({ arrive, expectError }) => {
  expectError(/ERR_FAILED/);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 360, height: 740 } });
  const { id, path } = await atForm(page, company);
  await run(page, 0, 4);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.route("**/api/post-mortems/**", (route) => route.abort());
  await page.getByLabel("What surprised you?").fill("Three people");
  await expect(page.getByText(kept)).toBeVisible();
  await page.goto("/home");
  await ready(page);
  await page.getByRole("button", { name: "Send as it is" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  await expect(page.getByText(goesOn)).toBeVisible();
  expect(await finishedOf(company, id)).toBeNull();
  await page.unroute("**/api/post-mortems/**");
  await page.waitForURL(`**${path}?done=finished`);
  await expect(page.getByText("Three people")).toBeVisible();
  expect(await finishedOf(company, id)).toMatchObject({ surprise: "Three people", mood: "low" });
});

test("a promise that was typed and passed over is kept", async ({ arrive }) => {
  const company = await makeCompany();
  const page = await arrive();
  const { id, path } = await atForm(page, company);
  await page.context().setOffline(true);
  await run(page, 0, way.length - 1);
  await page.getByLabel(/^then I will/).fill("stop after a minute");
  await tap("Skip this", titles.promise)(page);
  await expect(heading(page, titles.sharing)).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByLabel(/^then I will/)).toHaveValue("stop after a minute");
  await page.context().setOffline(false);
  await expect.poll(() => valuesOf(company, id, "promise_then")).toContain("stop after a minute");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(`${path}?step=promise`);
  await expect(page.getByLabel(/^then I will/)).toHaveValue("stop after a minute");
});

test("two calls are noted on the desk, one after the other", async ({ arrive }) => {
  const company = await makeCompany();
  const ids = [(await callAsked(company)).id, (await callAsked(company)).id];
  const page = await arrive({ viewport: { width: 1280, height: 800 } });
  await signedIn(page, company, "assigned");
  await page.goto("/desk");
  const calls = page.getByRole("button", { name: "I have called" });
  await expect(calls).toHaveCount(2);
  for (const left of [1, 0]) {
    await calls.first().click();
    await expect(page.getByRole("status").first()).toContainText("Written down: you have called.");
    await expect(calls).toHaveCount(left);
  }
  const called = { id: { in: ids }, calledAt: { not: null } };
  await expect.poll(() => company.db.postMortem.count({ where: called })).toBe(2);
});

test("another person signed in on the same device sends nothing of it", async ({ arrive, expectError }) => {
  expectError(/status of 401/);
  const company = await makeCompany();
  const page = await arrive();
  const { id } = await atForm(page, company);
  await run(page, 0, 4);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await signedIn(page, company, "otherCandidate");
  await page.getByLabel("What surprised you?").fill("Three people");
  await expect(page.getByText("You are signed out. Everything is kept on this device.")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/home");
  await expect(heading(other, `Hello, ${company.cast.otherCandidate.name.split(" ")[0]}`)).toBeVisible();
  expect(await waitingOn(other)).toHaveLength(1);
  await other.close();
  await signedIn(page, company);
  await expect.poll(() => valuesOf(company, id, "surprise"), { timeout: 30_000 }).toEqual(["Three people"]);
});

test("a sign-out that does not arrive takes nothing off the device", async ({ arrive, expectError }) => {
  expectError(/ERR_FAILED|Failed to fetch|error boundary/i);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 1280, height: 800 } });
  await atForm(page, company);
  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await tap("Low", "How do you feel about it?")(page);
  await expect(page.getByText(kept)).toBeVisible();
  const tried = page.waitForEvent("requestfailed", (request) => "next-action" in request.headers());
  await page.getByRole("button", { name: "Sign out" }).click();
  await tried;
  expect(await waitingOn(page)).toHaveLength(1);
});

test("signing out takes what was not sent off the device; nobody else's is sent", async ({
  arrive,
  expectError,
}) => {
  expectError(/ERR_FAILED/);
  const company = await makeCompany();
  const page = await arrive({ viewport: { width: 1280, height: 800 } });
  const { id } = await atForm(page, company);
  await page.route("**/api/post-mortems/**", (route) => route.abort());
  await tap("Low", "How do you feel about it?")(page);
  await expect(page.getByText(kept)).toBeVisible();
  expect(await waitingOn(page)).toHaveLength(1);
  await page.evaluate(() => localStorage.setItem("debrief:waiting:x", '{"person":"another","at":1}'));
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in*");
  expect(await waitingOn(page)).toEqual(["debrief:waiting:x"]);
  expect(await company.db.postMortem.count({ where: { interviewId: id } })).toBe(0);
});
