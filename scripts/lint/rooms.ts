/**
 * The rooms of the house, named once: the import rules, the architecture tests
 * and whoever adds a feature read them here. Source: docs on architecture, "Rooms" and "Features".
 */

/** Features with tables of their own, lowest first: a higher one may call a lower one, never the other way. */
export const features = [
  "history",
  "mail",
  "settings",
  "accounts",
  "causes",
  "interviews",
  "post-mortems",
  "plan",
  "stories",
  "questions",
  "reviews",
  "feedback",
  "mocks",
  "evidence",
  "workshops",
] as const;

/** Lenses read anywhere, write nothing, and serve pages only. */
export const lenses = [
  "home",
  "desk",
  "candidates",
  "calendar",
  "pocket-sheet",
  "progress",
  "reports",
] as const;

/** Offices may call any feature; lowest first among themselves. */
export const offices = ["people", "privacy"] as const;

/** Everything that is a folder of floors inside `lib/`. */
export const allFeatures: readonly string[] = [...features, ...lenses, ...offices];

/** The nine file names of a feature; a folder of the same name is the same floor. */
export const floors = [
  "words",
  "schema",
  "rules",
  "policy",
  "mail",
  "queries",
  "commands",
  "sweeps",
  "actions",
] as const;

export type Floor = (typeof floors)[number];

/** The floors that a lens may have: it decides nothing that is stored. */
export const lensFloors: readonly Floor[] = ["words", "rules", "queries"];

/** Rooms of `lib/` that are not features. */
export const houseRooms = ["core", "infra", "web", "browser", "jobs"] as const;
