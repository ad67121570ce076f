import type { Viewer } from "#lib/core/viewer.ts";

/** Admins edit the taxonomy (product.md, "The people"); everybody signed in reads its guides. */
export function canEditTaxonomy(viewer: Pick<Viewer, "role">): boolean {
  return viewer.role === "admin";
}
