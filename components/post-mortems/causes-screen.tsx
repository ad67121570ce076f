import { ChoiceButtons, ChoiceChips } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { causesToChoose } from "#lib/causes/rules/suggestions.ts";
import { causeName, causeOf, type Taxonomy } from "#lib/causes/rules/taxonomy.ts";
import { becauseWords } from "#lib/causes/words/because.ts";
import type { CauseCode } from "#lib/infra/prisma/enums.ts";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import { askedQuestions } from "#lib/post-mortems/rules/answers.ts";
import { appearanceOf, readRatings } from "#lib/post-mortems/rules/ratings.ts";
import { mayAddCauses } from "#lib/post-mortems/rules/screens.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import { moreWords } from "#lib/post-mortems/words/rest.ts";
import { Asides } from "./asides.tsx";
import { hiddenOf, PlainMoves, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

function choicesFor({ draft, interview }: Pick<ScreenProps, "draft" | "interview">) {
  const { answers, taxonomy } = draft.facts;
  return causesToChoose(taxonomy, {
    questions: askedQuestions(answers).map((question) => ({
      ...question,
      tags: interview.bank.find(({ id }) => id === question.bankId)?.tags ?? [],
    })),
    signals: answers.signals ?? [],
    outcomeReason: answers.outcome === "rejected" ? (answers.outcome_reason ?? null) : null,
    format: interview.format,
    appearance: appearanceOf(readRatings(answers)),
  });
}

function optionIn(taxonomy: Taxonomy) {
  return (code: CauseCode, because?: string) => {
    const { name, line } = causeOf(taxonomy, code);
    return { value: code, label: name, hint: because ?? line };
  };
}

/** What got in the way most: four that the answers point to with why, two that are always fair, all others behind "more". */
export function CausesScreen(props: ScreenProps) {
  const { interview, draft, place, forms } = props;
  const { suggested, beside, more } = choicesFor(props);
  const option = optionIn(draft.facts.taxonomy);
  const primary = draft.facts.answers.cause_primary;
  const chosen = primary === undefined ? {} : { chosen: primary };
  // Where nothing that was written points anywhere, nothing is said to.
  const isGuess = suggested.every(({ because }) => because === becauseWords.from_the_list);
  return (
    <ActionForm
      action={answerStepAction}
      initial={forms.first}
      hidden={hiddenOf(props)}
      className="space-y-4"
    >
      <ChoiceButtons
        name="cause_primary"
        label={isGuess ? formWords.causesUsual : formWords.causesFirst}
        options={suggested.map(({ cause, because }) => (isGuess ? option(cause) : option(cause, because)))}
        {...chosen}
      />
      <ChoiceButtons
        name="cause_primary"
        label={formWords.causesBeside}
        options={beside.map(({ cause }) => option(cause))}
        {...chosen}
      />
      <Details summary={formWords.causesMore} open={primary !== undefined && more.includes(primary)}>
        <ChoiceButtons
          name="cause_primary"
          label={formWords.causesMore}
          labelHidden
          options={more.map((cause) => option(cause))}
          {...chosen}
        />
      </Details>
      <PlainMoves {...{ interview, draft, place }} />
    </ActionForm>
  );
}

/** "Anything else?": up to two more causes, the suggested first, and the steps that stand aside. One tap passes it. */
export function ContributingScreen(props: ScreenProps) {
  const { draft, forms } = props;
  const { cause_primary: primary, cause_contributing: given = [] } = draft.facts.answers;
  const { suggested, more } = choicesFor(props);
  const first = suggested.map(({ cause }) => cause).filter((cause) => cause !== primary);
  const rest = [...more, "OUTSIDE" as const].filter((cause) => cause !== primary);
  const chips = (list: readonly CauseCode[]) => ({
    name: "cause_contributing",
    options: list.map((cause) => ({ value: cause, label: causeName(draft.facts.taxonomy, cause) })),
    defaultValue: [...given],
  });
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      {mayAddCauses(draft.facts) ? (
        <>
          <ChoiceChips multiple label={moreWords.causes} {...chips(first)} />
          <Details summary={formWords.causesMore} open={given.some((cause) => rest.includes(cause))}>
            <ChoiceChips multiple label={formWords.causesMore} labelHidden {...chips(rest)} />
          </Details>
        </>
      ) : null}
      <Asides draft={draft} />
      <TypedMoves />
    </ActionForm>
  );
}
