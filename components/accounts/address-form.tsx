import { DefinitionList } from "#components/ui/definition-list.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changeAddressAction } from "#lib/accounts/actions.ts";
import type { getAddress } from "#lib/accounts/queries.ts";
import { accountLimits, addressWords } from "#lib/accounts/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Person = NonNullable<Awaited<ReturnType<typeof getAddress>>>;

/** The address as it is, and the right one; it says what follows. */
export function AddressForm({ person, initial }: { person: Person; initial: FormState }) {
  return (
    <ActionForm
      action={changeAddressAction}
      initial={initial}
      hidden={{ person: person.id, version: String(person.version) }}
    >
      <DefinitionList
        facts={[
          { label: addressWords.name, value: person.name },
          { label: addressWords.now, value: <span className="wrap-anywhere">{person.email}</span> },
        ]}
      />
      <TextField
        name="email"
        label={addressWords.field}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={accountLimits.email}
        hint={person.welcomedAt === null ? addressWords.invites : addressWords.ends}
      />
      <Actions>
        <SubmitButton>{addressWords.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
