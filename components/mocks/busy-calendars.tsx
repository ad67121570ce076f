import { FileField } from "#components/ui/file-field.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { Section } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/words.tsx";
import {
  addBusyAddressAction,
  addBusyFileAction,
  readBusyCalendarAction,
  removeBusyCalendarAction,
} from "#lib/mocks/actions/busy.ts";
import type { BusyCalendarShown } from "#lib/mocks/queries/busy.ts";
import { busyLimits, busyPageWords as words, busyWords } from "#lib/mocks/words/busy.ts";
import type { FormFor, FormState } from "#lib/web/form-state.ts";

/** A calendar by a file, and by an address. */
export function AddBusyCalendar({ file, address }: { file: FormState; address: FormState }) {
  return (
    <div className="mt-10 grid gap-8 lg:grid-cols-2">
      <div>
        <Section title={words.fileTitle}>
          <ActionForm action={addBusyFileAction} initial={file} label={words.fileTitle}>
            <NameField />
            <FileField
              name="file"
              label={words.file}
              hint={words.fileHint}
              tooLarge={busyWords.too_big}
              bytes={busyLimits.bytes}
              accept=".ics,text/calendar"
            />
            <SubmitButton>{words.add}</SubmitButton>
          </ActionForm>
        </Section>
      </div>
      <div>
        <Section title={words.addressTitle}>
          <ActionForm action={addBusyAddressAction} initial={address} label={words.addressTitle}>
            <NameField />
            <TextField
              name="address"
              label={words.address}
              hint={words.addressHint}
              inputMode="url"
              autoComplete="off"
              maxLength={busyLimits.address}
            />
            <SubmitButton variant="quiet">{words.add}</SubmitButton>
          </ActionForm>
        </Section>
      </div>
    </div>
  );
}

function NameField() {
  return <TextField name="name" label={words.name} autoComplete="off" maxLength={busyLimits.name} />;
}

/** What is read already: how much, when, and what is wrong with it. */
export function BusyCalendarList({
  calendars,
  form,
}: {
  calendars: readonly BusyCalendarShown[];
  form: FormFor;
}) {
  return (
    <Section title={words.listTitle}>
      {calendars.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {calendars.map(({ id, name, isByAddress, entries, read, problem }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 space-y-1">
                <p className="font-semibold wrap-anywhere">{name}</p>
                <p className="text-sm text-quiet">
                  {entries}
                  {read ? (
                    <>
                      , read <Time {...read} />
                    </>
                  ) : null}
                </p>
                {problem ? (
                  <p className="text-sm text-attention">
                    {problem} {words.kept}
                  </p>
                ) : null}
              </div>
              <div className="flex flex-wrap gap-2">
                {isByAddress ? (
                  <ActionForm
                    action={readBusyCalendarAction}
                    initial={form("readBusyCalendarAction", { calendar: id })}
                    hidden={{ calendar: id }}
                    label={words.againLabel(name)}
                  >
                    <SubmitButton variant="quiet">{words.again}</SubmitButton>
                  </ActionForm>
                ) : null}
                <ActionForm
                  action={removeBusyCalendarAction}
                  initial={form("removeBusyCalendarAction", { calendar: id })}
                  hidden={{ calendar: id }}
                  label={words.removeLabel(name)}
                >
                  <SubmitButton variant="quiet">{words.remove}</SubmitButton>
                </ActionForm>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
