import type { Page } from "@playwright/test";

import { dateOf } from "#lib/infra/db.ts";
import { interview } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import type { Company } from "./support/database.ts";
import { codeIn } from "./support/mailbox.ts";
import type { MailboxReader } from "./support/mailbox.ts";
import { expect, test } from "./support/test.ts";

/** The post-mortem on a bad connection: nothing that was given is lost, whatever ends in between. */
test.afterAll(closeStageDb);
test.setTimeout(180_000);
test.beforeEach(({ expectError }) => expectError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/));

const kept = "Kept on this phone. It will be saved when the connection is back.";

test("the network is cut at each step in turn, up to Finish; it is finished once it is back", async ({
  arrive,
}) => {
  const company = await makeCompany();
  for (const cut of [0, 4, way.length]) {
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
  await run(page, 0, 5);
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
  await run(page, 0, 5);
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
  await run(page, 0, 3);
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
  await run(page, 0, 5);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const createdAt = dateOf(now.subtract({ hours: 31 * 24 }));
  await db.signInSession.updateMany({ where: { personId: cast.owner.id }, data: { createdAt } });
  await page.getByLabel("What surprised you?").fill("Three people");
  await expect(page.getByText("You are signed out. Everything is kept on this phone.")).toBeVisible();
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
  await run(one, 0, 5);
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
  await run(phone, 0, 5);
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
  await phone.getByRole("button", { name: "Remove from this phone" }).click();
  await phone.reload();
  await expect(heading(phone, "Debrief")).toBeVisible();
  await expect(phone.getByText("Three people")).toHaveCount(0);
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
  expect(await waitingOn(page)).toBe(1);
  await page.evaluate(() => localStorage.setItem("debrief:waiting:x", '{"person":"another","at":1}'));
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in*");
  expect(await waitingOn(page)).toBe(1);
  expect(await company.db.postMortem.count({ where: { interviewId: id } })).toBe(0);
});

type Step = (page: Page) => Promise<void>;
const tap =
  (name: string | RegExp, from: string): Step =>
  async (page) => {
    await expect(heading(page, from)).toBeVisible();
    await page.getByRole("button", { name, exact: true }).first().click();
  };

/** The whole form, a screen a step. */
const way: Step[] = [
  tap("Low", "How do you feel about it?"),
  tap(/They said no/, "How did it end?"),
  tap("Skip this", "Did they say what decided it?"),
  async (page) => {
    await page.getByLabel("In your words").fill("Which shifts can you do?");
    await tap("Add", "What did they ask?")(page);
  },
  tap(/^Rough/, "How did your answer go?"),
  async (page) => {
    await page.getByRole("checkbox", { name: "Cut me off" }).check();
    await page.getByLabel("What surprised you?").fill("Three people");
    await tap("Next", "What did you notice?")(page);
  },
  tap(/My answers ran long or short/, "What got in the way most?"),
  tap("Next", "Anything else?"),
  async (page) => {
    await page.getByLabel(/^If\b/).fill("they ask about me");
    await page.getByLabel(/^then I will/).fill("stop after a minute");
    await tap("Next", "One promise for next time")(page);
  },
];

const everything = {
  mood: "low",
  surprise: "Three people",
  signals: ["cut_me_off", "surprise"],
  sharing: "my_counselor",
  questions: [{ text: "Which shifts can you do?", rating: "rough" }],
  opinions: [{ primary: "RAMBLED" }],
  promiseMade: { ifText: "they ask about me", thenText: "stop after a minute" },
};

function heading(page: Page, name: string) {
  return page.getByRole("heading", { level: 1, name, exact: true });
}

async function run(page: Page, from: number, to: number): Promise<void> {
  for (const step of way.slice(from, to)) await step(page);
}

/** The tab is gone, and its connection back; another one in the same browser. */
async function killed(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  return context.newPage();
}

/** The script of the form is there. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector("main form");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });
}

async function atForm(page: Page, company: Company): Promise<{ id: string; path: string }> {
  const { id } = await interview(company);
  await signedIn(page, company);
  const path = `/interviews/${id}/post-mortem`;
  // Many phones' browsers do not have it.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Temporal"));
  await page.goto(path);
  await ready(page);
  return { id, path };
}

async function signedIn(page: Page, { tokens }: Company): Promise<void> {
  const url = String(process.env["PORTAL_URL"]);
  const cookie = {
    name: "debrief",
    value: tokens.owner ?? "",
    url,
    httpOnly: true,
    sameSite: "Lax",
  } as const;
  await page.context().addCookies([cookie]);
}

async function finishedOf({ db }: Company, interviewId: string) {
  return db.postMortem.findFirst({
    where: { interviewId, finishedAt: { not: null } },
    select: {
      mood: true,
      surprise: true,
      signals: true,
      sharing: true,
      questions: { select: { text: true, rating: true } },
      opinions: { select: { primary: true } },
      promiseMade: { select: { ifText: true, thenText: true } },
    },
  });
}

async function valuesOf({ db }: Company, interviewId: string, field: string): Promise<string[]> {
  const rows = await db.postMortemAnswer.findMany({ where: { field, postMortem: { interviewId } } });
  return rows.map(({ value }) => value);
}

function waitingOn(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith("debrief:waiting:")).length,
  );
}

async function signInAgain(page: Page, mailbox: MailboxReader, email: string): Promise<void> {
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  const mail = await mailbox.waitFor(email, /sign-in/i);
  await page.getByLabel("Six digits from the mail").fill(codeIn(mail));
  await page.getByRole("button", { name: "Sign in" }).click();
}
