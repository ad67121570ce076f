import { ButtonLink } from "#components/ui/button.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { TextArea, TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions, Card } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { finishHeardBackAction } from "#lib/plan/actions.ts";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { wishesOffered } from "#lib/post-mortems/rules/feedback.ts";
import { addressOf, previousScreen } from "#lib/post-mortems/rules/screens.ts";
import { formWords, limits } from "#lib/post-mortems/words/form.ts";
import { newsWords } from "#lib/post-mortems/words/news.ts";
import { LeavesForm } from "./leaving.tsx";
import { hiddenOf, PlainMoves, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

/** The employer's own words, and who said them. */
export function NewsWordsScreen(props: ScreenProps) {
  const { draft, forms } = props;
  const { feedback_words: words = "", feedback_from: from = "" } = draft.facts.answers;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <TextArea
        name="feedback_words"
        label={newsWords.words}
        optional
        rows={3}
        maxLength={limits.feedbackWords}
        defaultValue={words}
      />
      <TextField
        name="feedback_from"
        label={newsWords.from}
        hint={newsWords.fromHint}
        optional
        maxLength={limits.feedbackFrom}
        autoComplete="off"
        defaultValue={from}
      />
      <TypedMoves />
    </ActionForm>
  );
}

/** Whether to ask for more: one tap. */
export function NewsWishScreen(props: ScreenProps) {
  const { interview, draft, place, forms } = props;
  const chosen = draft.facts.answers.feedback_wish;
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <ChoiceButtons
        name="feedback_wish"
        label={formWords.choose}
        labelHidden
        options={wishesOffered(draft.facts).map((value) => ({ value, label: newsWords.wishes[value] }))}
        {...(chosen ? { chosen } : {})}
      />
      <PlainMoves {...{ interview, draft, place }} />
    </ActionForm>
  );
}

/** The end of the short path. */
export function NewsDoneScreen({ interview, draft, place, forms }: ScreenProps) {
  const before = previousScreen(place.screen, draft.facts) ?? "news_mood";
  return (
    <ActionForm action={finishHeardBackAction} initial={forms.first} hidden={{ postMortem: draft.id }}>
      <p>{newsWords.doneMeans}</p>
      <Actions>
        <LeavesForm>
          <SubmitButton>{newsWords.done}</SubmitButton>
        </LeavesForm>
        <ButtonLink href={addressOf(interview.id, { screen: before }, draft.facts.form)} variant="quiet">
          {formWords.back}
        </ButtonLink>
      </Actions>
    </ActionForm>
  );
}

/** On the finished page: an answer has come, and nothing was added about it. */
export function NewsOffer({ interviewId }: { interviewId: string }) {
  return (
    <div className="mb-6 print:hidden">
      <Card marked>
        <p className="font-semibold">{newsWords.offerTitle}</p>
        <p className="text-quiet">{newsWords.offer}</p>
        <div className="flex flex-wrap gap-3 pt-1">
          <ButtonLink href={`/interviews/${interviewId}/heard-back`}>{newsWords.begin}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
