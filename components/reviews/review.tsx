import { Closed } from "#components/plan/next-steps.tsx";
import { PlanReview } from "#components/plan/plan-review.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Section } from "#components/ui/page.tsx";
import { IconLine } from "#components/ui/words.tsx";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import type { ReviewShown } from "#lib/reviews/queries/review.ts";
import { reviewPageWords } from "#lib/reviews/words.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { NoteThread } from "./note-thread.tsx";
import { InternalNotesBox, ReviewedForm, ShareNoteForm, WellDoneForm } from "./review-forms.tsx";
import { ReviewSummary } from "./review-summary.tsx";
import { TwoOpinions } from "./two-opinions.tsx";

/** One review from top to bottom: read, choose, write, settle. */
export function Review({ review, plan, form }: { review: ReviewShown; plan: PlanShown; form: FormFor }) {
  const { read, facts, notes, internal } = review;
  const postMortem = { postMortem: read.id };
  const { candidate } = read.names;
  return (
    <div className="space-y-8">
      <Closed closed={plan.closed} postMortem={read.id} form={form} />
      <ReviewSummary read={read} facts={facts} />
      <TwoOpinions read={read} form={form("giveOpinionAction", postMortem)} hasTalked={facts.hasTalked} />
      <PlanReview read={read} plan={plan} form={form} />
      <Section title={reviewPageWords.conversation(candidate)} id="notes">
        <NoteThread notes={notes} candidate={candidate} form={form} />
        <ShareNoteForm
          form={form("shareNoteAction", postMortem)}
          postMortem={read.id}
          candidate={candidate}
          isReviewed={read.reviewedAt !== null}
        />
      </Section>
      <Section title={reviewPageWords.nextTitle}>
        {read.reviewedAt ? (
          <IconLine icon="done">
            {reviewPageWords.reviewed(facts.reviewedBy ?? "", read.reviewedAt.label)}
          </IconLine>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {!read.asksForCauses && notes.length === 0 ? (
            <WellDoneForm form={form("", postMortem)} postMortem={read.id} />
          ) : null}
          {read.reviewedAt || !read.asksForCauses ? null : (
            <ReviewedForm form={form("reviewPostMortemAction", postMortem)} postMortem={read.id} />
          )}
          {facts.isOwnCandidate ? (
            <>
              <ButtonLink
                href={`/calendar/book?candidate=${facts.candidateId}&postMortem=${read.id}`}
                variant="quiet"
              >
                {reviewPageWords.book}
              </ButtonLink>
              <ButtonLink href={`/candidates/${facts.candidateId}`} variant="quiet">
                {reviewPageWords.candidate(candidate)}
              </ButtonLink>
            </>
          ) : null}
        </div>
      </Section>
      <InternalNotesBox
        form={form("writeInternalNoteAction", postMortem)}
        candidateId={facts.candidateId}
        postMortem={read.id}
        internal={internal}
      />
    </div>
  );
}
