import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Prose, Tag, Time, WhoCanSee, type Tone } from "#components/ui/words.tsx";
import { Card } from "#components/ui/page.tsx";
import { outcomeStaffLabels, reasonStaffLabels } from "#lib/interviews/words.ts";
import type { PostMortemRead } from "#lib/post-mortems/queries/read.ts";
import { summaryOf } from "#lib/post-mortems/rules/summary.ts";
import { moodLabels, ratingLabels, signalLabels, summaryWords } from "#lib/post-mortems/words/form.ts";
import { callWords, newsWords } from "#lib/post-mortems/words/news.ts";
import { SummaryWords } from "./summary-words.tsx";
import type { ReviewFacts } from "#lib/reviews/queries/review.ts";

const ratingTones: Record<keyof typeof ratingLabels, Tone> = {
  blank: "attention",
  rough: "attention",
  okay: "plain",
  strong: "done",
};

/** Everything that a counselor needs of a post-mortem, readable in thirty seconds: the hardest first. */
export function ReviewSummary({ read, facts }: { read: PostMortemRead; facts: ReviewFacts }) {
  const summary = summaryOf({ ...read, questions: read.questions.map(withoutNulls) }, read.opinions);
  return (
    <Card>
      <h2 className="font-serif text-xl font-semibold">{summaryWords.title}</h2>
      <DefinitionList
        facts={[
          summary.mood && { label: "Mood", value: moodLabels[summary.mood] },
          summary.outcome && { label: "Outcome", value: outcomeStaffLabels[summary.outcome] },
          summary.outcomeReason && { label: "Reason", value: reasonStaffLabels[summary.outcomeReason] },
          read.newsMood && { label: newsWords.staffFelt, value: moodLabels[read.newsMood] },
          facts.nextInterview && {
            label: "Next interview",
            value: (
              <>
                <Time {...facts.nextInterview.at} />, {facts.nextInterview.employer}
              </>
            ),
          },
          facts.localTime ? { label: "Their time now", value: facts.localTime } : null,
          {
            label: "Noticed",
            value:
              summary.signals.length === 0
                ? summaryWords.noSignals
                : summary.signals.map((signal) => signalLabels[signal]).join(" · "),
          },
        ]}
      />
      <QuestionList questions={summary.questions} cannotRecall={summary.cannotRecall} />
      {summary.surprise ? (
        <div>
          <h3 className="font-semibold">{signalLabels.surprise}</h3>
          <Prose>{summary.surprise}</Prose>
        </div>
      ) : null}
      <SummaryWords read={read} />
      {read.enteredBy ? <p className="text-sm text-quiet">{callWords.enteredBy(read.enteredBy)}</p> : null}
      <WhoCanSee>{read.whoCanSee}</WhoCanSee>
    </Card>
  );
}

type Questions = ReturnType<typeof summaryOf>["questions"];

function QuestionList({ questions, cannotRecall }: { questions: Questions; cannotRecall: boolean }) {
  if (questions.length === 0)
    return (
      <p className="text-quiet">{cannotRecall ? summaryWords.cannotRecall : summaryWords.noQuestions}</p>
    );
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">What they asked</h3>
      <ul className="space-y-2">
        {questions.map((question, at) => (
          <li key={at} className="grid items-baseline gap-x-3 gap-y-1 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
            <span>
              {question.rating ? (
                <Tag
                  icon={
                    question.rating === "strong" ? "done" : question.rating === "okay" ? "open" : "attention"
                  }
                  tone={ratingTones[question.rating]}
                >
                  {ratingLabels[question.rating]}
                  {question.knewIt ? `, ${summaryWords.knewIt}` : ""}
                </Tag>
              ) : null}
            </span>
            <span className="min-w-0 font-serif wrap-anywhere">{question.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function withoutNulls({ text, bankId, rating, knewIt }: PostMortemRead["questions"][number]) {
  return { text, knewIt, ...(bankId === null ? {} : { bankId }), ...(rating === null ? {} : { rating }) };
}
