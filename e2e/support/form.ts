import type { Page } from "@playwright/test";

import { interview } from "../../tests/accounts/things.ts";
import type { Actor } from "../../tests/support/cast.ts";
import type { Company } from "./database.ts";
import { codeIn } from "./mailbox.ts";
import type { MailboxReader } from "./mailbox.ts";
import { expect } from "./test.ts";

type Step = (page: Page) => Promise<void>;
export const tap =
  (name: string | RegExp, from: string): Step =>
  async (page) => {
    await expect(heading(page, from)).toBeVisible();
    await page.getByRole("button", { name, exact: true }).first().click();
  };

/** The whole form, a screen a step. */
export const way: Step[] = [
  tap("Low", "How do you feel about it?"),
  tap("They said no", "How did it end?"),
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

export const everything = {
  mood: "low",
  surprise: "Three people",
  signals: ["cut_me_off", "surprise"],
  sharing: "my_counselor",
  questions: [{ text: "Which shifts can you do?", rating: "rough" }],
  opinions: [{ primary: "RAMBLED" }],
  promiseMade: { ifText: "they ask about me", thenText: "stop after a minute" },
};

export function heading(page: Page, name: string) {
  return page.getByRole("heading", { level: 1, name, exact: true });
}

export async function run(page: Page, from: number, to: number): Promise<void> {
  for (const step of way.slice(from, to)) await step(page);
}

/** The tab is gone, and its connection back; another one in the same browser. */
export async function killed(page: Page): Promise<Page> {
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  return context.newPage();
}

/** The script of the form is there. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector("main form");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });
}

export async function atForm(page: Page, company: Company): Promise<{ id: string; path: string }> {
  const { id } = await interview(company);
  await signedIn(page, company);
  const path = `/interviews/${id}/post-mortem`;
  // Many phones' browsers do not have it.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Temporal"));
  await page.goto(path);
  await ready(page);
  return { id, path };
}

export async function signedIn(page: Page, { tokens }: Company, actor: Actor = "owner"): Promise<void> {
  const url = String(process.env["PORTAL_URL"]);
  const cookie = {
    name: "debrief",
    value: tokens[actor] ?? "",
    url,
    httpOnly: true,
    sameSite: "Lax",
  } as const;
  await page.context().addCookies([cookie]);
}

export async function finishedOf({ db }: Company, interviewId: string) {
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

export async function valuesOf({ db }: Company, interviewId: string, field: string): Promise<string[]> {
  const rows = await db.postMortemAnswer.findMany({ where: { field, postMortem: { interviewId } } });
  return rows.map(({ value }) => value);
}

/** The rows of the browser's memory that wait to be sent, whoever's they are. */
export function waitingOn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("debrief:waiting:")));
}

export async function signInAgain(page: Page, mailbox: MailboxReader, email: string): Promise<void> {
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("button", { name: "Send me the mail" }).click();
  const mail = await mailbox.waitFor(email, /sign-in/i);
  await page.getByLabel("Six digits from the mail").fill(codeIn(mail));
  await page.getByRole("button", { name: "Sign in" }).click();
}
