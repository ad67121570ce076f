import { TextLink } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { getInterview } from "#lib/interviews/queries.ts";
import {
  familyLabels,
  formatLabels,
  lengthLabel,
  reasonLabels,
  reasonStaffLabels,
  sourceLabels,
  sourceStaffLabels,
  twiceNotes,
} from "#lib/interviews/words.ts";
import { OutcomeTag } from "./outcome-tag.tsx";

type Interview = NonNullable<Awaited<ReturnType<typeof getInterview>>>;

/** When, how, what kind, how it ended. */
export function InterviewFacts({ interview, zone }: { interview: Interview; zone: string }) {
  const { application, isOwn } = interview;
  return (
    <div className="space-y-3">
      <DefinitionList
        facts={[
          isOwn
            ? null
            : {
                label: "Candidate",
                value: (
                  <TextLink href={`/candidates/${interview.candidate.id}`}>
                    {interview.candidate.name}
                  </TextLink>
                ),
              },
          { label: "When", value: <When interview={interview} zone={zone} /> },
          { label: "How", value: `${formatLabels[interview.format]}, ${lengthLabel(interview.minutes)}` },
          { label: "Kind of work", value: familyLabels[application.roleFamily] },
          { label: "Came about", value: (isOwn ? sourceLabels : sourceStaffLabels)[application.source] },
          interview.phase === "coming" && interview.outcome === "waiting"
            ? null
            : { label: "How it ended", value: <Ended interview={interview} /> },
          interview.loggedBy ? { label: "Logged by", value: interview.loggedBy } : null,
        ]}
      />
      <TextLink href={`/interviews/${interview.id}/correct`}>
        Correct the time, the format or the job
      </TextLink>
    </div>
  );
}

function When({ interview, zone }: { interview: Interview; zone: string }) {
  return (
    <>
      <time dateTime={interview.when.iso} title={interview.when.full}>
        {interview.range}
      </time>
      <span className="block text-sm text-quiet">
        {zone} time{interview.twice ? `. ${twiceNotes[interview.twice]}` : ""}
      </span>
    </>
  );
}

function Ended({ interview }: { interview: Interview }) {
  const { id, isOwn, outcome, outcomeReason } = interview;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <OutcomeTag outcome={outcome} isOwn={isOwn} />
      {outcomeReason ? (
        <span className="text-quiet">{(isOwn ? reasonLabels : reasonStaffLabels)[outcomeReason]}</span>
      ) : null}
      <TextLink href={`/interviews/${id}/outcome`}>Change</TextLink>
    </div>
  );
}
