import type { ReactNode } from "react";
import { Section } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Prose, Time, WhoCanSee } from "#components/ui/words.tsx";
import { formatLabels, outcomeLabels, reasonLabels } from "#lib/interviews/words.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import {
  formWords,
  moodLabels,
  promiseAnswerLabels,
  readWords,
  signalLabels,
  summaryWords,
} from "#lib/post-mortems/words/form.ts";
import { callWords, newsWords } from "#lib/post-mortems/words/news.ts";
import { OwnWords } from "./own-words.tsx";
import { RatingTag } from "./rating-tag.tsx";

/** A finished post-mortem as its candidate reads it, on one page. `causes` and `children` are what is added to it. */
export function PostMortemReading({
  read,
  causes,
  children,
}: {
  read: PostMortemRead;
  causes: ReactNode;
  children: ReactNode;
}) {
  const noticed = read.signals
    .filter((signal) => signal !== "surprise")
    .map((signal) => signalLabels[signal]);
  return (
    <>
      <WhoCanSee closed={read.sharing === "only_me"}>{read.whoCanSee}</WhoCanSee>
      {read.lookedAt.map(({ name, at }) => (
        <WhoCanSee key={name}>{formWords.readBy(name, at.label)}</WhoCanSee>
      ))}
      {read.enteredBy ? <p className="mt-2 text-sm text-quiet">{callWords.entered(read.enteredBy)}</p> : null}
      <div className="mt-6">
        <Facts read={read} />
      </div>
      {children}
      <Section title={readWords.asked}>
        <Questions read={read} />
      </Section>
      {read.asksForCauses ? (
        <Section title={readWords.noticed}>
          <p>{noticed.length > 0 ? noticed.join(" · ") : formWords.nothingNoticed}</p>
          {read.surprise ? <Prose>{read.surprise}</Prose> : null}
        </Section>
      ) : null}
      <OwnWords read={read} />
      {causes}
      {read.promise ? (
        <Section title={readWords.promise}>
          <Prose>{formWords.promiseSentence(read.promise.if, read.promise.then)}</Prose>
        </Section>
      ) : null}
    </>
  );
}

function Facts({ read }: { read: PostMortemRead }) {
  const { asked, outcomeReason: reason } = read;
  return (
    <DefinitionList
      facts={[
        {
          label: readWords.interview,
          value: (
            <>
              {formatLabels[read.format]}, <Time {...read.interviewAt} />
            </>
          ),
        },
        { label: readWords.finished, value: <Time {...read.finishedAt} /> },
        read.mood && { label: readWords.mood, value: moodLabels[read.mood] },
        {
          label: readWords.outcome,
          value: `${outcomeLabels[read.outcome]}${reason ? `: ${reasonLabels[reason]}` : ""}`,
        },
        read.newsMood && { label: newsWords.felt, value: moodLabels[read.newsMood] },
        asked && {
          label: readWords.planned,
          value: (
            <>
              {formWords.plannedSentence(asked.if, asked.then)}
              {asked.answer ? (
                <span className="block">
                  {readWords.kept}{" "}
                  <strong className="font-semibold">{promiseAnswerLabels[asked.answer]}</strong>
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Questions({ read }: { read: PostMortemRead }) {
  if (read.questions.length === 0)
    return (
      <p className="text-quiet">{read.cannotRecall ? formWords.cannotRecall : summaryWords.noQuestions}</p>
    );
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {read.questions.map((question) => (
        <li
          key={question.text}
          className="flex items-start justify-between gap-3 px-4 py-3 print:break-inside-avoid"
        >
          <span dir="auto" className="min-w-0 font-serif wrap-anywhere">
            {question.text}
          </span>
          <RatingTag rating={question.rating} knewIt={question.knewIt} />
        </li>
      ))}
    </ul>
  );
}
