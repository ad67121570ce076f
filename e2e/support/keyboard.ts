import { expect, type Page } from "@playwright/test";

/** What the keyboard is on: how it is called (by its label, its own name or its words), its group, and what shows that it is on it. */
type Focused = { called: string[]; group: string; isRadio: boolean; ring: boolean };

/** Presses Tab until what has the focus is called so; everything passed on the way shows where the keyboard is. */
export async function reach(page: Page, name: string | RegExp): Promise<void> {
  await pressUntil(page, "Tab", `${name}`, ({ called }) => called.some((text) => isCalled(text, name)));
}

/** One of a group of radio buttons: Tab leads into the group, the arrows through it. */
export async function choose(page: Page, group: string, name: string | RegExp): Promise<void> {
  await pressUntil(page, "Tab", group, (on) => on.isRadio && isCalled(on.group, group));
  await page.keyboard.press("Space");
  if ((await focused(page)).called.some((text) => isCalled(text, name))) return;
  await pressUntil(page, "ArrowDown", `${name}`, ({ called }) => called.some((text) => isCalled(text, name)));
}

/** Reaches it and presses Enter. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Enter");
}

/** Reaches a field; what stood in it is replaced, as Tab selects it. */
export async function type(page: Page, name: string | RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

function isCalled(text: string, name: string | RegExp): boolean {
  return typeof name === "string"
    ? text.split("\n")[0]?.replace(/ \(optional\)$/, "") === name
    : name.test(text);
}

async function pressUntil(
  page: Page,
  key: string,
  what: string,
  isIt: (on: Focused) => boolean,
): Promise<void> {
  const passed: string[] = [];
  for (let most = 200; most > 0; most -= 1) {
    await page.keyboard.press(key);
    const on = await focused(page);
    const name = on.called.find(Boolean) ?? "";
    // Between the last thing of a page and its first the focus is with the browser.
    if (on.called.length > 0) expect(on.ring, `a ring of 2 px around “${name}”`).toBe(true);
    if (isIt(on)) return;
    passed.push(name);
  }
  throw new Error(`${key} does not reach ${what}, but ${[...new Set(passed)].join(" | ")}`);
}

async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const on = document.activeElement;
    if (!(on instanceof HTMLElement) || on === document.body)
      return { called: [], group: "", isRadio: false, ring: false };
    const isField =
      on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement || on instanceof HTMLSelectElement;
    const labels = isField ? [...(on.labels ?? [])] : [];
    const ringed = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    const label = on.closest("label");
    return {
      called: [on.getAttribute("aria-label"), ...labels.map(({ innerText }) => innerText), on.innerText].map(
        (text) => (text ?? "").trim(),
      ),
      group: on.closest("fieldset")?.querySelector("legend")?.innerText.trim() ?? "",
      isRadio: on instanceof HTMLInputElement && on.type === "radio",
      ring:
        ringed(getComputedStyle(on)) ||
        ringed(getComputedStyle(on, "::after")) ||
        (label !== null && ringed(getComputedStyle(label))),
    };
  });
}
