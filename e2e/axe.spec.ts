import type { Page } from "@playwright/test";
import { newId } from "#lib/infra/hash.ts";
import { makeCandidate, makePerson, makeSession } from "../prisma/seed/factories.ts";
import { examplesOf, placeOf } from "../scripts/pictures/places.ts";
import { finished } from "../tests/accounts/things.ts";
import type { Actor } from "../tests/support/cast.ts";
import { expectNothingFound, signIn } from "./support/axe-shapes.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { rows, thingsOf, type Things } from "./support/door-rows.ts";
import { builtPages } from "./support/manifests.ts";
import { blockedInPreview, expect, test } from "./support/test.ts";

// Each person's pages by themselves, so that two workers share them. Slow where two cores are shared by many.
test.describe.configure({ mode: "parallel", timeout: 900_000 });
// A trace of it would cost more than axe does, and says no more than the finding.
test.use({ trace: "off" });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));
test.afterAll(closeStageDb);

/** Who between them may enter every page: by what the owner's records are to them. */
const entering = ["nobody", "owner", "assigned", "admin"] as const satisfies readonly Actor[];

/** Pages that are there only once the agency asks for a second factor: e2e/second-factor.spec.ts looks at them. */
const asked = ["/second-factor", "/you/second-factor"];

/** The address of a page of the build that this person may enter, or null; of the root nothing is ever shown. */
function addressFor(route: string, actor: Actor, things: Things): string | null {
  if (route === "/" || asked.includes(route)) return null;
  if (route === "/_not-found") return "/nowhere";
  const row = rows[route as keyof typeof rows];
  if (!row) throw new Error(`${route} has no row in the table of doors.`);
  if (row.may === "everyone") return actor === "nobody" ? row.at(things) : null;
  return row.may.includes(actor) ? row.at(things) : null;
}

const noThings: Things = {
  interview: "x",
  draft: "x",
  heard: "x",
  postMortem: "x",
  mock: "x",
  candidate: "x",
  person: "x",
  feed: "x",
  request: "x",
  helpRequest: "x",
  list: "x",
  workshopSession: "x",
  seatOffer: "x",
  workshop: "x",
  fair: "x",
};

test("no page of the build is left out", () => {
  const left = builtPages().filter((route) =>
    entering.every((actor) => addressFor(route, actor, noThings) === null),
  );
  expect(left.toSorted()).toEqual(["/", ...asked]);
});

for (const actor of entering) {
  test(`axe finds nothing on any page that the company's ${actor} may enter`, async ({
    page,
    expectError,
  }) => {
    expectError(/status of 404/);
    expectError(blockedInPreview);
    const company = await makeCompany();
    await signIn(page, company.tokens[actor]);
    const things = await thingsOf(company);
    // An invitation can be accepted by whoever has not been here yet.
    things.person = (
      await makePerson(company.db, {
        role: "candidate",
        counselorId: company.cast.assigned.id,
        welcomedAt: null,
      })
    ).id;
    for (const route of builtPages()) {
      const address = addressFor(route, actor, things);
      if (address === null) continue;
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(route === "/_not-found" ? 404 : 200);
      expect(new URL(page.url()).pathname, address).toBe(address.split("?")[0]);
      await expectNothingFound(page);
    }
  });
}

/** The demo's people have more to show, and pages that a link leads to in more than one state. */
const walks = [
  { name: "Maya", starts: ["/home"], follows: true },
  { name: "Ana", starts: ["/desk"], follows: true },
  { name: "Ruth", starts: ["/desk", "/candidates", "/people", "/log"], follows: false },
];

for (const { name, starts, follows } of walks) {
  test(`axe finds nothing where links lead ${name}`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await page.waitForURL(/\/(?:home|desk)$/);
    const waiting = [...starts];
    const seen = new Map<string, number>();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const place = placeOf(address);
      if (!place || (seen.get(place) ?? 0) >= examplesOf(address)) continue;
      seen.set(place, (seen.get(place) ?? 0) + 1);
      await page.goto(address);
      await expectNothingFound(page);
      const links = await page
        .locator("a[href^='/']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      if (follows) waiting.push(...links.map((link) => link.replace(/#.*/, "")));
    }
    expect(seen.size).toBeGreaterThanOrEqual(follows ? 10 : starts.length);
  });
}

