import type { Viewer } from "#lib/core/viewer.ts";
import { instantOf, pagesDb } from "#lib/infra/db.ts";
import { decideStart } from "#lib/post-mortems/rules/finish.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import { findDraft } from "./draft.ts";
import { interviewSelect, shownDraft, shownInterview } from "./page.ts";

/**
 * The short path after the employer's answer, for the candidate: its form, or where to go instead: to the ordinary form
 * where none was finished yet, back to the interview where the answer asks for nothing or was changed back. Null for
 * anybody else's interview.
 */
export async function getHeardBack(viewer: Viewer, interviewId: string, now: Temporal.Instant) {
  const row = await pagesDb().interview.findFirst({
    where: { id: interviewId, candidateId: viewer.personId },
    relationLoadStrategy: "join",
    select: interviewSelect,
  });
  if (!row) return null;
  const toInterview = { kind: "elsewhere" as const, next: `/interviews/${row.id}?done=outcome` };
  if (!row.postMortem?.finishedAt) {
    const isOpen = row.postMortem !== null || decideStart(instantOf(row.startsAt), now).ok;
    return isOpen ? { kind: "elsewhere" as const, next: addressOf(row.id) } : toInterview;
  }
  const draft = await findDraft(pagesDb(), viewer, row.postMortem.id, now);
  if (draft?.facts.form !== "heard_back") return toInterview;
  return {
    kind: "form" as const,
    interview: shownInterview(row, viewer, now),
    draft: shownDraft(draft, viewer, now),
  };
}
