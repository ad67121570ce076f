import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { ChoiceButtons } from "#components/ui/choices.tsx";
import { ActionForm } from "#components/ui/form.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Actions, Card, TextLink } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { causeName } from "#lib/causes/rules/taxonomy.ts";
import { firstName } from "#lib/core/text.ts";
import { outcomeLabels } from "#lib/interviews/words.ts";
import { answerStepAction, handOverAction } from "#lib/post-mortems/actions.ts";
import { askedQuestions } from "#lib/post-mortems/rules/answers.ts";
import { addressOf, previousScreen, type ScreenId } from "#lib/post-mortems/rules/screens.ts";
import { formWords, moodLabels, readWords, signalLabels } from "#lib/post-mortems/words/form.ts";
import { callWords } from "#lib/post-mortems/words/news.ts";
import { LeavesForm } from "./leaving.tsx";
import { hiddenOf, type ScreenProps } from "./screen-frame.tsx";

/** Whether the causes were chosen together: then both see them, else each side chooses alone. */
export function TogetherScreen(props: ScreenProps) {
  const { interview, draft, place, forms } = props;
  const candidate = firstName(interview.candidate);
  return (
    <div className="space-y-4">
      <ActionForm
        action={answerStepAction}
        initial={forms.first}
        hidden={hiddenOf(props)}
        label={callWords.together}
      >
        <ChoiceButtons
          name="together"
          label={formWords.choose}
          labelHidden
          options={[{ value: "yes", label: callWords.together, hint: callWords.togetherMeans }]}
          {...(draft.facts.answers.together ? { chosen: "yes" } : {})}
        />
      </ActionForm>
      <ActionForm
        action={answerStepAction}
        initial={forms.second}
        hidden={hiddenOf(props)}
        label={callWords.theirsToChoose(candidate)}
      >
        <p className="text-quiet">{callWords.theirsToChooseMeans(candidate)}</p>
        <Actions>
          <SubmitButton name="move" value="next">
            {callWords.theirsToChoose(candidate)}
          </SubmitButton>
          <BackLink {...{ interview, draft, place }} />
        </Actions>
      </ActionForm>
    </div>
  );
}

/** The end of the form on a call. */
export function HandOverScreen({ interview, draft, place, forms }: ScreenProps) {
  const candidate = firstName(interview.candidate);
  return (
    <ActionForm action={handOverAction} initial={forms.first} hidden={{ postMortem: draft.id }}>
      <p>{callWords.handOverMeans(candidate)}</p>
      <Actions>
        <LeavesForm>
          <SubmitButton pendingLabel={formWords.finishing}>{callWords.handOver(candidate)}</SubmitButton>
        </LeavesForm>
        <BackLink {...{ interview, draft, place }} />
      </Actions>
    </ActionForm>
  );
}

function BackLink({ interview, draft, place }: Pick<ScreenProps, "interview" | "draft" | "place">) {
  const before = previousScreen(place.screen, draft.facts);
  return before ? (
    <ButtonLink href={addressOf(interview.id, { screen: before })} variant="quiet">
      {formWords.back}
    </ButtonLink>
  ) : null;
}

/** Above every screen of what is or was entered on a call: who writes, and for the candidate all that stands there. */
export function CallNote({ interview, draft }: Pick<ScreenProps, "interview" | "draft">) {
  if (draft.facts.form === "on_a_call")
    return <Note>{callWords.atWork(firstName(interview.candidate))}</Note>;
  if (draft.enteredBy === null || draft.facts.form === "heard_back") return null;
  return (
    <Note>
      <span className="font-semibold">{callWords.entered(draft.enteredBy)}</span> {callWords.confirm}
      <Written {...{ interview, draft }} />
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="mb-6">
      <Card>
        <div className="space-y-3">{children}</div>
      </Card>
    </div>
  );
}

type Line = { screen: ScreenId; label: string; value: string };

function writtenLines({ facts: { answers, taxonomy } }: ScreenProps["draft"]): Line[] {
  const causes = [answers.cause_primary, ...(answers.cause_contributing ?? [])].flatMap((cause) =>
    cause ? [causeName(taxonomy, cause)] : [],
  );
  const noticed = (answers.signals ?? []).map((signal) => signalLabels[signal]);
  const { promise_if: ifText, promise_then: thenText } = answers;
  const lines: Line[] = [
    { screen: "mood", label: readWords.mood, value: answers.mood ? moodLabels[answers.mood] : "" },
    {
      screen: "outcome",
      label: readWords.outcome,
      value: answers.outcome ? outcomeLabels[answers.outcome] : "",
    },
    {
      screen: "questions",
      label: readWords.asked,
      value: askedQuestions(answers)
        .map(({ text }) => text)
        .join(" · "),
    },
    {
      screen: "signals",
      label: readWords.noticed,
      value: [...noticed, answers.surprise ?? ""].filter((part) => part !== "").join(" · "),
    },
    { screen: "causes", label: readWords.causes, value: causes.join(" · ") },
    {
      screen: "promise",
      label: readWords.promise,
      value: ifText && thenText ? formWords.plannedSentence(ifText, thenText) : "",
    },
  ];
  return lines.filter(({ value }) => value !== "");
}

/** Everything on one screen, each with the way to change it. */
function Written({ interview, draft }: Pick<ScreenProps, "interview" | "draft">) {
  const lines = writtenLines(draft);
  return (
    <Details summary={callWords.written}>
      {lines.length === 0 ? <p className="text-quiet">{callWords.nothingWritten}</p> : null}
      <DefinitionList
        facts={lines.map(({ screen, label, value }) => ({
          label,
          value: (
            <>
              <span dir="auto" className="block wrap-anywhere">
                {value}
              </span>
              <TextLink href={addressOf(interview.id, { screen })}>{formWords.change}</TextLink>
            </>
          ),
        }))}
      />
    </Details>
  );
}
