import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";

import { MailboxReader } from "./mailbox.ts";

export { expect };

/** Tools of ours that look into the frame of a mail's preview hear that nothing runs there. */
export const blockedInPreview =
  /Blocked script execution in '[^']*\/api\/mail-previews\/[^']*' because the document's frame is sandboxed/;

/** What went wrong behind a journey's back, and what of it belongs to the journey. */
interface Watched {
  said: string[];
  expected: RegExp[];
}

interface Journey {
  mailbox: MailboxReader;
  /** A page in a browser of its own: another person, zone, size, or one without script. Watched like the first. */
  arrive(options?: BrowserContextOptions): Promise<Page>;
  /** Names a console error that belongs to this journey, such as that of a page that is not found. */
  expectError(pattern: RegExp): void;
  watched: Watched;
}

/**
 * Journeys. What no person would see but should not happen makes them fail: console errors (also those of the content policy
 * and of hydration), uncaught errors, requests to other hosts.
 */
export const test = base.extend<Journey>({
  mailbox: async ({ request }, use) => use(new MailboxReader(request)),
  expectError: async ({ watched }, use) => use((pattern) => void watched.expected.push(pattern)),
  watched: [
    async ({ context }, use) => {
      const watched: Watched = { said: [], expected: [] };
      watch(context, watched);
      await use(watched);
      expect(watched.said.filter((line) => !watched.expected.some((pattern) => pattern.test(line)))).toEqual(
        [],
      );
    },
    { auto: true },
  ],
  arrive: async ({ browser, watched, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        locale: "en-GB",
        ...(baseURL ? { baseURL } : {}),
        ...options,
      });
      opened.push(context);
      watch(context, watched);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

function watch(context: BrowserContext, { said }: Watched): void {
  const home = new URL(process.env["PORTAL_URL"] ?? "http://localhost").host;
  context.on("console", (message) => {
    if (message.type() === "error") said.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => said.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== home) said.push(`request to another host: ${request.url()}`);
  });
}
