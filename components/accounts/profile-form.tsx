import { ActionForm } from "#components/ui/form.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { getProfile } from "#lib/accounts/queries.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { ZoneField } from "./zone-field.tsx";

type ProfileFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  profile: Awaited<ReturnType<typeof getProfile>>;
  /** Starts with the browser's own zone instead of the saved one. */
  guess?: boolean;
  submit: string;
};

/** Name and time zone. */
export function ProfileForm({ action, initial, profile, guess = false, submit }: ProfileFormProps) {
  return (
    <ActionForm action={action} initial={initial} hidden={{ version: String(profile.version) }}>
      <TextField name="name" label="Your name" autoComplete="name" defaultValue={profile.name} />
      <ZoneField zones={profile.zones} saved={profile.timeZone} guess={guess} />
      <Actions>
        <SubmitButton>{submit}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
