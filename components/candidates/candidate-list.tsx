import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { RowLink } from "#components/ui/page.tsx";
import { Tag } from "#components/ui/words.tsx";
import type { ListedCandidate } from "#lib/candidates/queries/list.ts";
import { candidatesWords } from "#lib/candidates/words.ts";
import type { CandidateFilter } from "#lib/candidates/words.ts";
import { mailLogWords } from "#lib/mail/words.ts";
import { arrivalWords } from "#lib/people/words.ts";

/** Candidates by name, each with what comes next and what was last. */
export function CandidateList({ candidates }: { candidates: ListedCandidate[] }) {
  return (
    <ul className="rounded-lg border border-line bg-raised">
      {candidates.map((candidate) => (
        <RowLink
          key={candidate.id}
          href={`/candidates/${candidate.id}`}
          title={candidate.name}
          aside={<Aside candidate={candidate} />}
        >
          {candidate.next
            ? candidatesWords.next(candidate.next.at.label, candidate.next.employer)
            : candidatesWords.noNext}
          {candidate.last
            ? `; ${(candidate.last.isDue ? candidatesWords.lastToReview : candidatesWords.lastReviewed)(candidate.last.when)}`
            : ""}
        </RowLink>
      ))}
    </ul>
  );
}

function Aside({ candidate }: { candidate: ListedCandidate }) {
  return (
    <>
      {candidate.arrival === "invited" ? <Tag icon="mail">{arrivalWords.invited}</Tag> : null}
      {candidate.isFlagged ? (
        <Tag icon="attention" tone="attention">
          {mailLogWords.flagged}
        </Tag>
      ) : null}
      {candidate.last?.isDue ? (
        <Tag icon="open" tone="accent">
          {candidatesWords.due}
        </Tag>
      ) : null}
      {candidate.counselor ? <p>{candidate.counselor}</p> : null}
    </>
  );
}

/** In place of the list: what will stand here, or that nobody is in this state. */
export function NoCandidates({ filter }: { filter: CandidateFilter }) {
  if (filter !== "all")
    return <EmptyState title={candidatesWords.noneTitle}>{candidatesWords.none}</EmptyState>;
  return (
    <EmptyState
      title={candidatesWords.emptyTitle}
      action={<ButtonLink href="/candidates/invite">{candidatesWords.invite}</ButtonLink>}
    >
      {candidatesWords.empty}
    </EmptyState>
  );
}
