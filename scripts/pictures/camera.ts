import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

import { examplesOf, placeOf } from "./places.ts";

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const schemes = ["light", "dark"] as const;

/** Most pages that one person is walked through. */
const mostPages = 80;

/** What one person's walk brought: pictures, what was seen where, and what went wrong on the way. */
export type Walk = { pictures: number; places: Set<string>; troubles: string[] };

/**
 * Takes the page as it stands, in four shapes, each in its full length: the window is made as long as the page, so that the
 * bar at the lower edge covers nothing.
 */
export async function takePictures(page: Page, name: string, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0)
        throw new Error(`${name} moves while its picture is taken: reduced motion is not heeded.`);
      await page.screenshot({
        path: path.join(folder, `${name}.${size.width}.${colorScheme}.png`),
        fullPage: true,
      });
    }
  }
  return sizes.length * schemes.length;
}

/** Follows the pages' own links from where somebody starts, and takes each place that is new. */
export async function walk(
  page: Page,
  person: string,
  starts: readonly string[],
  folder: string,
): Promise<Walk> {
  const taken = new Map<string, number>();
  const waiting = [...starts];
  const met = new Set(waiting);
  const result: Walk = { pictures: 0, places: new Set(), troubles: [] };
  for (
    let address = waiting.shift();
    address !== undefined && result.places.size < mostPages;
    address = waiting.shift()
  ) {
    if ((taken.get(placeOf(address) ?? "") ?? 0) >= examplesOf(address)) continue;
    const answer = await page.goto(address, { waitUntil: "load" });
    const { pathname, search, searchParams } = new URL(page.url());
    const place = placeOf(`${pathname}${search}`);
    // A screen of a form that is not asked of this person shows another one, which has its own picture.
    const [step, screen] = [searchParams.get("step"), page.locator('input[name="screen"]').first()];
    if (step && (await screen.count()) > 0 && (await screen.inputValue()) !== step) continue;
    if (!answer?.ok() || place === undefined) {
      result.troubles.push(`${person}: ${address} answered ${answer?.status() ?? "nothing"} at ${pathname}`);
      continue;
    }
    // Somebody who is sent elsewhere was there before, or will be.
    const before = taken.get(place) ?? 0;
    if (before >= examplesOf(`${pathname}${search}`)) continue;
    taken.set(place, before + 1);
    result.places.add(place);
    result.pictures += await takePictures(
      page,
      `${place}${before > 0 ? `-${before + 1}` : ""}.${person}`,
      folder,
    );
    for (const link of await linksOf(page)) {
      if (met.has(link) || placeOf(link) === undefined) continue;
      met.add(link);
      waiting.push(link);
    }
  }
  return result;
}

/** The addresses of our own pages that this page leads to. */
async function linksOf(page: Page): Promise<string[]> {
  const found = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const here = new URL(page.url()).origin;
  return found
    .map((href) => new URL(href))
    .filter(({ origin }) => origin === here)
    .map(({ pathname, search }) => `${pathname}${search}`);
}
