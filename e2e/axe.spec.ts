import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { examplesOf, placeOf } from "../scripts/pictures/places.ts";
import { expect, test } from "./support/test.ts";

/** Whoever stands for a role in the demo, and where their links start. */
const walks = [
  { name: "nobody", starts: ["/sign-in", "/sign-in/5d2c3c4e-4d0b-4d0c-9d55-0f5b9a3f3a10"] },
  { name: "Maya", starts: ["/home", "/you", "/interviews/new", "/interviews/new?just", "/practice/guides"] },
  { name: "Ana", starts: ["/desk", "/calendar", "/log"] },
  { name: "Ruth", starts: ["/people", "/people/invite", "/settings/causes"] },
] as const;

/** Most pages of one walk: enough for every place once, and bounded if links grow. */
const mostPages = 18;

for (const { name, starts } of walks) {
  test(`axe finds nothing on the pages of ${name}, light and dark, on a phone and a desktop`, async ({
    page,
  }) => {
    // Slow where two cores are shared by many: what axe finds does not depend on it.
    test.setTimeout(900_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (name !== "nobody") await signInAs(page, name);
    const waiting: string[] = [...starts];
    const seen = new Map<string, number>();
    for (let address = waiting.shift(), count = 0; address && count < mostPages; address = waiting.shift()) {
      const place = placeOf(address);
      if (!place || (seen.get(place) ?? 0) >= Math.min(1, examplesOf(address))) continue;
      seen.set(place, 1);
      count += 1;
      await page.goto(address);
      await expectNothingFound(page);
      const links = await page
        .locator("a[href^='/']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      waiting.push(...links.map((link) => link.replace(/#.*/, "")).filter(Boolean));
    }
    expect(seen.size).toBeGreaterThanOrEqual(name === "nobody" ? 2 : 5);
  });
}

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function expectNothingFound(page: Page): Promise<void> {
  for (const [width, height, colorScheme] of [
    [360, 740, "light"],
    [1280, 800, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    expect(found, `${new URL(page.url()).pathname} at ${width}, ${colorScheme}`).toEqual([]);
  }
}
