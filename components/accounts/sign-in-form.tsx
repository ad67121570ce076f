import { ActionForm } from "#components/ui/form.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { requestSignInAction } from "#lib/accounts/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";

export function SignInForm({ initial, next }: { initial: FormState; next: string | null }) {
  return (
    <ActionForm action={requestSignInAction} initial={initial} hidden={next ? { next } : {}}>
      <TextField
        name="email"
        label="Your mail address"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <Actions>
        <SubmitButton pendingLabel="Sending…">Send me the mail</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