/** What is planted on the page of signing in, each alone, and what axe must call it, and where. */
const plants: { what: string; told: RegExp; plant: () => void }[] = [
  {
    what: "a control without a name",
    told: /\blabel: <input/,
    plant: () => document.querySelector('label[for="email"], label:has(+ * input), label')?.remove(),
  },
  {
    what: "a text that is too pale",
    told: /\bcolor-contrast: <h1/,
    plant: () => {
      const pale = getComputedStyle(document.documentElement).getPropertyValue("--color-line");
      document.querySelector("h1")?.style.setProperty("color", pale);
    },
  },
];

for (const { what, told, plant } of plants) {
  test(`planted: ${what} is told, with where it stands`, async ({ page }) => {
    await page.goto("/sign-in");
    // Once script has taken the page over, it leaves alone what is planted.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__reactProps")),
    );
    await page.evaluate(plant);
    await expect(expectNothingFound(page)).rejects.toThrow(/sign-in at 360, light/);
    await expect(expectNothingFound(page)).rejects.toThrow(told);
  });
}

test("axe finds nothing where there is nothing yet", async ({ page, arrive }) => {
  const { db, now } = await makeCompany();
  const counselor = await makePerson(db, { role: "counselor", welcomedAt: null });
  const candidate = await makeCandidate(db, counselor.id, { welcomedAt: null });
  const pages = {
    [candidate.id]: ["/home", "/interviews", "/interviews/new", "/practice", "/practice/mocks/new", "/you"],
    [counselor.id]: ["/desk", "/log", "/calendar", "/calendar/hours", "/calendar/busy", "/calendar/book"],
  };
  for (const [at, [person, addresses]] of Object.entries(pages).entries()) {
    const one = at === 0 ? page : await arrive();
    await signIn(one, (await makeSession(db, person, now)).token);
    await one.goto("/");
    await one.waitForURL("**/welcome");
    await expectNothingFound(one, "new:");
    await one.getByRole("button", { name: "That is right" }).click();
    await one.waitForURL(/\/(?:home|desk)$/);
    for (const address of addresses) {
      await one.goto(address);
      await expectNothingFound(one, "new:");
    }
  }
});

/** A form sent as it should not be, and the person who sends it; what comes back stands at the fields. */
const refused: { actor: Actor; at: string; fill?: (page: Page) => Promise<void>; press: string }[] = [
  { actor: "nobody", at: "/sign-in", press: "Send me the mail" },
  {
    actor: "nobody",
    at: `/sign-in/${newId()}`,
    fill: (page) => page.getByLabel("Six digits").fill("12"),
    press: "Sign in",
  },
  { actor: "owner", at: "/interviews/new", press: "Log it" },
  { actor: "owner", at: "/interviews/new?just", press: "Save and go on" },
  { actor: "owner", at: "/you", fill: (page) => page.getByLabel("Your name").fill(""), press: "Save" },
  {
    actor: "assigned",
    at: "/calendar/hours",
    fill: (page) => page.getByLabel("Monday").fill("nine to five"),
    press: "Save",
  },
  { actor: "assigned", at: "/candidates/invite", press: "Send the invitation" },
  { actor: "admin", at: "/people/invite", press: "Send the invitation" },
];

test("axe finds nothing in a form that was refused", async ({ arrive }) => {
  const company = await makeCompany();
  for (const { actor, at, fill, press } of refused) {
    const page = await arrive({ reducedMotion: "reduce" });
    await signIn(page, company.tokens[actor]);
    await page.goto(at);
    await fill?.(page);
    await page.getByRole("button", { name: press, exact: true }).first().click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expectNothingFound(page, "refused:");
    await page.context().close();
  }
});

test("axe finds nothing in what is said after a deed, nor in the list of keys", async ({ page }) => {
  const company = await makeCompany();
  await finished(company);
  await signIn(page, company.tokens.assigned);
  await page.goto("/you?done=profile");
  await expect(page.getByRole("status")).toBeVisible();
  await expectNothingFound(page);
  await page.goto("/desk");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNothingFound(page, "keys:");
});
