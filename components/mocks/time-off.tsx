import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { Card, Section, TextLink } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setDaysAction, takeBackTimeOffAction, takeUsualHoursAction } from "#lib/mocks/actions/time-off.ts";
import type { getTimeOff } from "#lib/mocks/queries/time-off.ts";
import { mockLimits } from "#lib/mocks/words.ts";
import { timeOffWords as words } from "#lib/mocks/words/time-off.ts";
import type { FormFor, FormState } from "#lib/web/form-state.ts";

type TimeOff = Awaited<ReturnType<typeof getTimeOff>>;

/** Asks for the days by the address, so that what they change is seen before it is saved. */
export function DaysFields({ asked }: { asked: { startsOn: string; endsOn: string; hours: string } }) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <TextField name="startsOn" type="date" label={words.startsOn} defaultValue={asked.startsOn} />
        <TextField
          name="endsOn"
          type="date"
          label={words.endsOn}
          hint={words.endsHint}
          optional
          defaultValue={asked.endsOn}
        />
      </div>
      <TextField
        name="hours"
        label={words.hours}
        hint={words.hoursHint}
        optional
        autoComplete="off"
        maxLength={mockLimits.dayOfHours}
        defaultValue={asked.hours}
      />
    </>
  );
}

/** What the asked days would change, with the button that saves them. */
export function DaysPreview({
  preview,
  initial,
}: {
  preview: NonNullable<TimeOff["preview"]>;
  initial: FormState;
}) {
  return (
    <Card marked>
      <h2 className="font-semibold">{preview.label}</h2>
      <p>{preview.hit.length === 0 ? words.noHits : words.hits(preview.hit.length)}</p>
      {preview.hit.length === 0 ? null : (
        <ul className="space-y-1">
          {preview.hit.map(({ id, label }) => (
            <li key={id}>
              <TextLink href={`/calendar/mocks/${id}`}>{label}</TextLink>
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={setDaysAction} initial={initial} hidden={preview.form}>
        <SubmitButton>{words.confirm}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** What is set already, each with its way back. */
export function TimeOffList({ off, form }: { off: TimeOff; form: FormFor }) {
  return (
    <Section title={words.listTitle}>
      {off.away.length + off.dates.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <ul className="max-w-column divide-y divide-line rounded-lg border border-line bg-raised">
          {off.away.map(({ id, when }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2">
              <span>{words.previewAway(when)}</span>
              <ActionForm
                action={takeBackTimeOffAction}
                initial={form("takeBackTimeOffAction", { timeOff: id })}
                hidden={{ timeOff: id }}
                label={words.takeBackLabel(when)}
              >
                <SubmitButton variant="quiet">{words.takeBack}</SubmitButton>
              </ActionForm>
            </li>
          ))}
          {off.dates.map(({ on, when, hours }) => (
            <li key={on} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2">
              <span>
                {when}: {hours}
              </span>
              <ActionForm
                action={takeUsualHoursAction}
                initial={form("takeUsualHoursAction", { on })}
                hidden={{ on }}
                label={words.usualLabel(when)}
              >
                <SubmitButton variant="quiet">{words.usual}</SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
