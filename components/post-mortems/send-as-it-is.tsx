import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { finishPostMortemAction } from "#lib/post-mortems/actions.ts";
import { formWords } from "#lib/post-mortems/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** Finishes a draft from where one finds it again, such as Home. */
export function SendAsItIs({ postMortem, initial }: { postMortem: string; initial: FormState }) {
  return (
    <ActionForm action={finishPostMortemAction} initial={initial} hidden={{ postMortem }}>
      <SubmitButton variant="quiet" pendingLabel={formWords.finishing}>
        {formWords.sendAsItIs}
      </SubmitButton>
    </ActionForm>
  );
}
