"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { openOutbox } from "#lib/browser/open-outbox.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import { unsentIn, type CauseNames } from "#lib/post-mortems/rules/unsent.ts";
import { unsentWords } from "#lib/post-mortems/words/live.ts";

type Late = ReturnType<ReturnType<typeof openOutbox>["refused"]>;

type LateAnswersProps = {
  person: string;
  interview: string;
  causes: CauseNames;
  /** The form that they came from: there is none any more where it was finished elsewhere. */
  children?: ReactNode;
};

/** Answers on this device that came too late, to read and to copy; nothing where there are none. */
export function LateAnswers({ person, interview, causes, children }: LateAnswersProps) {
  const [late, setLate] = useState<Late>([]);
  useEffect(() => {
    const outbox = openOutbox(person);
    const look = () => setLate(outbox.refused(interview));
    look();
    return outbox.listen({ state: () => undefined, news: look });
  }, [person, interview]);
  const wasFinished = late.some(({ refused }) => refused === "already_finished");
  const remove = () => {
    openOutbox(person).remove(late);
    setLate([]);
  };
  // One shape, late answers or not: the form under them stays the same form.
  return (
    <>
      {late.length > 0 ? (
        <section
          role="status"
          className="mb-6 space-y-4 rounded-md border border-attention bg-attention-tint p-4"
        >
          <h2 className="font-serif text-xl font-semibold">
            {wasFinished ? unsentWords.already_finished : unsentWords.other}
          </h2>
          <p>{unsentWords.why}</p>
          <dl className="space-y-3">
            {late.map((row) => {
              const { title, answer } = unsentIn(row, causes);
              return (
                <div key={row.id}>
                  <dt className="text-sm text-quiet">{title}</dt>
                  <dd>
                    <Prose>{answer}</Prose>
                  </dd>
                </div>
              );
            })}
          </dl>
          <div className="flex flex-wrap gap-3">
            {wasFinished ? <ButtonLink href={addressOf(interview)}>{unsentWords.read}</ButtonLink> : null}
            <Remove remove={remove} />
          </div>
        </section>
      ) : null}
      {wasFinished ? null : children}
    </>
  );
}

/** Cannot be undone, so it asks once; the focus goes to what keeps them, and back. */
function Remove({ remove }: { remove: () => void }) {
  const [asks, setAsks] = useState<boolean | null>(null);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asks !== null) around.current?.querySelector<HTMLElement>("button:last-child")?.focus();
  }, [asks]);
  return (
    <div ref={around} className="contents">
      {asks ? (
        <>
          <Button variant="quiet" onClick={remove}>
            {unsentWords.removeSurely}
          </Button>
          <Button variant="quiet" onClick={() => setAsks(false)}>
            {unsentWords.keep}
          </Button>
        </>
      ) : (
        <Button variant="quiet" onClick={() => setAsks(true)}>
          {unsentWords.remove}
        </Button>
      )}
    </div>
  );
}
