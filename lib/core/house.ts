/**
 * How this house prints and looks: one agency to an installation, so one style to a process. Whoever reads the agency sets
 * it, before anything of that page or mail is printed; until then it is as the installation came.
 */

/** The English of the agency: how dates and times are written. */
export const locales = ["en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN"] as const;
export type Locale = (typeof locales)[number];

/** The palette of accents. Their tones are tokens in app/globals.css, and held to their contrast by a test. */
export const accents = ["harbour", "teal", "indigo", "moss", "berry", "slate"] as const;
export type Accent = (typeof accents)[number];

export type HouseStyle = { readonly locale: Locale; readonly accent: Accent };

/** What holds where nothing was chosen. */
export const firstStyle: HouseStyle = { locale: "en-GB", accent: "harbour" };

// On the process, not in this module: a build holds a copy of a module for each of its layers.
const keep = globalThis as typeof globalThis & { styleOfProcess?: HouseStyle };

export function houseStyle(): HouseStyle {
  return keep.styleOfProcess ?? firstStyle;
}

export function setHouseStyle({ locale, accent }: HouseStyle): void {
  keep.styleOfProcess = { locale, accent };
}

/** The locale that a column holds; the first one for anything that is none. */
export function localeFrom(text: string): Locale {
  return locales.find((one) => one === text) ?? firstStyle.locale;
}

export function accentFrom(text: string): Accent {
  return accents.find((one) => one === text) ?? firstStyle.accent;
}
