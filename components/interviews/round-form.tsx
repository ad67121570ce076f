import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { logRoundAction } from "#lib/interviews/actions.ts";
import type { getRoundForm } from "#lib/interviews/queries.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { FormatField } from "./format-field.tsx";
import { WhenFields } from "./when-fields.tsx";

type RoundFormProps = {
  initial: FormState;
  form: NonNullable<Awaited<ReturnType<typeof getRoundForm>>>;
  moment: "start" | "end";
  zone: string;
};

/** Another round of an application that is logged already: employer and job are known. */
export function RoundForm({ initial, form, moment, zone }: RoundFormProps) {
  return (
    <ActionForm action={logRoundAction} initial={initial} hidden={{ application: form.id, moment }}>
      <FormatField />
      <WhenFields moment={moment} zone={zone} values={moment === "end" ? form.justNow : undefined} />
      <Actions>
        <SubmitButton>{moment === "end" ? "Save and go on" : "Log it"}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
