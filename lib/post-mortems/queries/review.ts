import type { Viewer } from "#lib/core/viewer.ts";
import { getPostMortemRead } from "./read.ts";

/** A finished post-mortem as its review page shows it, by the rules of `getPostMortemRead`; null for the candidate too. */
export async function getPostMortemForReview(viewer: Viewer, id: string, now: Temporal.Instant) {
  const read = await getPostMortemRead(viewer, id, now);
  return read?.side === "counselor" ? read : null;
}
