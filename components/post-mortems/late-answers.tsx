"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { openOutbox } from "#lib/browser/open-outbox.ts";
import { outcomeLabels, reasonLabels } from "#lib/interviews/words.ts";
import { isField } from "#lib/post-mortems/rules/answers.ts";
import { decode, type Field } from "#lib/post-mortems/rules/fields.ts";
import { addressOf } from "#lib/post-mortems/rules/screens.ts";
import { steps } from "#lib/post-mortems/rules/steps.ts";
import {
  moodLabels,
  promiseAnswerLabels,
  promiseNextLabels,
  sharingWords,
  signalLabels,
} from "#lib/post-mortems/words/form.ts";
import { stepWords } from "#lib/post-mortems/words/steps.ts";
import { unsentWords } from "#lib/post-mortems/words/live.ts";

type Late = ReturnType<ReturnType<typeof openOutbox>["refused"]>;

const labels: { readonly [F in Field]?: Readonly<Record<string, string>> } = {
  mood: moodLabels,
  outcome: outcomeLabels,
  outcome_reason: reasonLabels,
  promise_answer: promiseAnswerLabels,
  promise_next: promiseNextLabels,
  signals: signalLabels,
  sharing: Object.fromEntries(Object.entries(sharingWords).map(([code, { label }]) => [code, label])),
};

/** Answers on this device that came too late, to read and to copy; nothing where there are none. */
export function LateAnswers({
  person,
  interview,
  children,
}: {
  person: string;
  interview: string;
  /** The form that they came from: there is none any more where it was finished elsewhere. */
  children?: ReactNode;
}) {
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
            {late.map(({ id, field, value }) => (
              <div key={id}>
                <dt className="text-sm text-quiet">{titleOf(field)}</dt>
                <dd>
                  <Prose>{shown(field, value)}</Prose>
                </dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap gap-3">
            {wasFinished ? <ButtonLink href={addressOf(interview)}>{unsentWords.read}</ButtonLink> : null}
            <Button variant="quiet" onClick={remove}>
              {unsentWords.remove}
            </Button>
          </div>
        </section>
      ) : null}
      {wasFinished ? null : children}
    </>
  );
}

function titleOf(field: string): string {
  const step = steps.find(({ fields }) => fields.some((one) => one === field));
  return step && step.id in stepWords ? stepWords[step.id as keyof typeof stepWords].title : "";
}

function shown(field: string, stored: string): string {
  if (!isField(field)) return stored;
  const read = decode(field, stored);
  if (!read.ok || read.value === null) return read.ok ? unsentWords.nothing : stored;
  const { value } = read;
  if (typeof value === "object" && "text" in value) return value.text;
  return [value]
    .flat()
    .map((one) => labels[field]?.[String(one)] ?? String(one))
    .join(", ");
}
