import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import type { FormState } from "#lib/web/form-state.ts";

type CancelFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  session: { id: string; version: number };
  /** Reasons by their code, in words. */
  reasons: Readonly<Record<string, string>>;
  /** What cancelling now means, said before. */
  hint: string;
};

/** Two taps: open it, then the reason, which is the button. The form is around, so that a refusal is never folded away. */
export function CancelForm({ action, initial, session, reasons, hint }: CancelFormProps) {
  const hidden = { mock: session.id, version: String(session.version) };
  return (
    <ActionForm action={action} initial={initial} hidden={hidden}>
      <Details summary="Cancel this session">
        <ChoiceButtons
          name="reason"
          label="Why? Choosing a reason cancels it."
          hint={hint}
          options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
        />
      </Details>
    </ActionForm>
  );
}
