import { compare, isBefore } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";

export type Seen = { readonly at: Instant; readonly isBeforeEdit: boolean };

/**
 * When somebody read a text: the first look since its last edit; if there is none, the last look at what it was before.
 * Null without any look.
 */
export function seenOf(looks: readonly Instant[], editedAt: Instant | null): Seen | null {
  const inOrder = looks.toSorted(compare);
  const since = inOrder.find((at) => editedAt === null || !isBefore(at, editedAt));
  if (since) return { at: since, isBeforeEdit: false };
  const last = inOrder.at(-1);
  return last ? { at: last, isBeforeEdit: true } : null;
}
