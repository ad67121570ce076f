import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { ClearsDevice } from "./clears-device.tsx";

/** Signs out on this device. */
export function SignOutForm({ initial, session }: { initial: FormState; session: string }) {
  return (
    <ActionForm action={signOutAction} initial={initial} hidden={{ session }}>
      <ClearsDevice />
      <SubmitButton variant="quiet" pendingLabel="Signing out…">
        Sign out
      </SubmitButton>
    </ActionForm>
  );
}
