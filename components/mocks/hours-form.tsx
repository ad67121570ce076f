import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { setWeeklyHoursAction } from "#lib/mocks/actions.ts";
import type { getHours } from "#lib/mocks/queries/hours.ts";
import { hoursWords, mockLimits, weekdays } from "#lib/mocks/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { SavedValue } from "#components/ui/saved-value.tsx";

const numbers = [
  { name: "mockMinutes", label: "Mock interview, minutes" },
  { name: "prepMinutes", label: "Prep session, minutes" },
  { name: "stepMinutes", label: "A session may start every … minutes" },
  { name: "bufferBeforeMinutes", label: "Free before each, minutes" },
  { name: "bufferAfterMinutes", label: "Free after each, minutes" },
  {
    name: "noticeHours",
    label: "Notice, hours",
  },
  { name: "horizonDays", label: "Days ahead that can be booked" },
  { name: "dailyMaximum", label: "Sessions a day at most" },
] as const;

/** When a counselor can be booked: a line a weekday, where they meet, and the rest behind "More". */
export function HoursForm({
  initial,
  saved,
}: {
  initial: FormState;
  saved: Awaited<ReturnType<typeof getHours>>;
}) {
  return (
    <ActionForm
      action={setWeeklyHoursAction}
      initial={initial}
      hidden={{ version: saved.version }}
      className="max-w-column space-y-6"
    >
      <TextField
        name="place"
        label="Where you meet"
        maxLength={mockLimits.place}
        defaultValue={saved.place}
        hint="A link, a room, or “I call you”. It stands in every booking and its mail."
      />
      <SavedValue name="place" label="Where you meet" saved={saved.place} />
      <fieldset className="space-y-4">
        <legend className="font-serif text-xl font-semibold">Every week</legend>
        <p className="text-sm text-quiet">
          Ranges like 9:00-12:30, 13:30-17:00. Empty: nobody can book. 22:00-02:00 goes past midnight, 24:00
          is the end of the day. Times are yours: {saved.zone}.
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          {weekdays.map(({ field, label }) => (
            <div key={field} className="space-y-1">
              <TextField
                name={field}
                label={label}
                optional
                autoComplete="off"
                maxLength={mockLimits.dayOfHours}
                defaultValue={saved.days[field]}
              />
              <SavedValue name={field} label={label} saved={saved.days[field]} />
            </div>
          ))}
        </div>
      </fieldset>
      <Details summary="More: lengths, buffers, notice">
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
          {numbers.map((number) => (
            <NumberField key={number.name} {...number} saved={saved} />
          ))}
        </div>
      </Details>
      <Actions>
        <SubmitButton>Save</SubmitButton>
      </Actions>
    </ActionForm>
  );
}

type NumberFieldProps = Pick<(typeof numbers)[number], "name" | "label"> & {
  saved: Awaited<ReturnType<typeof getHours>>;
};

function NumberField({ name, label, saved: { numbers: all, leastNotice } }: NumberFieldProps) {
  const saved = all[name];
  return (
    <div className="space-y-1">
      <TextField
        name={name}
        label={label}
        hint={name === "noticeHours" ? hoursWords.notice(leastNotice) : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        defaultValue={saved}
      />
      <SavedValue name={name} label={label} saved={saved} />
    </div>
  );
}
