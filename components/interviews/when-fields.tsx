import { DateField, TextField, TimeField } from "#components/ui/fields.tsx";
import { usualMinutes } from "#lib/interviews/rules.ts";
import { interviewLimits } from "#lib/interviews/words.ts";

type WhenFieldsProps = {
  moment: "start" | "end";
  /** City of the zone that date and time are meant in. */
  zone: string;
  values?: { date: string; time: string; minutes?: number } | undefined;
};

/** Date and time as one reads them off a clock, and the length for who knows it. */
export function WhenFields({ moment, zone, values }: WhenFieldsProps) {
  return (
    <div className="space-y-6">
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] items-end gap-x-3 gap-y-1.5">
        <DateField
          name="date"
          label={moment === "end" ? "It ended on" : "Date"}
          min="2000-01-01"
          max="2099-12-31"
          defaultValue={values?.date ?? ""}
        />
        <TimeField
          name="time"
          label={moment === "end" ? "at" : "It starts at"}
          defaultValue={values?.time ?? ""}
        />
        <p className="col-span-full text-sm text-quiet">{zone} time</p>
      </div>
      <TextField
        name="minutes"
        label="How many minutes"
        optional
        inputMode="numeric"
        maxLength={String(interviewLimits.longest).length}
        autoComplete="off"
        hint={`Left empty: phone ${usualMinutes.phone}, video ${usualMinutes.video}, on site ${usualMinutes.on_site}.`}
        defaultValue={values?.minutes === undefined ? "" : String(values.minutes)}
      />
    </div>
  );
}
