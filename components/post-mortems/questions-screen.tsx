import { Check } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { TextLink } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { answerStepAction } from "#lib/post-mortems/actions.ts";
import type { PostMortemDraft } from "#lib/post-mortems/queries/page.ts";
import { encode, questionFields, type AskedQuestion } from "#lib/post-mortems/rules/fields.ts";
import { ratingChoices } from "#lib/post-mortems/rules/given.ts";
import { addressOf, freeNumber, questionAt } from "#lib/post-mortems/rules/screens.ts";
import { formWords, limits, ratingChoiceLabels } from "#lib/post-mortems/words/form.ts";
import { RatingTag } from "./rating-tag.tsx";
import { hiddenOf, TypedMoves, type ScreenProps } from "./screen-frame.tsx";

/** What they asked: those written down, a field for one more, and the list to take one from. */
export function QuestionsScreen(props: ScreenProps) {
  const { interview, draft, forms } = props;
  const { answers } = draft.facts;
  const free = freeNumber(answers);
  const given = givenQuestions(draft);
  const hidden = { ...hiddenOf(props), ...(free === null ? {} : { n: String(free) }) };
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hidden}>
      <GivenQuestions given={given} interviewId={interview.id} />
      {free === null ? <p className="text-quiet">{formWords.fiveGiven}</p> : <OwnQuestion />}
      {free === null ? null : <BankQuestions {...props} />}
      {given.length === 0 ? (
        <ChoiceButtons
          name="cannot_recall"
          label={formWords.causesBeside}
          labelHidden
          options={[{ value: "yes", label: formWords.cannotRecall }]}
          {...(answers.cannot_recall ? { chosen: "yes" } : {})}
        />
      ) : null}
      <TypedMoves />
    </ActionForm>
  );
}

type Numbered = { n: number; question: AskedQuestion };

function givenQuestions({ facts: { answers } }: PostMortemDraft): Numbered[] {
  return questionFields.flatMap((field, index) => {
    const question = answers[field];
    return question ? [{ n: index + 1, question }] : [];
  });
}

function GivenQuestions({ given, interviewId }: { given: Numbered[]; interviewId: string }) {
  if (given.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {given.map(({ n, question }) => (
        <li key={n} className="flex items-start justify-between gap-3 px-4 py-3">
          <span dir="auto" className="min-w-0 font-serif wrap-anywhere">
            {question.text}
          </span>
          <span className="flex shrink-0 flex-col items-end gap-1">
            <RatingTag rating={question.rating} knewIt={question.knewIt} />
            <TextLink href={addressOf(interviewId, { screen: "rating", n })}>
              {question.rating ? formWords.change : formWords.rate}
            </TextLink>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Saved while it is typed at the number that is free, so that nothing is lost before it is added. */
function OwnQuestion() {
  return (
    <div>
      <div className="grid grid-cols-[minmax(0,1fr)_max-content] items-end gap-3">
        <TextField
          name="own_question"
          label={formWords.addOwnQuestion}
          optional
          maxLength={limits.question}
          autoComplete="off"
          enterKeyHint="done"
        />
        <SubmitButton name="move" value="add" variant="quiet">
          {formWords.add}
        </SubmitButton>
      </div>
    </div>
  );
}

function BankQuestions({ interview, draft }: ScreenProps) {
  const known = new Set(givenQuestions(draft).map(({ question }) => question.text));
  const options = interview.bank
    .filter(({ text }) => !known.has(text))
    .map(({ id, text }) => ({ value: encode({ text, bankId: id }), label: text }));
  return <ChoiceButtons name="asked" label={formWords.fromTheList} options={options} />;
}

/** How one of the questions went: one tap. */
export function RatingScreen(props: ScreenProps) {
  const { interview, draft, place, forms } = props;
  const question = questionAt(draft.facts.answers, place.n ?? 0);
  if (!question) return null;
  const chosen = question.knewIt && question.rating === "blank" ? "blank_knew_it" : question.rating;
  const options = ratingChoices.map((value) => ({ value, ...ratingChoiceLabels[value] }));
  return (
    <ActionForm action={answerStepAction} initial={forms.first} hidden={hiddenOf(props)}>
      <Prose>{question.text}</Prose>
      <ChoiceButtons
        name="rating"
        label={formWords.choose}
        labelHidden
        options={options}
        {...(chosen ? { chosen } : {})}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={addressOf(interview.id, { screen: "questions" })} variant="quiet">
          {formWords.back}
        </ButtonLink>
        <SubmitButton name="remove" value="yes" variant="quiet">
          {formWords.removeQuestion}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** After the fact: how many are written down, and the way to one more. On the screen that follows the questions. */
export function QuestionsSoFar({ interview, draft }: Pick<ScreenProps, "interview" | "draft">) {
  const count = givenQuestions(draft).length;
  if (count === 0) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Mark sign={<Check aria-hidden strokeWidth={1.75} className="size-[1em] shrink-0" />} tone="done">
        {formWords.questionsSoFar(count)}
      </Mark>
      <TextLink href={addressOf(interview.id, { screen: "questions" })}>
        {count < limits.questions ? formWords.addQuestion : formWords.seeThem}
      </TextLink>
    </p>
  );
}
