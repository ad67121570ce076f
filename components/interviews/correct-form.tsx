import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { correctInterviewAction } from "#lib/interviews/actions.ts";
import type { getInterview } from "#lib/interviews/queries.ts";
import { formatLabels, interviewLimits, lengthLabel } from "#lib/interviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { FormatField } from "./format-field.tsx";
import { WhenFields } from "./when-fields.tsx";

type Interview = NonNullable<Awaited<ReturnType<typeof getInterview>>>;

/** What is saved now, in one line: after a refused change it stands beside what was typed. */
export function SavedNow({ interview }: { interview: Interview }) {
  return (
    <p className="mb-6 text-quiet">
      Saved now: {interview.jobTitle} at {interview.employer}. {formatLabels[interview.format]},{" "}
      {interview.range} ({lengthLabel(interview.minutes)}).
    </p>
  );
}

export function CorrectForm({
  initial,
  interview,
  zone,
}: {
  initial: FormState;
  interview: Interview;
  zone: string;
}) {
  const { id, version, jobTitle, format, wall, minutes } = interview;
  return (
    <ActionForm
      action={correctInterviewAction}
      initial={initial}
      hidden={{ interview: id, version: String(version) }}
    >
      <TextField
        name="jobTitle"
        label="Job"
        hint={interview.rounds.length > 1 ? "For all rounds of this application." : undefined}
        maxLength={interviewLimits.jobTitle}
        autoComplete="off"
        defaultValue={jobTitle}
      />
      <FormatField saved={format} />
      <WhenFields moment="start" zone={zone} values={{ ...wall, minutes }} />
      <Actions>
        <SubmitButton>Save</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
