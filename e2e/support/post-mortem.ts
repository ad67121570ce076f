import type { BrowserContextOptions, Page } from "@playwright/test";

import { interview } from "../../tests/accounts/things.ts";
import { makeCompany } from "./database.ts";
import { heading, signedIn } from "./form.ts";
import { expect } from "./test.ts";

/** One hand on one page: what it presses and types is counted. */
export type Hand = { page: Page; taps: number; sentences: number };

const hand = (page: Page): Hand => ({ page, taps: 0, sentences: 0 });

/** Presses one button; `next` is the title of the screen that it leads to. */
export async function press(by: Hand, name: string | RegExp, next?: string): Promise<void> {
  by.taps += 1;
  await by.page.getByRole("button", { name, exact: true }).first().click();
  if (next !== undefined) await expect(heading(by.page, next)).toBeVisible();
}

/** Presses the screens' buttons one after the other, each with the title of the screen that it leads to. */
export async function pressAll(by: Hand, ...ways: (readonly [string | RegExp, string])[]): Promise<void> {
  for (const [name, next] of ways) await press(by, name, next);
}

/** Opens what is folded under a line. */
export async function unfold(by: Hand, line: string): Promise<void> {
  by.taps += 1;
  await by.page.locator("summary").getByText(line, { exact: true }).click();
}

export async function mark(by: Hand, name: string): Promise<void> {
  by.taps += 1;
  await by.page.getByRole("checkbox", { name, exact: true }).check();
}

export async function write(by: Hand, label: string | RegExp, text: string): Promise<void> {
  by.sentences += 1;
  await by.page.getByLabel(label).fill(text);
}

/** One row of a list of facts: its value. */
export function fact(page: Page, label: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.locator("dt").getByText(label, { exact: true }) })
    .locator("dd");
}

/** The titled part of a page, and not one that it stands in. */
export function section(page: Page, title: string) {
  return page
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) })
    .last();
}

/** The titles of the screens, as the candidate reads them. */
export const titles = {
  mood: "How do you feel about it?",
  kept: "Did you do it?",
  outcome: "How did it end?",
  questions: "What did they ask?",
  rating: "How did your answer go?",
  signals: "What did you notice?",
  causes: "What got in the way most?",
  more: "Anything else?",
  ratings: "How would you rate yourself?",
  feedback: "Any feedback so far?",
  worked: "What worked?",
  keepOrNew: "Keep it, or make a new one?",
  promise: "One promise for next time",
  nextRound: "When is it?",
  keepLine: "Anything to keep while it is fresh?",
  sharing: "Who may see this?",
  enough: "That is enough for today",
  finished: "Debrief",
} as const;

type Arrive = (options?: BrowserContextOptions) => Promise<Page>;

/** A candidate on a phone and her counselor on a laptop, both signed in; `script` is the candidate's and the counselor's. */
export async function twoPeople(arrive: Arrive, script: boolean) {
  const company = await makeCompany();
  const phone = await arrive({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
  const laptop = await arrive({ javaScriptEnabled: script, viewport: { width: 1280, height: 800 } });
  await signedIn(phone, company);
  await signedIn(laptop, company, "assigned");
  return { company, candidate: hand(phone), counselor: hand(laptop) };
}

export type People = Awaited<ReturnType<typeof twoPeople>>;

/** An interview of two days ago, and the first screen of its post-mortem. */
export async function firstScreen({ company, candidate }: People) {
  const made = await interview(company);
  await candidate.page.goto(`/interviews/${made.id}/post-mortem`);
  await expect(candidate.page.getByText("Only yours until you finish.")).toBeVisible();
  return made;
}

/** The last tap: the page on which the finished post-mortem is read. */
export async function finish(by: Hand): Promise<void> {
  await press(by, "Finish", titles.finished);
  await expect(by.page.getByRole("status").first()).toContainText("Finished. Well done for writing it down.");
}

export async function postMortemOf({ company }: People, interviewId: string) {
  return company.db.postMortem.findFirstOrThrow({ where: { interviewId } });
}
