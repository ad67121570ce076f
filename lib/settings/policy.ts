import type { Viewer } from "#lib/core/viewer.ts";

/** Admins read and change settings (product.md, "The people"). */
export function canChangeSettings(viewer: Pick<Viewer, "role">): boolean {
  return viewer.role === "admin";
}
