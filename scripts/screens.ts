// npm run screens: a picture of every page, as each of the demo's people, in four shapes, in screens/. Names after -- choose
// people: npm run screens -- maya ana. PORTAL_URL uses a portal that runs, otherwise one is started and thrown away.
import { rmSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";

import { firstName } from "../lib/core/text.ts";
import { screenIds } from "../lib/post-mortems/rules/screens.ts";
import { takePictures, walk } from "./pictures/camera.ts";
import type { Walk } from "./pictures/camera.ts";
import { pageRoutes, placeOf } from "./pictures/places.ts";
import { browserOptions, installBrowser } from "./services/browser.ts";
import { givenPortal } from "./services/given-portal.ts";
import { endAll, endWhenTold, isEnding } from "./services/processes.ts";
import { openStage } from "./services/stage.ts";

const SCREENS = path.resolve("screens");

type DemoPerson = { id: string; key: string };

async function listDemoPeople(page: Page): Promise<DemoPerson[]> {
  await page.goto("/sign-in");
  const buttons = await page.locator('button[name="person"]').evaluateAll((found) =>
    found.map((button) => ({
      id: (button as HTMLButtonElement).value,
      name: button.querySelector("span")?.textContent ?? "",
    })),
  );
  return buttons.map(({ id, name }) => ({
    id,
    key: firstName(name)
      .normalize("NFD")
      .replaceAll(/\P{ASCII}/gu, "")
      .toLowerCase(),
  }));
}

/** The pages that stand outside: asking for a sign-in mail, its code, and the invitations of those who have not been here. */
async function asNobody(page: Page, people: readonly DemoPerson[]): Promise<Walk> {
  const walked = await walk(
    page,
    "nobody",
    ["/sign-in", ...people.map(({ id }) => `/invitations/${id}`)],
    SCREENS,
  );
  await page.goto("/sign-in");
  await page.locator('input[type="email"]').fill("maya@example.org");
  await page.locator('input[type="email"]').press("Enter");
  await page.waitForURL(/\/sign-in\/[^?]/);
  walked.pictures += await takePictures(page, "sign-in-request.nobody", SCREENS);
  walked.places.add("sign-in-request");
  // An invitation that was accepted is not found any more, and nobody links to one.
  return { ...walked, troubles: walked.troubles.filter((trouble) => !trouble.includes("/invitations/")) };
}

async function asPerson(page: Page, { id, key }: DemoPerson, isOurs: boolean): Promise<Walk> {
  await page.goto("/sign-in");
  await page.locator(`button[name="person"][value="${id}"]`).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in" && pathname !== "/");
  let welcomed = 0;
  if (isOurs && new URL(page.url()).pathname === "/welcome") {
    welcomed = await takePictures(page, `welcome.${key}`, SCREENS);
    await page.getByRole("button", { name: "That is right" }).click();
    await page.waitForURL(({ pathname }) => pathname !== "/welcome" && pathname !== "/");
  }
  const starts = [new URL(page.url()).pathname, ...(isOurs && key === "daniel" ? await formOf(page) : [])];
  const walked = await walk(page, key, starts, SCREENS);
  return {
    ...walked,
    pictures: walked.pictures + welcomed,
    places: walked.places.add(welcomed > 0 ? "welcome" : (placeOf(starts[0] ?? "") ?? "")),
  };
}

/** Starts the post-mortem of the interview that Daniel comes out of: its form shows its screens once it is begun. */
async function formOf(page: Page): Promise<string[]> {
  await page.goto("/interviews");
  const interview = await page
    .locator('a[href^="/interviews/"]:not([href$="/new"])')
    .first()
    .getAttribute("href");
  const form = `${interview?.split(/[?#]/)[0]?.split("/").slice(0, 3).join("/")}/post-mortem`;
  await page.goto(form);
  const moods = page.locator('button[name="mood"]');
  await moods.nth(2).click();
  await moods.first().waitFor({ state: "detached" });
  return screenIds.map((screen) => `${form}?step=${screen}`);
}

async function withPage<Answer>(
  browser: Browser,
  baseURL: string,
  use: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({ baseURL, timezoneId: "America/New_York", locale: "en-US" });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

async function takeAll(browser: Browser, url: string, isOurs: boolean): Promise<void> {
  const chosen = process.argv.slice(2);
  const people = await withPage(browser, url, listDemoPeople);
  if (people.length === 0) throw new Error(`${url} offers nobody to sign in as: it is no demo.`);
  const walks: Walk[] = [];
  if (chosen.length === 0) walks.push(await withPage(browser, url, (page) => asNobody(page, people)));
  // The agency's people first: what a candidate opens is shown to them as read from then on.
  for (const person of people.toReversed().filter(({ key }) => chosen.length === 0 || chosen.includes(key))) {
    const walked = await withPage(browser, url, (page) => asPerson(page, person, isOurs));
    walks.push(walked);
    console.log(`${person.key}: ${walked.places.size} places, ${walked.pictures} pictures`);
  }
  const seen = new Set(walks.flatMap(({ places }) => [...places]));
  const missing = pageRoutes.filter((route) => !seen.has(placeOf(route.replaceAll(/\[\w+\]/g, "x")) ?? ""));
  for (const trouble of walks.flatMap(({ troubles }) => troubles)) console.log(trouble);
  if (chosen.length === 0 && missing.length > 0) console.log(`No link led to ${missing.join(", ")}`);
  console.log(
    `${walks.reduce((sum, { pictures }) => sum + pictures, 0)} pictures in ${path.relative(".", SCREENS)}/`,
  );
}

endWhenTold(130);

try {
  if (!(await installBrowser())) throw new Error("There is no browser to look with.");
  rmSync(SCREENS, { recursive: true, force: true });
  const given = givenPortal();
  const url = given ?? (await openStage()).portal;
  const browser = await chromium.launch(browserOptions());
  try {
    await takeAll(browser, url, given === undefined);
  } finally {
    await browser.close();
  }
} catch (error) {
  if (!isEnding()) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
if (!isEnding()) {
  await endAll();
  process.exit();
}
