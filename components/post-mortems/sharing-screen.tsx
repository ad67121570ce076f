import { ButtonLink } from "#components/ui/button.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { isGoodNews } from "#lib/interviews/rules.ts";
import { finishPostMortemAction } from "#lib/plan/actions.ts";
import { answerStepAction, sendFirstHalfAction } from "#lib/post-mortems/actions.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { addressOf, previousScreen } from "#lib/post-mortems/rules/screens.ts";
import { sharingOf } from "#lib/post-mortems/rules/answers.ts";
import { isFirstHalf } from "#lib/post-mortems/rules/steps.ts";
import { formWords, readWords, sharingWords } from "#lib/post-mortems/words/form.ts";
import { enoughWords } from "#lib/post-mortems/words/rest.ts";
import { LeavesForm } from "./leaving.tsx";
import { hiddenOf, type ScreenProps } from "./screen-frame.tsx";

/** What each choice is called and what it means, for the candidate of this counselor. */
export function sharingOptions(counselor: string | null) {
  return (Object.keys(sharingWords) as Sharing[]).map((value) => ({
    value,
    label: sharingWords[value].label,
    hint: sharingWords[value].meaning(counselor ?? formWords.yourCounselor),
  }));
}

/**
 * Who may see it, and Finish. A choice is saved by its tap; Finish takes what is chosen. After good news it is as last time,
 * said in a sentence; the first half of a very low one ends here with "That is enough for today".
 */
export function SharingScreen(props: ScreenProps) {
  const { draft } = props;
  const { outcome } = draft.facts.answers;
  const isGood = outcome !== undefined && isGoodNews(outcome) && !isFirstHalf(draft.facts);
  return (
    <div className="space-y-6">
      {isGood ? <AsLastTime {...props} /> : <SharingChoice {...props} />}
      {isFirstHalf(draft.facts) ? <p className="text-sm text-quiet">{enoughWords.sends}</p> : null}
      <LastMoves {...props} />
    </div>
  );
}

function SharingChoice(props: ScreenProps) {
  const { interview, draft, forms } = props;
  return (
    <ActionForm action={answerStepAction} initial={forms.second} hidden={hiddenOf(props)}>
      <ChoiceButtons
        name="sharing"
        label={formWords.choose}
        labelHidden
        options={sharingOptions(interview.counselor)}
        chosen={sharingOf(draft.facts)}
      />
    </ActionForm>
  );
}

function AsLastTime(props: ScreenProps) {
  const sharing = sharingOf(props.draft.facts);
  const { label, meaning } = sharingWords[sharing];
  return (
    <div className="space-y-4">
      <p>
        <span className="font-semibold">{label}.</span>{" "}
        {meaning(props.interview.counselor ?? formWords.yourCounselor)}
      </p>
      <Details summary={readWords.changeSharing}>
        <SharingChoice {...props} />
      </Details>
    </div>
  );
}

/** No box of its own, so that the button stays in sight along the whole screen. */
function LastMoves({ interview, draft, place, forms }: ScreenProps) {
  const before = previousScreen(place.screen, draft.facts);
  const isHalf = isFirstHalf(draft.facts);
  return (
    <div {...(isHalf ? {} : { "data-finish": true })} className="contents">
      <ActionForm
        action={isHalf ? sendFirstHalfAction : finishPostMortemAction}
        initial={forms.first}
        hidden={{ postMortem: draft.id }}
        className="contents"
      >
        <Actions>
          <LeavesForm>
            <SubmitButton pendingLabel={formWords.finishing}>
              {isHalf ? enoughWords.button : formWords.finish}
            </SubmitButton>
          </LeavesForm>
          {before ? (
            <ButtonLink href={addressOf(interview.id, { screen: before })} variant="quiet">
              {formWords.back}
            </ButtonLink>
          ) : null}
        </Actions>
      </ActionForm>
    </div>
  );
}
