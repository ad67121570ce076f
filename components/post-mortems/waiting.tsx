import { EmptyState, Flash } from "#components/ui/notices.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import type { PostMortemInterview } from "#lib/post-mortems/queries/page.ts";
import { formWords, waitingWords } from "#lib/post-mortems/words/form.ts";

/** There is nothing to read here yet: the interview is still to come, or it was started and belongs to its candidate. */
export function Waiting({
  interview,
  kind,
  flash,
}: {
  interview: PostMortemInterview;
  kind: "not_yet" | "started";
  flash: string | null;
}) {
  const { title, why } = waitingWords[kind];
  return (
    <>
      {flash ? <Flash>{flash}</Flash> : null}
      <PageTitle intro={`${interview.jobTitle}, ${interview.employer}`}>{formWords.name}</PageTitle>
      <EmptyState
        title={title}
        action={
          <ButtonLink href={`/interviews/${interview.id}`} variant="quiet">
            {waitingWords.toInterview}
          </ButtonLink>
        }
      >
        {why} <Time {...interview.at} />
      </EmptyState>
    </>
  );
}
