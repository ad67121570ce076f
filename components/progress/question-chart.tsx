import type { Progress } from "#lib/progress/queries.ts";
import { hardFinding, latestOf, lockOf } from "#lib/progress/rules.ts";
import { progressWords, questionsWords } from "#lib/progress/words.ts";
import { ChartFrame, LockedChart } from "./chart-frame.tsx";
import { InterviewCell } from "./interview-cell.tsx";

/** How many of the questions that were written down went rough or blank; from the third interview with questions on. */
export function QuestionChart({ asked }: Pick<Progress, "asked">) {
  const why = lockOf(asked.length, progressWords.lockedQuestions);
  if (why) return <LockedChart title={questionsWords.title} why={why} />;
  const shown = latestOf(asked);
  return (
    <ChartFrame
      title={questionsWords.title}
      finding={hardFinding(shown.map(({ hard }) => hard))}
      shown={shown.length}
      all={asked.length}
      table={{
        caption: questionsWords.title,
        columns: [
          { key: "interview", label: questionsWords.interview },
          { key: "hard", label: questionsWords.hard, numeric: true },
          { key: "asked", label: questionsWords.asked, numeric: true },
        ],
        rows: shown.toReversed().map((one) => ({
          key: one.interviewId,
          cells: [<InterviewCell key="interview" {...one} />, one.hard, one.asked],
        })),
      }}
    >
      <ul className="space-y-2">
        {shown.map(({ interviewId, employer, day, hard, asked: all }) => (
          <li key={interviewId} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
            <span className="text-sm">
              {employer}, {day}
            </span>
            <span className="flex items-center gap-3 text-sm text-quiet tabular-nums">
              <Squares hard={hard} all={all} />
              {questionsWords.of(hard, all)}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

/** A square for each question: filled where it was hard, else its outline. */
function Squares({ hard, all }: { hard: number; all: number }) {
  return (
    <svg aria-hidden viewBox={`0 0 ${all * 18} 18`} width={all * 18} height="18">
      {Array.from({ length: all }, (_, index) => (
        <rect
          key={index}
          x={index * 18 + 2}
          y="2"
          width="13"
          height="13"
          rx="3"
          strokeWidth="1.5"
          className={index < hard ? "fill-accent stroke-accent" : "fill-transparent stroke-edge"}
        />
      ))}
    </svg>
  );
}
