import { workshopLimits } from "../words/staff.ts";

/** What an address asks to search for: one trimmed line, no longer than a name; empty for anything else. */
export function searchOf(text: string | string[] | undefined): string {
  if (typeof text !== "string") return "";
  return text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, " ")
    .trim()
    .slice(0, workshopLimits.walkInName);
}
