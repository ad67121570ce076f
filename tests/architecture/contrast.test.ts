import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { accents, firstStyle } from "#lib/core/house.ts";
import { accentTones } from "#lib/mail/mail.tsx";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

type Colours = Map<string, number>;

/** Relative luminance (WCAG 2.2) of an OKLCH colour with lightness 0 to 1, chroma, and hue in degrees. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function coloursOf(block: string): Colours {
  const found = block.matchAll(/--color-([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map([...found].map((m) => [m[1] ?? "", luminance(Number(m[2]), Number(m[3]), Number(m[4]))]));
}

function contrast(colours: Colours, one: string, other: string): number {
  const [a, b] = [colours.get(one), colours.get(other)];
  if (a === undefined || b === undefined) throw new Error(`No colour named ${one} or ${other}`);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const [lightBlock = "", darkBlock = ""] = css.split("(prefers-color-scheme: dark)");
/** The scheme itself, and with each accent that an agency can choose in the place of its own. */
function schemeOf(block: string): { own: Colours; chosen: Record<string, Colours> } {
  const [base = "", ...others] = block.split(/\[data-accent="/);
  const own = coloursOf(base);
  const chosen = others.map((text): [string, Colours] => {
    const [name = "", rest = ""] = text.split(/"\]\s*\{/);
    return [name, new Map([...own, ...coloursOf(rest.slice(0, rest.indexOf("}")))])];
  });
  return { own, chosen: Object.fromEntries(chosen) };
}
const [light, dark] = [schemeOf(lightBlock), schemeOf(darkBlock)];
const schemes = { light: light.own, dark: dark.own };
const withAccents = Object.entries({ light, dark }).flatMap(([name, { own, chosen }]) => [
  [name, own] as const,
  ...Object.entries(chosen).map(([accent, colours]) => [`${name}, ${accent}`, colours] as const),
]);

test("every accent that can be chosen has its tones in both schemes, and no other has", () => {
  for (const { own, chosen } of [light, dark]) {
    expect(Object.keys(chosen).toSorted()).toEqual([...accents].toSorted());
    // What holds before anything is chosen is the first of them.
    expect(chosen[firstStyle.accent]).toEqual(own);
  }
});

const surfaces = ["paper", "raised", "sunken", "accent-tint", "attention-tint", "done-tint", "internal-tint"];
const text: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ["ink", surface],
    ["quiet", surface],
  ]),
  ...["accent", "attention", "done", "internal"].flatMap((ink) =>
    ["paper", "raised", "sunken", `${ink}-tint`].map((surface): [string, string] => [ink, surface]),
  ),
  ["accent", "internal-tint"],
  ["attention", "internal-tint"],
  ["accent-ink", "accent"],
];

test.each(accents)("the accent %s of mails is that of pages in the light scheme", (accent) => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(accentTones[accent].slice(at, at + 2), 16) / 255);
  const linear = channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [red = 0, green = 0, blue = 0] = linear;
  expect(0.2126 * red + 0.7152 * green + 0.0722 * blue).toBeCloseTo(
    light.chosen[accent]?.get("accent") ?? 0,
    2,
  );
});

describe.each(withAccents)("%s scheme", (_name, colours) => {
  test("names the same colours as the other", () => {
    expect([...colours.keys()]).toEqual([...schemes.light.keys()]);
    expect(colours.size).toBeGreaterThan(10);
  });

  test.each(text)("%s on %s can be read (4.5:1)", (ink, surface) => {
    expect(contrast(colours, ink, surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("the edge of a control shows on %s (3:1)", (surface) => {
    expect(contrast(colours, "edge", surface)).toBeGreaterThanOrEqual(3);
  });
});
