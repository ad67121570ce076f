import { ChoiceChips } from "#components/ui/choices.tsx";
import { DateField, TimeField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { zoneCity } from "#lib/core/zone.ts";
import { formatLabels } from "#lib/interviews/words.ts";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { nextRoundWords } from "#lib/post-mortems/words/rest.ts";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

const formats = Object.entries(formatLabels).map(([value, label]) => ({ value, label }));

/** When the next round is, for who knows it; where it is logged already, the way to it. */
export function NextRoundScreen(props: ScreenProps) {
  const { draft, forms } = props;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      {draft.laterRound ? (
        <p>
          {nextRoundWords.logged(draft.laterRound.at.label)}{" "}
          <TextLink href={`/interviews/${draft.laterRound.id}`}>{nextRoundWords.toIt}</TextLink>
        </p>
      ) : (
        <WhenItIs {...props} />
      )}
      <TypedMoves />
    </ActionForm>
  );
}

function WhenItIs({ draft, interview }: ScreenProps) {
  const { answers, zone } = draft.facts;
  return (
    <div className="space-y-6">
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] items-end gap-x-3 gap-y-1.5">
        <DateField
          name="next_date"
          label={nextRoundWords.date}
          optional
          min="2000-01-01"
          max="2098-12-31"
          defaultValue={answers.next_date ?? ""}
        />
        <TimeField
          name="next_time"
          label={nextRoundWords.time}
          optional
          defaultValue={answers.next_time ?? ""}
        />
        <p className="col-span-full text-sm text-quiet">{nextRoundWords.zone(zoneCity(zone))}</p>
      </div>
      <ChoiceChips
        name="next_format"
        label={nextRoundWords.format}
        optional
        options={formats}
        defaultValue={answers.next_format ?? interview.format}
      />
      <p className="text-sm text-quiet">{nextRoundWords.atFinish}</p>
    </div>
  );
}
