import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/web/form-state.ts";
import type { BankQuestion } from "#lib/questions/words.ts";
import type { PostMortemDraft, PostMortemInterview } from "#lib/post-mortems/queries/page.ts";
import {
  addressOf,
  canSkip,
  fieldsOf,
  previousScreen,
  screenProgress,
  type Place,
} from "#lib/post-mortems/rules/screens.ts";
import { formWords } from "#lib/post-mortems/words/form.ts";
import { titles } from "#lib/post-mortems/words/titles.ts";

/** The interview with the questions to choose from: those of its role family, so that no others weigh on the page. */
export type FormInterview = PostMortemInterview & { bank: readonly BankQuestion[] };

/** What every screen of the form is given. Forms on one screen have a state each, the first with what was kept. */
export type ScreenProps = {
  interview: FormInterview;
  draft: PostMortemDraft;
  place: Place;
  forms: { first: FormState; second: FormState };
};

/** The question, which interview it is about, and how far one is. */
export function ScreenTitle({ interview, draft, place }: Omit<ScreenProps, "forms">) {
  const { position, of } = screenProgress(place.screen, draft.facts);
  const { title, hint } = titles[place.screen];
  return (
    <header className="mb-4">
      <p className="flex justify-between gap-4 text-sm text-quiet">
        <span className="min-w-0 wrap-anywhere">
          {interview.employer}, {interview.jobTitle}
        </span>
        <span className="shrink-0">{formWords.progress(position, of)}</span>
      </p>
      <h1 tabIndex={-1} className="mt-1 font-serif text-2xl font-semibold outline-none lg:text-3xl">
        {title}
      </h1>
      {hint ? <p className="mt-1 text-quiet">{hint}</p> : null}
    </header>
  );
}

/** The values that every form of a screen sends along. */
export function hiddenOf({ draft, place }: Pick<ScreenProps, "draft" | "place">): Record<string, string> {
  const n = place.n === undefined ? {} : { n: String(place.n) };
  return { postMortem: draft.id, screen: place.screen, ...n };
}

/** Back and Skip of a screen whose choices are its buttons: they stay below these. Skip belongs to the form; Back is a link. */
export function PlainMoves({ interview, draft, place }: Pick<ScreenProps, "interview" | "draft" | "place">) {
  const { screen } = place;
  const before = previousScreen(screen, draft.facts);
  return (
    <div className="flex flex-wrap gap-3 empty:hidden">
      {canSkip(screen, draft.facts) ? <SkipButton {...{ draft, screen }} /> : null}
      {before ? (
        <ButtonLink href={addressOf(interview.id, { screen: before }, draft.facts.form)} variant="quiet">
          {formWords.back}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** Next, and Back as a button too: both keep what was typed, also without script. Stands in the form itself. */
export function TypedMoves({ children }: { children?: ReactNode }) {
  return (
    <Actions>
      <SubmitButton name="move" value="next">
        {formWords.next}
      </SubmitButton>
      <SubmitButton name="move" value="back" variant="quiet">
        {formWords.back}
      </SubmitButton>
      {children}
    </Actions>
  );
}

/** Goes on without an answer; once there is one, simply on. */
export function SkipButton({ draft, screen }: { draft: PostMortemDraft; screen: Place["screen"] }) {
  const isAnswered = answeredOn(screen, draft);
  return (
    <SubmitButton name="move" value="skip" variant="quiet">
      {isAnswered ? formWords.next : formWords.skip}
    </SubmitButton>
  );
}

function answeredOn(screen: Place["screen"], { facts: { answers } }: PostMortemDraft): boolean {
  if (screen === "promise") return answers.promise_then !== undefined;
  return fieldsOf(screen).some((field) => answers[field] !== undefined);
}
