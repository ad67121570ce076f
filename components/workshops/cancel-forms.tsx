import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import { workshopPages as pages } from "#lib/workshops/words/pages.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";

type CancelFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  hidden: Record<string, string>;
  title: string;
  /** How many people are told. */
  told: number;
};

/** Asks once, naming how many are told. The form is around, so that a refusal is never folded away. */
export function CancelForm({ action, initial, hidden, title, told }: CancelFormProps) {
  return (
    <ActionForm action={action} initial={initial} hidden={hidden} label={title}>
      <Details summary={title} open={Object.keys(initial.values).length > 0}>
        <TextField
          name="why"
          label={pages.cancelWhy}
          hint={pages.cancelHint}
          maxLength={workshopLimits.why}
          autoComplete="off"
        />
        <SubmitButton variant="danger" pendingLabel="Cancelling…">
          {pages.told(told)}
        </SubmitButton>
      </Details>
    </ActionForm>
  );
}
