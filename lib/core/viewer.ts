import type { Role } from "#lib/infra/prisma/enums.ts";

declare const brand: unique symbol;

/**
 * The signed-in person on whose behalf something is read or written. Made only by
 * `viewerFrom`, out of a live session row or a test's factory; never by a cast.
 */
export type Viewer = {
  readonly [brand]: true;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** IANA zone in which this person reads times. */
  readonly timeZone: string;
  /** Notes that this person read a record; written after the answer, at most once an hour. */
  readonly looked: (subjectId: string) => void;
};

export type ViewerFacts = Omit<Viewer, typeof brand>;

export function viewerFrom(facts: ViewerFacts): Viewer {
  return facts as Viewer;
}

/** An admin is also a counselor (product.md, "The people"). */
export function isStaff(viewer: Pick<Viewer, "role">): boolean {
  return viewer.role === "counselor" || viewer.role === "admin";
}
