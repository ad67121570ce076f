import type { Db } from "#lib/infra/db.ts";
import { feedbackWishesFor, isAskedAfter } from "#lib/post-mortems/rules/feedback.ts";
import type { Asking, FeedbackFacts } from "#lib/post-mortems/rules/feedback.ts";
import { findPolicies } from "#lib/settings/queries.ts";
import { firstPolicies } from "#lib/settings/rules.ts";

/** What may be wished about feedback. The agency's days are read only where they decide something. */
export async function findAsking(db: Db, asked: FeedbackFacts, now: Temporal.Instant): Promise<Asking> {
  const policies = isAskedAfter(asked.outcome) ? await findPolicies(db) : firstPolicies;
  return { outcome: asked.outcome, wishes: feedbackWishesFor(asked, policies, now) };
}
