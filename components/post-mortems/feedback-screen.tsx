import { ChoiceButtons } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { wishesOffered } from "#lib/post-mortems/rules/feedback.ts";
import { limits } from "#lib/post-mortems/words/form.ts";
import { feedbackWishLabels, feedbackWords } from "#lib/post-mortems/words/rest.ts";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

/** Their words and who said them; or, with one tap, what is to be done about them. */
export function FeedbackScreen(props: ScreenProps) {
  const { draft, forms } = props;
  const { feedback_words: words, feedback_from: from, feedback_wish: wish } = draft.facts.answers;
  return (
    <div className="space-y-6">
      {words === undefined ? (
        <ActionForm action={answerStepAction} initial={forms.second} hidden={hiddenOf(props)}>
          <ChoiceButtons
            name="feedback_wish"
            label={feedbackWords.wishes}
            options={wishesOffered(draft.facts).map((value) => ({ value, ...feedbackWishLabels[value] }))}
            {...(wish === undefined ? {} : { chosen: wish })}
          />
        </ActionForm>
      ) : null}
      {/* No box of its own, so that Next stays in sight along the whole screen. */}
      <ActionForm
        action={answerStepAction}
        initial={forms.first}
        hidden={hiddenOf(props)}
        className="contents"
      >
        <div className="space-y-4">
          <TextArea
            name="feedback_words"
            label={feedbackWords.words}
            optional
            rows={3}
            maxLength={limits.feedbackWords}
            defaultValue={words ?? ""}
          />
          <TextField
            name="feedback_from"
            label={feedbackWords.from}
            hint={feedbackWords.fromHint}
            optional
            maxLength={limits.feedbackFrom}
            autoComplete="off"
            defaultValue={from ?? ""}
          />
        </div>
        <TypedMoves />
      </ActionForm>
    </div>
  );
}
