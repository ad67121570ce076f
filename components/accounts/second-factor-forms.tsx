import { ActionForm } from "#components/ui/form.tsx";
import { FormDetails } from "#components/ui/form-details.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import {
  enrolSecondFactorAction,
  keepRecoveryCodesAction,
  passSecondFactorAction,
  renewSecondFactorAction,
} from "#lib/accounts/actions/second-factor.ts";
import { secondFactorWords as words } from "#lib/accounts/words/second-factor.ts";
import type { FormState } from "#lib/web/form-state.ts";

type FormProps = { initial: FormState; next: string | null };

const hiddenNext = (next: string | null): Record<string, string> => (next === null ? {} : { next });

function CodeField({ name = "code", label = words.code }: { name?: string; label?: string }) {
  return (
    <TextField name={name} label={label} inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
  );
}

/** The first code of the app that was just set up. */
export function EnrolForm({ initial, next }: FormProps) {
  return (
    <ActionForm action={enrolSecondFactorAction} initial={initial} hidden={hiddenNext(next)}>
      <CodeField />
      <Actions>
        <SubmitButton>{words.setUp}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

/** A code of the app; below, for whoever has it not at hand, a recovery code. */
export function PassForms({ initial, recovering, next }: FormProps & { recovering: FormState }) {
  return (
    <>
      <ActionForm action={passSecondFactorAction} initial={initial} hidden={hiddenNext(next)}>
        <CodeField />
        <Actions>
          <SubmitButton>{words.goOn}</SubmitButton>
        </Actions>
      </ActionForm>
      <div className="mt-8">
        <ActionForm
          action={passSecondFactorAction}
          initial={recovering}
          hidden={hiddenNext(next)}
          label={words.recoverySummary}
        >
          <FormDetails summary={words.recoverySummary} field="recovery">
            <TextField
              name="recovery"
              label={words.recovery}
              hint={words.recoveryHint}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
            />
            <SubmitButton variant="quiet">{words.takeRecovery}</SubmitButton>
          </FormDetails>
        </ActionForm>
      </div>
    </>
  );
}

/** The recovery codes, once, and the button after which nobody sees them again. */
export function RecoveryCodes({ codes, initial, next }: FormProps & { codes: string[] }) {
  return (
    <>
      <ul
        aria-label={words.codesList}
        className="mb-6 space-y-2 rounded-md border border-line bg-raised p-4 font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code} className="wrap-anywhere select-all">
            {code}
          </li>
        ))}
      </ul>
      <ActionForm action={keepRecoveryCodesAction} initial={initial} hidden={hiddenNext(next)}>
        <Actions>
          <SubmitButton>{words.codesKept}</SubmitButton>
        </Actions>
      </ActionForm>
    </>
  );
}

/** Another app in the place of one's own: a code of each. */
export function RenewForm({ initial }: { initial: FormState }) {
  return (
    <ActionForm action={renewSecondFactorAction} initial={initial} className="max-w-field space-y-6">
      <TextField
        name="current"
        label={words.current}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
      <CodeField label={words.newCode} />
      <Actions>
        <SubmitButton>{words.renew}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
