import { ButtonLink } from "#components/ui/button.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { answerStepAction, finishPostMortemAction } from "#lib/post-mortems/actions.ts";
import type { Sharing } from "#lib/infra/prisma/enums.ts";
import { addressOf, previousScreen } from "#lib/post-mortems/rules/screens.ts";
import { formWords, sharingWords } from "#lib/post-mortems/words.ts";
import { hiddenOf, type ScreenProps } from "./screen-frame.tsx";

/** What each choice is called and what it means, for the candidate of this counselor. */
export function sharingOptions(counselor: string | null) {
  return (Object.keys(sharingWords) as Sharing[]).map((value) => ({
    value,
    label: sharingWords[value].label,
    hint: sharingWords[value].meaning(counselor ?? formWords.yourCounselor),
  }));
}

/** Who may see it, and Finish. A choice is saved by its tap; Finish takes what is chosen. */
export function SharingScreen(props: ScreenProps) {
  const { interview, draft, place, forms } = props;
  const before = previousScreen(place.screen, draft.facts) ?? "mood";
  return (
    <div className="space-y-6">
      <ActionForm action={answerStepAction} initial={forms.second} hidden={hiddenOf(props)}>
        <ChoiceButtons
          name="sharing"
          label={formWords.choose}
          labelHidden
          options={sharingOptions(interview.counselor)}
          chosen={draft.facts.answers.sharing ?? "my_counselor"}
        />
      </ActionForm>
      {/* No box of its own, so that Finish stays in sight along the whole screen. */}
      <div data-finish className="contents">
        <ActionForm
          action={finishPostMortemAction}
          initial={forms.first}
          hidden={{ postMortem: draft.id }}
          className="contents"
        >
          <Actions>
            <SubmitButton pendingLabel={formWords.finishing}>{formWords.finish}</SubmitButton>
            <ButtonLink href={addressOf(interview.id, { screen: before })} variant="quiet">
              {formWords.back}
            </ButtonLink>
          </Actions>
        </ActionForm>
      </div>
    </div>
  );
}
