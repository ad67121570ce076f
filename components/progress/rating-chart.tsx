import { levelLabel } from "#lib/post-mortems/rules/ratings.ts";
import { dimensionLabels } from "#lib/post-mortems/words/dimensions.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { endsOf, latestOf, lockOf, ratingFinding, seriesOf } from "#lib/progress/rules.ts";
import type { RatingSeries } from "#lib/progress/rules.ts";
import { progressWords, ratingWords } from "#lib/progress/words.ts";
import { ChartFrame, LockedChart } from "./chart-frame.tsx";
import { InterviewCell } from "./interview-cell.tsx";

/** How the candidate rates themselves, a small line for each dimension; not before the third interview that was rated. */
export function RatingChart({ rated }: Pick<Progress, "rated">) {
  if (rated.length === 0) return null;
  const why = lockOf(rated.length, progressWords.lockedRatings);
  if (why) return <LockedChart title={ratingWords.title} why={why} />;
  const shown = latestOf(rated);
  const series = seriesOf(shown);
  const word = (level: number | null | undefined) => (level ? levelLabel(level) : ratingWords.none);
  return (
    <ChartFrame
      title={ratingWords.title}
      finding={ratingFinding(series)}
      shown={shown.length}
      all={rated.length}
      table={{
        caption: ratingWords.title,
        columns: [
          { key: "interview", label: ratingWords.interview },
          ...series.map(({ dimension }) => ({ key: dimension, label: dimensionLabels[dimension] })),
        ],
        rows: shown.toReversed().map((one, index) => ({
          key: one.interviewId,
          cells: [
            <InterviewCell key="interview" {...one} />,
            ...series.map(({ levels }) => word(levels.at(-1 - index))),
          ],
        })),
      }}
    >
      <ul className="divide-y divide-line">
        {series.map((one) => (
          <Dimension key={one.dimension} {...one} />
        ))}
      </ul>
    </ChartFrame>
  );
}

function Dimension({ dimension, levels }: RatingSeries) {
  const ends = endsOf(levels);
  const last = levels.findLast((level) => level !== null);
  return (
    <li className="flex items-center justify-between gap-4 py-2">
      <div className="min-w-0">
        <p className="font-semibold">{dimensionLabels[dimension]}</p>
        <p className="text-sm text-quiet">
          {ends && ends.from !== ends.to ? `${levelLabel(ends.from)} → ${levelLabel(ends.to)}` : null}
          {(!ends || ends.from === ends.to) && last ? levelLabel(last) : null}
        </p>
      </div>
      <Drawing dimension={dimension} levels={levels} />
    </li>
  );
}

const box = { width: 120, height: 52, edge: 8, top: 6, step: 10 };

/** The five levels from bottom to top as lines; what was not rated leaves a gap in the points, not in the line. */
function Drawing({ dimension, levels }: RatingSeries) {
  const gap = (box.width - 2 * box.edge) / Math.max(1, levels.length - 1);
  const points = levels.flatMap((level, index) =>
    level === null ? [] : [{ index, x: box.edge + gap * index, y: box.top + (5 - level) * box.step }],
  );
  const said = levels.map((level) => (level === null ? ratingWords.none : levelLabel(level))).join(", ");
  return (
    <svg role="img" viewBox={`0 0 ${box.width} ${box.height}`} className="w-32 shrink-0">
      <title>{`${dimensionLabels[dimension]}: ${said}`}</title>
      {[0, 1, 2, 3, 4].map((line) => (
        <line
          key={line}
          x1="0"
          x2={box.width}
          y1={box.top + line * box.step}
          y2={box.top + line * box.step}
          strokeWidth="0.75"
          className="stroke-line"
        />
      ))}
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        strokeWidth="1.5"
        className="stroke-accent"
      />
      {points.map(({ index, x, y }) => (
        <circle key={index} cx={x} cy={y} r="3.5" className="fill-accent" />
      ))}
    </svg>
  );
}
