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
    ["/sign-in", "/help", ...people.map(({ id }) => `/invitations/${id}`)],
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
  const home = new URL(page.url()).pathname;
  const walked = await walk(page, key, [home, ...(isOurs ? await formOf(page, key) : [])], SCREENS);
  walked.places.add(welcomed > 0 ? "welcome" : (placeOf(home) ?? ""));
  walked.pictures += welcomed + (await takeStates(page, key, walked.places));
  if (isOurs && key === "tomasz") walked.pictures += await takeBooking(page, key, walked.places);
  return walked;
}

/** The form of a post-mortem shows its screens once it is begun: Daniel's has no promise before it, Priya's has. */
async function formOf(page: Page, key: string): Promise<string[]> {
  if (key !== "daniel" && key !== "priya") return [];
  await page.goto(key === "daniel" ? "/interviews" : "/interviews/new?just");
  if (key === "daniel") {
    await page.locator('a[href^="/interviews/"]:not([href$="/new"])').first().click();
    await page.waitForURL(/\/interviews\/[0-9a-f-]{36}/);
    await page.goto(`${new URL(page.url()).pathname.split("/").slice(0, 3).join("/")}/post-mortem`);
  } else {
    await page.getByLabel("Employer").fill("Orchard Foods");
    await page.getByLabel("Job", { exact: true }).fill("Team assistant");
    for (const field of ["format", "roleFamily"])
      await page.locator(`input[name="${field}"]`).first().check();
    await page.getByRole("button", { name: "Save and go on" }).click();
    await page.waitForURL("**/post-mortem*");
  }
  const form = new URL(page.url()).pathname;
  const taps = [
    "mood=low",
    "promise_answer=no",
    "outcome=rejected",
    "asked",
    "rating=rough",
    "cause_primary",
  ];
  await tap(page, taps[0] ?? "");
  for (const one of taps.slice(1)) {
    const [field = ""] = one.split("=");
    if (field !== "rating") await page.goto(`${form}?step=${stepOf[field] ?? field}`);
    await tap(page, one);
  }
  return screenIds.map((screen) => `${form}?step=${screen}${screen === "rating" ? "&n=1" : ""}`);
}

/** The screen of a field that is not called as its screen is. */
const stepOf: Readonly<Record<string, string>> = {
  promise_answer: "promise_kept",
  asked: "questions",
  cause_primary: "causes",
};

/** Answers with one tap, if it is asked here, and waits for what comes next. */
async function tap(page: Page, answer: string): Promise<void> {
  const [field = "", value] = answer.split("=");
  const button = page.locator(`button[name="${field}"]${value ? `[value="${value}"]` : ""}`).first();
  if ((await button.count()) === 0) return;
  await button.click();
  await button.waitFor({ state: "detached" });
}

/** What no link leads to: a form that came back with errors, a page that is not there, the list of keys. */
const states: Readonly<Record<string, readonly { name: string; at: string; press?: string }[]>> = {
  maya: [
    { name: "not-found", at: "/nowhere" },
    { name: "interviews-new-refused", at: "/interviews/new", press: "Log it" },
  ],
  ana: [
    { name: "candidates-invite-refused", at: "/candidates/invite", press: "Send the invitation" },
    { name: "desk-keys", at: "/desk", press: "Keys" },
  ],
};

async function takeStates(page: Page, key: string, places: Set<string>): Promise<number> {
  let pictures = 0;
  for (const { name, at, press } of states[key] ?? []) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(at);
    if (press) {
      await page.getByRole("button", { name: press }).click();
      await page.locator("[role=alert]:not(:empty), dialog[open]").first().waitFor();
    }
    places.add(name);
    pictures += await takePictures(page, `${name}.${key}`, SCREENS);
  }
  return pictures;
}

/** A session that was booked a moment ago, and the times to which it could move. */
async function takeBooking(page: Page, key: string, places: Set<string>): Promise<number> {
  await page.goto("/practice/mocks/new");
  await page
    .getByRole("button", { name: /^Book / })
    .first()
    .click();
  await page.waitForURL("**/practice/mocks/*?done=booked");
  const pictures = await takePictures(page, `practice-mocks-mock-booked.${key}`, SCREENS);
  await page.getByRole("link", { name: "Move it to another time" }).click();
  await page.waitForURL("**/move");
  places.add(placeOf(page.url()) ?? "");
  return pictures + (await takePictures(page, `practice-mocks-mock-move.${key}`, SCREENS));
}

async function withPage<Answer>(
  browser: Browser,
  baseURL: string,
  use: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const context = await browser.newContext({
    baseURL,
    timezoneId: "America/New_York",
    locale: "en-US",
    // From the first page on: what begins to move before a change of colours would be caught half way.
    reducedMotion: "reduce",
  });
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
