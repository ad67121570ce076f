import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { acceptInvitationAction } from "#lib/people/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";

export function AcceptInvitationForm({ initial, person }: { initial: FormState; person: string }) {
  return (
    <ActionForm action={acceptInvitationAction} initial={initial} hidden={{ person }}>
      <Actions>
        <SubmitButton pendingLabel="Sending…">Send me the mail</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
