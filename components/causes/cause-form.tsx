import type { ReactNode } from "react";
import { SavedValue } from "#components/ui/saved-value.tsx";
import { ChoiceChips } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { editCauseAction } from "#lib/causes/actions.ts";
import type { CauseForAdmin } from "#lib/causes/queries.ts";
import { canBeOff } from "#lib/causes/rules/editing.ts";
import {
  actionKindLabels,
  causeLimits,
  causeSettingsWords,
  fieldLabels,
} from "#lib/causes/words/settings.ts";
import type { FormState } from "#lib/web/form-state.ts";

/** Everything that an admin can change about one cause. What is saved stands beside what was typed where both differ. */
export function CauseForm({ cause, initial }: { cause: CauseForAdmin; initial: FormState }) {
  const { code, number, saved } = cause;
  const hint = canBeOff(code) ? causeSettingsWords.offMeans : causeSettingsWords.alwaysOn;
  return (
    <ActionForm
      action={editCauseAction}
      initial={initial}
      hidden={{ cause: code, version: String(number) }}
      label={causeSettingsWords.formTitle}
      className="max-w-column space-y-8"
    >
      <Group title={causeSettingsWords.whatItIs}>
        <Line name="name" max={causeLimits.name} saved={saved.name} />
        <Line name="line" max={causeLimits.line} saved={saved.line} />
        <OnOff name="isOn" label={fieldLabels.isOn} saved={saved.isOn} hint={hint} />
      </Group>
      <Group title={causeSettingsWords.promise} hint={causeSettingsWords.promiseHint}>
        <Line name="promiseIf" max={causeLimits.promise} saved={saved.promiseIf} />
        <Line name="promiseThen" max={causeLimits.promise} saved={saved.promiseThen} />
        <Line name="promiseOr" max={causeLimits.promise} saved={saved.promiseOr} />
      </Group>
      <Group title={causeSettingsWords.guideTitle}>
        <Lines name="recognise" max={causeLimits.recognise} saved={saved.recognise} />
        <Lines name="helps" max={causeLimits.helps} saved={saved.helps} />
        <Lines name="exercise" max={causeLimits.exercise} saved={saved.exercise} />
      </Group>
      <Group title={causeSettingsWords.actions}>
        {saved.actions.length === 0 ? <p className="text-quiet">{causeSettingsWords.noActions}</p> : null}
        {saved.actions.map((action, index) => (
          <ActionFields key={action.code} place={index + 1} saved={action} />
        ))}
      </Group>
      <Actions>
        <SubmitButton>{causeSettingsWords.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="font-serif text-xl font-semibold">{title}</legend>
      {hint ? <p className="text-sm text-quiet">{hint}</p> : null}
      {children}
    </fieldset>
  );
}

type SavedText = { name: keyof typeof fieldLabels; max: number; saved: string };

function Line({ name, max, saved }: SavedText) {
  return (
    <div className="space-y-1">
      <TextField name={name} label={fieldLabels[name]} maxLength={max} defaultValue={saved} />
      <SavedValue name={name} label={fieldLabels[name]} saved={saved} />
    </div>
  );
}

function Lines({ name, max, saved }: SavedText) {
  return (
    <div className="space-y-1">
      <TextArea name={name} label={fieldLabels[name]} maxLength={max} defaultValue={saved} />
      <SavedValue name={name} label={fieldLabels[name]} saved={saved} />
    </div>
  );
}

type OnOffProps = { name: string; label: string; saved: boolean; hint?: string };

function OnOff({ name, label, saved, hint }: OnOffProps) {
  return (
    <div className="space-y-1">
      <ChoiceChips
        name={name}
        label={label}
        hint={hint}
        options={[
          { value: "on", label: causeSettingsWords.on },
          { value: "off", label: causeSettingsWords.off },
        ]}
        defaultValue={saved ? "on" : "off"}
      />
      <SavedValue name={name} label={label} saved={saved ? "on" : "off"} />
    </div>
  );
}

type ActionFieldsProps = { place: number; saved: CauseForAdmin["saved"]["actions"][number] };

function ActionFields({ place, saved }: ActionFieldsProps) {
  const title = `${causeSettingsWords.action(place)} (${actionKindLabels[saved.kind]})`;
  const label = (words: string) => `${words}, ${causeSettingsWords.action(place).toLowerCase()}`;
  const [text, days] = [label(fieldLabels.text), label(causeSettingsWords.days(saved.daysFrom))];
  return (
    <fieldset className="min-w-0 space-y-3 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">{title}</legend>
      <TextField
        name={`text${place}`}
        label={text}
        maxLength={causeLimits.action}
        defaultValue={saved.text}
      />
      <SavedValue name={`text${place}`} label={text} saved={saved.text} />
      <TextField
        name={`days${place}`}
        label={days}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        defaultValue={String(saved.days)}
      />
      <SavedValue name={`days${place}`} label={days} saved={String(saved.days)} />
      <OnOff name={`on${place}`} label={label(causeSettingsWords.offered)} saved={saved.isOn} />
    </fieldset>
  );
}
