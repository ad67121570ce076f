import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

import { interview } from "../tests/accounts/things.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

/** The bare framework page and what a candidate's page may add to it, in bytes of gzipped script (quality.md, "Speed"). */
const bare = 135_000;
const more = 40_000;

test("the form's page weighs at most 40 kB of script more than the bare framework's", async ({
  page,
}, info) => {
  const company = await makeCompany();
  const { id } = await interview(company);
  const url = String(process.env["PORTAL_URL"]);
  await page.context().addCookies([{ name: "debrief", value: company.tokens.owner ?? "", url }]);
  for (const path of ["/home", `/interviews/${id}/post-mortem`]) {
    const bytes = await weightOf(page, path);
    info.annotations.push({ type: "script, gzipped", description: `${path}: ${bytes} bytes` });
    console.log(`${path}: ${bytes} bytes of script, gzipped`);
    expect({ path, bytes, fits: bytes <= bare + more }).toEqual({ path, bytes, fits: true });
  }
});

/** Every script that the page's own HTML names, but for the polyfills of browsers without modules. */
async function weightOf(page: Page, path: string): Promise<number> {
  await page.goto(path);
  const sources = await page
    .locator("script[src]:not([nomodule])")
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  let bytes = 0;
  for (const source of new Set(sources)) {
    const answer = await page.request.get(source);
    bytes += gzipSync(await answer.body()).length;
  }
  return bytes;
}
