import { ChoiceChips } from "#components/ui/choices.tsx";
import { TextField, TimeField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changePoliciesAction } from "#lib/settings/actions.ts";
import type { getSettings } from "#lib/settings/queries.ts";
import { policyHints, policyLabels, policyLimits, settingsPageWords as words } from "#lib/settings/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { Group, WithSaved } from "./parts.tsx";

type Saved = NonNullable<Awaited<ReturnType<typeof getSettings>>>["policies"];

/** The rules that everybody goes by. What is saved stands beside what was typed where both differ. */
export function PoliciesForm({ policies, initial }: { policies: Saved; initial: FormState }) {
  const { version, saved } = policies;
  return (
    <ActionForm
      action={changePoliciesAction}
      initial={initial}
      hidden={{ version: String(version) }}
      label={words.policies}
      className="max-w-column space-y-8"
    >
      <Group title={words.sessions}>
        <NumberField name="noticeHours" saved={saved.noticeHours} />
        <NumberField name="freeHours" saved={saved.freeHours} />
        <NumberField name="openLimit" saved={saved.openLimit} />
      </Group>
      <Group title={words.afterwards}>
        <NumberField name="feedbackDays" saved={saved.feedbackDays} />
      </Group>
      <Group title={words.quiet} hint={words.quietZone}>
        <WallTimeField name="quietFrom" saved={saved.quietFrom} />
        <WallTimeField name="quietUntil" saved={saved.quietUntil} />
      </Group>
      <Group title={words.keeping}>
        <NumberField name="retentionMonths" saved={saved.retentionMonths} />
      </Group>
      <Group title={words.signingIn}>
        <SecondFactor saved={saved.staffSecondFactor ? "on" : "off"} />
      </Group>
      <Actions>
        <SubmitButton>{words.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

function NumberField({ name, saved }: { name: keyof typeof policyLimits; saved: number }) {
  return (
    <WithSaved name={name} label={policyLabels[name]} saved={String(saved)}>
      <TextField
        name={name}
        label={policyLabels[name]}
        hint={policyHints[name]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        defaultValue={String(saved)}
      />
    </WithSaved>
  );
}

function WallTimeField({ name, saved }: { name: "quietFrom" | "quietUntil"; saved: string }) {
  return (
    <WithSaved name={name} label={policyLabels[name]} saved={saved}>
      <TimeField name={name} label={policyLabels[name]} hint={policyHints[name]} defaultValue={saved} />
    </WithSaved>
  );
}

function SecondFactor({ saved }: { saved: "on" | "off" }) {
  const name = "staffSecondFactor";
  return (
    <WithSaved name={name} label={policyLabels[name]} saved={saved}>
      <ChoiceChips
        name={name}
        label={policyLabels[name]}
        hint={policyHints[name]}
        options={[
          { value: "on", label: words.on },
          { value: "off", label: words.off },
        ]}
        defaultValue={saved}
      />
    </WithSaved>
  );
}
