import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { CauseCode } from "#lib/infra/prisma/enums.ts";

import type { MailboxReader } from "./mailbox.ts";
import type { People } from "./post-mortem.ts";
import { expect } from "./test.ts";

/**
 * All that a page is told from here on, as text: its documents, and what its script fetches (payloads, answers of actions).
 * The second is read in the page, as the test cannot read the body of an action that answers with a redirect.
 */
export async function hearing(page: Page): Promise<() => Promise<string[]>> {
  const documents: Promise<string>[] = [];
  const fetched: string[] = [];
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.status() === 200)
      documents.push(response.text());
  });
  await page.exposeFunction("tellTheTest", (text: string) => void fetched.push(text));
  await page.addInitScript(() => {
    const { tellTheTest } = window as unknown as { tellTheTest: (text: string) => Promise<void> };
    const fetchOfThePage = window.fetch;
    window.fetch = async (...asked) => {
      const answer = await fetchOfThePage(...asked);
      void answer
        .clone()
        .text()
        .then(tellTheTest, () => undefined);
      return answer;
    };
  });
  return async () => [...(await Promise.all(documents)), ...fetched];
}

type Blind = {
  interview: string;
  mailbox: MailboxReader;
  heard: () => Promise<string[]>;
  /** What the candidate chose and promised. */
  secrets: readonly string[];
};

/** The counselor reads a post-mortem and shares a note before choosing a cause: nothing that came, was mailed or logged tells. */
export async function readBlind({ company, counselor: { page } }: People, blind: Blind): Promise<void> {
  const note = "Two things went well.";
  await page.goto("/desk");
  await page.goto(`/interviews/${blind.interview}/post-mortem`);
  await expect(page.getByText("In thirty seconds")).toBeVisible();
  const form = page.locator("form", { has: page.locator('button[name="review"]') }).first();
  await form.locator('textarea[name="body"]').fill(note);
  await form.locator('button[name="review"][value="no"]').click();
  await expect(page.getByRole("status").first()).toBeVisible();
  await expect.poll(async () => (await blind.heard()).some((text) => text.includes(note))).toBe(true);

  const { email } = company.cast.assigned;
  await blind.mailbox.waitFor(email, /debrief/i);
  const mails = (await blind.mailbox.mails(email)).map((mail) => JSON.stringify(mail));
  const log = await readFile(".data/test-portal.log", "utf8");
  expect(log.length).toBeGreaterThan(0);
  const texts = [...(await blind.heard()), ...mails];
  for (const text of [...texts, log]) for (const secret of blind.secrets) expect(text).not.toContain(secret);
  // Nothing offers causes in the log, so that none stands there at all.
  for (const code of Object.values(CauseCode)) expect(log).not.toContain(code);
  // Every cause is offered to choose from; what was chosen stands there no more often than what was not.
  for (const text of texts) {
    expect(text.split("LOGISTICS").length).toBe(text.split("APPEARANCE").length);
    expect(text.split("A practical problem").length).toBe(text.split("Appearance or setting").length);
  }
}
