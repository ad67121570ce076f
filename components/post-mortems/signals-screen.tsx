import { ChoiceChips } from "#components/ui/choices.tsx";
import { TextArea } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { formWords, limits, signalLabels } from "#lib/post-mortems/words/form.ts";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

const options = Object.entries(signalLabels)
  .filter(([value]) => value !== "surprise")
  .map(([value, label]) => ({ value, label }));

/** What was noticed: chips, and a surprise in words, which is a signal by being written. */
export function SignalsScreen(props: ScreenProps) {
  const { draft, forms } = props;
  const { signals = [], surprise = "" } = draft.facts.answers;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <ChoiceChips
        multiple
        name="signals"
        label={formWords.chooseAny}
        labelHidden
        options={options}
        defaultValue={[...signals]}
      />
      <TextArea
        name="surprise"
        label={formWords.surpriseLabel}
        optional
        rows={2}
        maxLength={limits.surprise}
        defaultValue={surprise}
      />
      <TypedMoves />
    </ActionForm>
  );
}
