import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { outcomeHints, outcomeLabels, reasonLabels } from "#lib/interviews/words.ts";
import { answerStepAction, startPostMortemAction } from "#lib/post-mortems/actions.ts";
import type { PostMortemInterview } from "#lib/post-mortems/queries/page.ts";
import type { Answers } from "#lib/post-mortems/rules/fields.ts";
import { isFirstHalf } from "#lib/post-mortems/rules/steps.ts";
import type { ScreenId } from "#lib/post-mortems/rules/screens.ts";
import {
  formWords,
  moodLabels,
  promiseAnswerLabels,
  promiseNextLabels,
} from "#lib/post-mortems/words/form.ts";
import { stepWords } from "#lib/post-mortems/words/steps.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { hiddenOf, PlainMoves, type ScreenProps } from "./screen-frame.tsx";

type Options = { value: string; label: string; hint?: string }[];

const optionsOf = (labels: Readonly<Record<string, string>>): Options =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The screens that are one tap, each with its field and what there is to choose. */
const choices = {
  news_mood: { name: "news_mood", options: optionsOf(moodLabels) },
  news_reason: { name: "outcome_reason", options: optionsOf(reasonLabels) },
  mood: { name: "mood", options: optionsOf(moodLabels) },
  promise_kept: { name: "promise_answer", options: optionsOf(promiseAnswerLabels) },
  outcome: {
    name: "outcome",
    options: Object.entries(outcomeLabels).map(([value, label]) => {
      const hint = value === "waiting" ? outcomeHints.waiting : undefined;
      return hint ? { value, label, hint } : { value, label };
    }),
  },
  keep_or_new: { name: "promise_next", options: optionsOf(promiseNextLabels) },
} as const satisfies Partial<Record<ScreenId, { name: keyof Answers; options: Options }>>;

export type ChoiceScreenId = keyof typeof choices;

export function isChoiceScreen(screen: ScreenId): screen is ChoiceScreenId {
  return Object.hasOwn(choices, screen);
}

/** One question with one tap for its answer. */
export function ChoiceScreen({ screen, ...props }: ScreenProps & { screen: ChoiceScreenId }) {
  const { interview, draft, place, forms } = props;
  const { name, options } = choices[screen];
  const chosen = draft.facts.answers[name];
  const isOwnMood = screen === "mood" && draft.facts.form !== "on_a_call";
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      {isOwnMood ? <OnlyYou /> : null}
      {(screen === "promise_kept" || screen === "keep_or_new") && draft.open ? (
        <Prose>{formWords.planned(draft.open.if, draft.open.then)}</Prose>
      ) : null}
      <ChoiceButtons
        name={name}
        label={formWords.choose}
        labelHidden
        options={options}
        {...(typeof chosen === "string" ? { chosen } : {})}
      />
      {screen === "outcome" && !isFirstHalf(draft.facts) ? <SaidWhy answers={draft.facts.answers} /> : null}
      {isOwnMood ? <p className="text-sm text-quiet">{formWords.onlyYouMeans}</p> : null}
      <PlainMoves {...{ interview, draft, place }} />
    </ActionForm>
  );
}

/** A no whose reason they gave: one tap for both, for who knows it. */
function SaidWhy({ answers: { outcome, outcome_reason: reason } }: { answers: Answers }) {
  const isKnown = outcome === "rejected" && reason !== undefined;
  return (
    <Details summary={formWords.saidWhy} open={isKnown}>
      <ChoiceButtons
        name="outcome_reason"
        label={formWords.saidWhy}
        labelHidden
        options={optionsOf(reasonLabels)}
        {...(isKnown ? { chosen: reason } : {})}
      />
    </Details>
  );
}

/** The first screen before anything is written: its answer starts the post-mortem. */
export function FirstScreen({ interview, initial }: { interview: PostMortemInterview; initial: FormState }) {
  return (
    <>
      <header className="mb-4">
        <p className="text-sm text-quiet">
          {interview.employer}, {interview.jobTitle}
        </p>
        <h1 className="mt-1 font-serif text-2xl font-semibold lg:text-3xl">{stepWords.mood.title}</h1>
        <p className="mt-1 text-quiet">{stepWords.mood.hint}</p>
      </header>
      <ActionForm action={startPostMortemAction} initial={initial} hidden={{ interview: interview.id }}>
        <OnlyYou />
        <ChoiceButtons name="mood" label={formWords.choose} labelHidden options={choices.mood.options} />
        <p className="text-sm text-quiet">{formWords.onlyYouMeans}</p>
      </ActionForm>
    </>
  );
}

function OnlyYou() {
  return <p className="font-semibold">{formWords.onlyYou}</p>;
}
