import { CauseCode } from "#lib/infra/prisma/enums.ts";

/** A cause as a part of an address: `no-answer`. */
function partOf(code: CauseCode): string {
  return code.toLowerCase().replaceAll("_", "-");
}

/** Where the guide of a cause stands, for candidates and staff alike. */
export function guideAddress(code: CauseCode): string {
  return `/practice/guides/${partOf(code)}`;
}

/** Where an admin edits a cause. */
export function settingsAddress(code: CauseCode): string {
  return `/settings/causes/${partOf(code)}`;
}

/** The cause that a part of an address names; null for anything else, other spellings too. */
export function causeAt(part: string): CauseCode | null {
  return Object.values(CauseCode).find((code) => partOf(code) === part) ?? null;
}

/** The number of a version that an address names (`?before=7`); null for anything else. */
export function versionIn(typed: string | string[] | undefined): number | null {
  return typeof typed === "string" && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
}
