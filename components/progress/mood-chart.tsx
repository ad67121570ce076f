import { moodLabels } from "#lib/post-mortems/words/form.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { latestOf, levelOfMood, lockOf, moodFinding } from "#lib/progress/rules.ts";
import { moodWords } from "#lib/progress/words.ts";
import { ChartFrame, LockedChart } from "./chart-frame.tsx";
import { InterviewCell } from "./interview-cell.tsx";

/** Moods from the best to the lowest, as the chart's lines. */
const lines = ["great", "good", "unsure", "low", "very_low"] as const;

/** Where things stand in the drawing, in its own units. */
const box = { width: 340, height: 178, left: 76, right: 326, top: 16, step: 31 };

/** How the candidate felt after each interview; not before the third. */
export function MoodChart({ moods }: Pick<Progress, "moods">) {
  const why = lockOf(moods.length);
  if (why) return <LockedChart title={moodWords.title} why={why} />;
  const shown = latestOf(moods);
  return (
    <ChartFrame
      title={moodWords.title}
      finding={moodFinding(shown.map(({ mood }) => mood))}
      shown={shown.length}
      all={moods.length}
      table={{
        caption: moodWords.axis,
        columns: [
          { key: "interview", label: moodWords.interview },
          { key: "mood", label: moodWords.mood },
        ],
        rows: shown.toReversed().map((one) => ({
          key: one.interviewId,
          cells: [<InterviewCell key="interview" {...one} />, moodLabels[one.mood]],
        })),
      }}
    >
      <Drawing moods={shown} />
    </ChartFrame>
  );
}

function Drawing({ moods }: { moods: readonly Progress["moods"][number][] }) {
  const gap = (box.right - box.left - 16) / (moods.length - 1);
  const points = moods.map(({ mood, interviewId }, index) => ({
    id: interviewId,
    x: box.left + 8 + gap * index,
    y: box.top + (5 - levelOfMood(mood)) * box.step,
  }));
  const said = moods.map(({ employer, mood }) => `${employer}: ${moodLabels[mood]}`).join(", ");
  return (
    <svg role="img" viewBox={`0 0 ${box.width} ${box.height}`} className="w-full max-w-field">
      <title>{`${moodWords.axis}: ${said}`}</title>
      {lines.map((mood, index) => (
        <g key={mood}>
          <line
            x1={box.left}
            x2={box.right}
            y1={box.top + index * box.step}
            y2={box.top + index * box.step}
            className="stroke-line"
          />
          <text x="0" y={box.top + index * box.step + 5} fontSize="14" className="fill-quiet">
            {moodLabels[mood]}
          </text>
        </g>
      ))}
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        strokeWidth="2"
        className="stroke-accent"
      />
      {points.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r="5" className="fill-accent" />
      ))}
      <text x={box.left} y={box.height - 6} fontSize="14" className="fill-quiet">
        {moods[0]?.day}
      </text>
      <text x={box.right} y={box.height - 6} fontSize="14" textAnchor="end" className="fill-quiet">
        {moods.at(-1)?.day}
      </text>
    </svg>
  );
}
