"use client";

import { useEffect, useRef } from "react";
import { TextLink } from "#components/ui/page.tsx";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import { liveWords } from "#lib/post-mortems/words/live.ts";
import { FirstScreen } from "./choice-screen.tsx";
import { Leaving } from "./leaving.tsx";
import { LateAnswers } from "./late-answers.tsx";
import { PostMortemForm } from "./post-mortem-form.tsx";
import { useLiveForm, type LiveFormProps } from "./use-live-form.ts";

/**
 * The form, and what makes it quick where there is script: answers are kept on this device at once, the next screen
 * comes without asking the server, and one quiet line says how it stands. Without script each screen is a form.
 */
export function LiveForm(props: LiveFormProps) {
  const { person, interview } = props;
  const { draft, place, forms, visit, isStarted, listeners, ...outbox } = useLiveForm(props);
  const around = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A refused form moves the focus to what is to be mended.
    if (visit === 0 || forms.first.message !== null) return;
    around.current?.querySelector("h1")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [visit, forms]);

  return (
    <div ref={around} {...listeners}>
      <LateAnswers person={person} interview={interview.id} causes={draft.facts.taxonomy.causes}>
        <QuietLine {...outbox} here={addressOf(interview.id, place, draft.facts.form)} />
        <Leaving value={outbox.isFinishing || outbox.isHeld}>
          <div key={visit}>
            {isStarted ? (
              <PostMortemForm interview={interview} draft={draft} place={place} forms={forms} />
            ) : (
              <FirstScreen interview={interview} initial={forms.first} />
            )}
          </div>
        </Leaving>
      </LateAnswers>
    </div>
  );
}

type Standing = Pick<ReturnType<typeof useLiveForm>, "state" | "isFinishing" | "isHeld">;

/** How the answers stand: the one place that says so, at the top, where it is in sight on every screen. */
function QuietLine({ here, ...standing }: Standing & { here: string }) {
  return (
    <p role="status" className="min-h-6 text-sm text-quiet">
      {lineOf(standing)}{" "}
      {standing.state === "signedOut" ? (
        <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>{liveWords.signIn}</TextLink>
      ) : null}
    </p>
  );
}

function lineOf({ state, isFinishing, isHeld }: Standing): string {
  if (state === "signedOut" || state === "held" || !(isFinishing || isHeld)) return liveWords[state];
  if (state !== "waiting") return liveWords.finishing;
  return isFinishing ? liveWords.finishWaits : liveWords.doorWaits;
}
