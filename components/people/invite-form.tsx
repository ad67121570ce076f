import { ActionForm } from "#components/ui/form.tsx";
import { RadioList } from "#components/ui/choices.tsx";
import { Select, TextField } from "#components/ui/fields.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { roleWords } from "#lib/accounts/words.ts";
import type { listCounselors } from "#lib/people/queries.ts";
import type { FormState } from "#lib/web/form-state.ts";

type InviteFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  initial: FormState;
  /** To choose from where an admin invites a candidate; empty where the inviting counselor is assigned. */
  counselors: Awaited<ReturnType<typeof listCounselors>>;
  roles: (keyof typeof roleWords)[];
};

export function InviteForm({ action, initial, counselors, roles }: InviteFormProps) {
  const [only] = roles;
  return (
    <ActionForm action={action} initial={initial} hidden={roles.length === 1 && only ? { role: only } : {}}>
      <TextField name="name" label="Name" autoComplete="off" />
      <TextField
        name="email"
        label="Mail address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
      />
      {roles.length > 1 ? (
        <RadioList
          name="role"
          label="Invite as"
          defaultValue="candidate"
          options={roles.map((value) => ({ value, label: roleWords[value] }))}
        />
      ) : null}
      {counselors.length > 0 ? (
        <Select
          name="counselor"
          label="Counselor"
          hint={
            roles.length > 1
              ? "Needed for a candidate; colleagues have none."
              : "Who looks after this candidate."
          }
          optional={roles.length > 1}
          placeholder="Choose one"
          options={counselors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Actions>
        <SubmitButton pendingLabel="Inviting…">Send the invitation</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
