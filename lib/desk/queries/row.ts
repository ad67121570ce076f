import type { Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import { callsVisibleTo, lowMomentsVisibleTo, postMortemsVisibleTo } from "#lib/post-mortems/policy.ts";
import type { Waiting } from "#lib/desk/rules.ts";

/** Most rows that a desk shows: more than anybody gets through in a day. */
export const listed = 100;

/** `called`: the post-mortem of which it can be said that the call was made. */
export type Row = {
  called?: string;
  id: string;
  waiting: Waiting;
  href: string;
  candidate: string;
  reason: string;
};

export const active = { deactivatedAt: null } satisfies Prisma.PersonWhereInput;

export function ownCandidates(viewer: Viewer) {
  return { ...active, counselorId: viewer.personId } satisfies Prisma.PersonWhereInput;
}

export const employerSelect = { application: { select: { employer: { select: { name: true } } } } } as const;

/** The post-mortems of which this viewer knows more than that they were started. */
export function toldTo(viewer: Viewer) {
  return {
    OR: [postMortemsVisibleTo(viewer), lowMomentsVisibleTo(viewer), callsVisibleTo(viewer)],
  } satisfies Prisma.PostMortemWhereInput;
}
