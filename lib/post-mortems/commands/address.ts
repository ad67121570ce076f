import { ok, refuse } from "#lib/core/result.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { findAddress } from "#lib/post-mortems/queries/draft.ts";

/** What was written, with the address where it is read. */
export async function withAddress(actor: Viewer, id: string) {
  const next = await findAddress(actor, id);
  return next === null ? refuse("not_found") : ok({ id, next });
}
