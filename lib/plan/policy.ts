import { isStaff, type Viewer } from "#lib/core/viewer.ts";
import type { Prisma } from "#lib/infra/prisma/client.ts";
import type { OpinionSide } from "#lib/infra/prisma/enums.ts";
import {
  canSeePostMortem,
  postMortemsVisibleTo,
  revealed,
  type PostMortemFacts,
} from "#lib/post-mortems/policy.ts";

/** What the policy reads of an action: its post-mortem, whose side made it, and whether both sides are revealed. */
export type PlanActionFacts = {
  readonly postMortem: PostMortemFacts;
  readonly side: OpinionSide;
  readonly isRevealed: boolean;
};

/**
 * The plan actions that this viewer may read: of post-mortems that they may read those of their own side, and those of the
 * other side once both have chosen (product.md, "Two opinions, blind"; I22).
 */
export function planActionsVisibleTo(viewer: Viewer): Prisma.PlanActionWhereInput {
  return {
    AND: [
      { postMortem: postMortemsVisibleTo(viewer) },
      { OR: [{ side: sideOf(viewer) }, { postMortem: revealed() }] },
    ],
  };
}

/** The same rule for one action in hand. */
export function canSeePlanAction(viewer: Viewer, facts: PlanActionFacts): boolean {
  return canSeePostMortem(viewer, facts.postMortem) && (facts.side === sideOf(viewer) || facts.isRevealed);
}

/** On whose side somebody stands. */
export function sideOf(viewer: Viewer): OpinionSide {
  return isStaff(viewer) ? "counselor" : "candidate";
}
