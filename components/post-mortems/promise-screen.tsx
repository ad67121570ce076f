import { ChoiceButtons } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { promiseFor } from "#lib/causes/rules/taxonomy.ts";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { formWords, limits } from "#lib/post-mortems/words/form.ts";
import { hiddenOf, SkipButton, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

/** One promise: two whole sentences to take with a tap, or one's own words. */
export function PromiseScreen(props: ScreenProps) {
  const { draft, place, forms } = props;
  const { promise_if: ifText, promise_then: thenText, cause_primary: cause } = draft.facts.answers;
  const offered = promiseFor(draft.facts.taxonomy, cause ?? null);
  const taken = offered.then.findIndex((one) => one === thenText && offered.if === ifText);
  return (
    <div className="space-y-6">
      <ActionForm action={answerStepAction} initial={forms.second} hidden={hiddenOf(props)}>
        <ChoiceButtons
          name="suggestion"
          label={formWords.promiseSuggestions}
          options={offered.then.map((then, index) => ({
            value: String(index),
            label: formWords.promiseSentence(offered.if, then),
          }))}
          {...(taken < 0 ? {} : { chosen: String(taken) })}
        />
      </ActionForm>
      {/* No box of its own, so that Next stays in sight along the whole screen. */}
      <ActionForm
        action={answerStepAction}
        initial={forms.first}
        hidden={hiddenOf(props)}
        className="contents"
      >
        <div className="space-y-4">
          <p className="font-semibold">{formWords.ownPromise}</p>
          <TextField
            name="promise_if"
            label={formWords.promiseIf}
            maxLength={limits.promise}
            defaultValue={ifText ?? offered.if}
          />
          <TextArea
            name="promise_then"
            label={formWords.promiseThen}
            rows={2}
            maxLength={limits.promise}
            defaultValue={thenText ?? ""}
          />
        </div>
        <TypedMoves>
          {thenText === undefined ? <SkipButton draft={draft} screen={place.screen} /> : null}
        </TypedMoves>
      </ActionForm>
    </div>
  );
}
