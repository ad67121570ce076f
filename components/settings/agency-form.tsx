import { RadioList } from "#components/ui/choices.tsx";
import { Select, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { accents, locales } from "#lib/core/house.ts";
import { changeAgencyAction } from "#lib/settings/actions.ts";
import type { getSettings } from "#lib/settings/queries.ts";
import {
  accentLabels,
  agencyHints,
  agencyLabels,
  agencyLimits,
  localeLabels,
  settingsPageWords as words,
} from "#lib/settings/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { Group, WithSaved } from "./parts.tsx";

type Settings = NonNullable<Awaited<ReturnType<typeof getSettings>>>;
type Field = keyof typeof agencyLabels;

/** How the agency appears. What is saved stands beside what was typed where both differ. */
export function AgencyForm({
  agency,
  zones,
  initial,
}: Pick<Settings, "agency" | "zones"> & { initial: FormState }) {
  const { version, saved } = agency;
  const line = (name: Field & keyof typeof agencyLimits, optional = true) => (
    <Line name={name} saved={saved[name]} optional={optional} />
  );
  return (
    <ActionForm
      action={changeAgencyAction}
      initial={initial}
      hidden={{ version: String(version) }}
      label={words.agency}
      className="max-w-column space-y-8"
    >
      <Group title={words.agency}>
        {line("name", false)}
        {line("helpLine")}
        <WithSaved name="timeZone" label={agencyLabels.timeZone} saved={saved.timeZone}>
          <Select
            name="timeZone"
            label={agencyLabels.timeZone}
            hint={agencyHints.timeZone}
            options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            defaultValue={saved.timeZone}
            autoComplete="off"
          />
        </WithSaved>
      </Group>
      <Group title={words.mailing}>
        {line("senderName")}
        {line("replyTo")}
      </Group>
      <Look saved={saved} />
      <Actions>
        <SubmitButton>{words.save}</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

/** How the agency writes and what colour it has; each colour shows itself. */
function Look({ saved }: { saved: Settings["agency"]["saved"] }) {
  return (
    <Group title={words.look}>
      <WithSaved name="locale" label={agencyLabels.locale} saved={saved.locale}>
        <RadioList
          name="locale"
          label={agencyLabels.locale}
          options={locales.map((value) => ({ value, label: localeLabels[value] }))}
          defaultValue={saved.locale}
        />
      </WithSaved>
      <WithSaved name="accent" label={agencyLabels.accent} saved={saved.accent}>
        <RadioList
          name="accent"
          label={agencyLabels.accent}
          options={accents.map((value) => ({
            value,
            label: accentLabels[value],
            sign: <span aria-hidden data-accent={value} className="size-6 shrink-0 rounded-full bg-accent" />,
          }))}
          defaultValue={saved.accent}
        />
      </WithSaved>
    </Group>
  );
}

type LineProps = { name: Field & keyof typeof agencyLimits; saved: string; optional: boolean };

function Line({ name, saved, optional }: LineProps) {
  return (
    <WithSaved name={name} label={agencyLabels[name]} saved={saved}>
      <TextField
        name={name}
        label={agencyLabels[name]}
        hint={agencyHints[name]}
        optional={optional}
        type={name === "replyTo" ? "email" : "text"}
        autoComplete="off"
        maxLength={agencyLimits[name]}
        defaultValue={saved}
      />
    </WithSaved>
  );
}
