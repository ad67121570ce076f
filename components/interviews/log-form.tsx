import { ChoiceChips } from "#components/ui/choices.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { logInterviewAction } from "#lib/interviews/actions.ts";
import type { getLogForm } from "#lib/interviews/queries.ts";
import { familyLabels, interviewLimits, sourceLabels, sourceStaffLabels } from "#lib/interviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { FormatField, optionsOf } from "./format-field.tsx";
import { WhenFields } from "./when-fields.tsx";

type LogFormProps = {
  initial: FormState;
  form: NonNullable<Awaited<ReturnType<typeof getLogForm>>>;
  /** "end" for an interview that is just over. */
  moment: "start" | "end";
  /** Whether the candidate fills it in. */
  isOwn: boolean;
  zone: string;
};

/** Everything about an interview of a new application: two short texts, four taps. */
export function LogForm({ initial, form, moment, isOwn, zone }: LogFormProps) {
  return (
    <ActionForm
      action={logInterviewAction}
      initial={initial}
      hidden={{ candidate: form.candidate.id, moment }}
    >
      <TextField
        name="employer"
        label="Employer"
        suggestions={form.employers}
        maxLength={interviewLimits.employer}
        autoComplete="off"
      />
      <TextField
        name="jobTitle"
        label="Job"
        suggestions={form.jobTitles}
        maxLength={interviewLimits.jobTitle}
        autoComplete="off"
      />
      <FormatField />
      <ChoiceChips
        name="roleFamily"
        label="Kind of work"
        options={optionsOf(familyLabels)}
        defaultValue={form.roleFamily ?? []}
      />
      <ChoiceChips
        name="source"
        label={isOwn ? "How did it come about?" : "How it came about"}
        options={optionsOf(isOwn ? sourceLabels : sourceStaffLabels)}
        defaultValue={isOwn ? "own" : "agency"}
      />
      <WhenFields moment={moment} zone={zone} values={moment === "end" ? form.justNow : undefined} />
      <Actions>
        <SubmitButton>{moment === "end" ? "Save and go on" : "Log it"}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
