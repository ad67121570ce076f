import { Closed, NextSteps } from "#components/plan/next-steps.tsx";
import { NotesForCandidate } from "#components/reviews/notes-for-candidate.tsx";
import { Flash } from "#components/ui/notices.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import type { PlanShown } from "#lib/plan/queries/plan.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import type { CandidateNote } from "#lib/reviews/queries/notes.ts";
import type { FormFor } from "#lib/web/form-state.ts";
import { ChangeSharing } from "./change-sharing.tsx";
import { NewsOffer } from "./news-screens.tsx";
import { OwnCauses } from "./own-causes.tsx";
import { PostMortemReading } from "./post-mortem-read.tsx";

type FinishedProps = {
  read: PostMortemRead;
  notes: CandidateNote[];
  plan: PlanShown | null;
  form: FormFor;
  flash: string | null;
};

/** The candidate's page of a finished post-mortem, with what came back to it. */
export function FinishedPostMortem({ read, notes, plan, form, flash }: FinishedProps) {
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle
        back={{ href: `/interviews/${read.interviewId}`, label: read.employer }}
        intro={`${read.jobTitle}, ${read.employer}`}
      >
        {formWords.name}
      </PageTitle>
      <Closed closed={plan?.closed ?? null} postMortem={read.id} form={form} />
      {read.asksForNews ? <NewsOffer interviewId={read.interviewId} /> : null}
      <PostMortemReading read={read} causes={<OwnCauses read={read} form={form} />}>
        <NotesForCandidate notes={notes} form={form} />
        {plan ? <NextSteps plan={plan} form={form} asksForCauses={read.asksForCauses} /> : null}
      </PostMortemReading>
      <ChangeSharing
        read={{ id: read.id, sharing: read.sharing, counselor: read.names.counselor }}
        initial={form("changeSharingAction", { postMortem: read.id })}
      />
    </>
  );
}
