import { ChoiceButtons } from "#components/ui/choices.tsx";
import type { PostMortemDraft } from "#lib/post-mortems/queries/page.ts";
import { ratingFields } from "#lib/post-mortems/rules/fields.ts";
import { asidesFor, type AsideScreen } from "#lib/post-mortems/rules/screens.ts";
import { moreWords } from "#lib/post-mortems/words/rest.ts";

/** The ways to the steps that stand aside, each with whether something is written there. They send the form around them. */
export function Asides({ draft }: { draft: PostMortemDraft }) {
  const { answers } = draft.facts;
  const isDone: Record<AsideScreen, boolean> = {
    ratings: ratingFields.some((field) => answers[field] !== undefined),
    feedback: answers.feedback_words !== undefined || answers.feedback_wish !== undefined,
    worked_well: answers.worked_well !== undefined,
  };
  const options = asidesFor(draft.facts).map((value) => ({
    value,
    label: moreWords[value],
    ...(isDone[value] ? { hint: moreWords.done } : {}),
  }));
  return options.length === 0 ? null : (
    <ChoiceButtons name="open" label={moreWords.title} options={options} />
  );
}
