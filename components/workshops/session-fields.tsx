import { DateField, Select, TextField, TimeField } from "#components/ui/fields.tsx";
import { Details } from "#components/ui/notices.tsx";
import type { SessionFields as Saved } from "#lib/workshops/queries/forms.ts";
import { fieldWords as words } from "#lib/workshops/words/pages.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";
import { SavedValue } from "#components/ui/saved-value.tsx";
import { TurnField } from "./turn-field.tsx";

export type Choices = { facilitators: string[]; zones: string[]; zone: string };

type SessionFieldsProps = {
  saved: Saved | null;
  choices: Choices;
  /** Held elsewhere: no seats. Null where the same form still asks. */
  isElsewhere: boolean | null;
  /** Says what is saved beside what was typed, where both differ (I17). */
  beside: boolean;
};

/** When and where a session is, who leads it, and its seats. */
export function SessionFields({ saved, choices, isElsewhere, beside }: SessionFieldsProps) {
  const text = (name: keyof Saved) => saved?.[name] ?? "";
  const also = (name: keyof Saved, label: string) =>
    beside ? <SavedValue name={name} label={label} saved={text(name)} /> : null;
  return (
    <div className="space-y-6">
      <When saved={saved} choices={choices} beside={beside} />
      <div className="space-y-1">
        <TextField
          name="area"
          label={words.area}
          hint={words.areaHint}
          maxLength={workshopLimits.area}
          defaultValue={text("area")}
        />
        {also("area", words.area)}
      </div>
      <div className="space-y-1">
        <TextField
          name="place"
          label={words.place}
          hint={words.placeHint}
          optional={isElsewhere !== false}
          maxLength={workshopLimits.place}
          defaultValue={text("place")}
        />
        {also("place", words.place)}
      </div>
      <div className="space-y-1">
        <TextField
          name="facilitator"
          label={words.facilitator}
          maxLength={workshopLimits.facilitator}
          suggestions={choices.facilitators}
          autoComplete="off"
          defaultValue={text("facilitator")}
        />
        {also("facilitator", words.facilitator)}
      </div>
      {isElsewhere === true ? null : (
        <div className="space-y-1">
          <TextField
            name="capacity"
            label={words.capacity}
            hint={words.capacityHint}
            optional={isElsewhere === null}
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            defaultValue={text("capacity")}
          />
          {also("capacity", words.capacity)}
        </div>
      )}
      <Window saved={saved} />
    </div>
  );
}

function When({ saved, choices, beside }: Pick<SessionFieldsProps, "saved" | "choices" | "beside">) {
  const text = (name: keyof Saved) => saved?.[name] ?? "";
  const also = (name: keyof Saved, label: string) =>
    beside ? <SavedValue name={name} label={label} saved={text(name)} /> : null;
  return (
    <>
      <div className="grid grid-cols-2 items-end gap-x-3 gap-y-4 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="col-span-2 sm:col-span-1">
          <DateField
            name="date"
            label={words.date}
            min="2000-01-01"
            max="2099-12-31"
            defaultValue={text("date")}
          />
        </div>
        <TimeField name="startTime" label={words.startTime} defaultValue={text("startTime")} />
        <TimeField name="endTime" label={words.endTime} defaultValue={text("endTime")} />
      </div>
      {also("date", words.date)}
      {also("startTime", words.startTime)}
      {also("endTime", words.endTime)}
      <TurnField name="startTurn" label={words.whichStart} saved={text("startTurn")} />
      <TurnField name="endTurn" label={words.whichEnd} saved={text("endTurn")} />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <Select
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          options={choices.zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={saved?.timeZone ?? choices.zone}
        />
        <DateField
          name="endDate"
          label={words.endDate}
          hint={words.endDateHint}
          optional
          defaultValue={text("endDate")}
        />
      </div>
      {also("timeZone", words.timeZone)}
      {also("endDate", words.endDate)}
    </>
  );
}

function Window({ saved }: { saved: Saved | null }) {
  const text = (name: keyof Saved) => saved?.[name] ?? "";
  return (
    <Details summary={words.window} open={text("opensDate") !== "" || text("closesDate") !== ""}>
      <p className="text-sm text-quiet">{words.windowHint}</p>
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] items-end gap-x-3 gap-y-4">
        <DateField name="opensDate" label={words.opensDate} optional defaultValue={text("opensDate")} />
        <TimeField name="opensTime" label={words.opensTime} optional defaultValue={text("opensTime")} />
        <DateField name="closesDate" label={words.closesDate} optional defaultValue={text("closesDate")} />
        <TimeField name="closesTime" label={words.closesTime} optional defaultValue={text("closesTime")} />
      </div>
    </Details>
  );
}
