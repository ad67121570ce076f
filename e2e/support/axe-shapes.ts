import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const schemes = ["light", "dark"] as const;

/** What stands for axe's source where it is in the page already. */
const isThere = "0";

/** axe, with every rule that it has, on the page as it stands, in four shapes, with everything unfolded that folds. */
export async function expectNothingFound(page: Page, what = ""): Promise<void> {
  const { pathname, search } = new URL(page.url());
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  let source: string | undefined;
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const where = `${what} ${pathname}${search} at ${size.width}, ${colorScheme}`.trim();
      // A colour on its way to another would be judged by chance.
      expect(await page.evaluate(() => document.getAnimations().length), `what moves: ${where}`).toBe(0);
      // A frame holds a mail, which is no page of ours: in the other mode a page is opened for each look, to put all
      // findings together.
      const axe = new AxeBuilder({ page, ...(source ? { axeSource: source } : {}) }).setLegacyMode();
      const { violations, passes } = await axe
        .options({ resultTypes: ["violations"], iframes: false })
        .analyze();
      source = isThere;
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      );
      expect(found, where).toEqual([]);
      expect(passes.length, `rules that had something to look at: ${where}`).toBeGreaterThan(5);
    }
  }
}

/** Comes with the cookie that this token belongs in; nobody without one. */
export async function signIn(page: Page, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  const url = String(process.env["PORTAL_URL"]);
  await page.context().addCookies([{ name: "debrief", value: token, url, httpOnly: true, sameSite: "Lax" }]);
}
