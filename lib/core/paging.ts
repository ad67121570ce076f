import { isId } from "./id.ts";
import type { Instant } from "./time.ts";

/** Where a page of a list by time ended, to go on from there: its last row's moment and id. */
export type PagePlace = { readonly at: Instant; readonly id: string };

/** The place that an address names (`?after=…`); null for anything else. */
export function pagePlaceFrom(typed: unknown): PagePlace | null {
  const [, at, id] = (typeof typed === "string" ? /^(\d{1,13})_(.+)$/.exec(typed) : null) ?? [];
  if (!at || !id || !isId(id)) return null;
  return { at: Temporal.Instant.fromEpochMilliseconds(Number(at)), id };
}

export function pagePlaceText({ at, id }: PagePlace): string {
  return `${at.epochMilliseconds}_${id}`;
}
