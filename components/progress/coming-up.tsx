import { PatternList, type EvidenceHref } from "#components/post-mortems/pattern-list.tsx";
import { Details } from "#components/ui/notices.tsx";
import { Card, Section } from "#components/ui/page.tsx";
import { shareOf } from "#lib/post-mortems/rules/patterns.ts";
import type { Progress } from "#lib/progress/queries.ts";
import { comingUpWords, progressWords } from "#lib/progress/words.ts";

type Pattern = Progress["patterns"]["patterns"][number];

const readingOf: EvidenceHref = ({ interviewId }) => `/interviews/${interviewId}/post-mortem#causes`;

/** The causes that are settled, by how often they were there, each with the interviews that say so. */
export function ComingUp({ patterns: { counted, patterns } }: Pick<Progress, "patterns">) {
  const of = (state: Pattern["state"]) => patterns.filter((pattern) => pattern.state === state);
  const resolved = of("resolved");
  return (
    <Section title={comingUpWords.title} id="patterns">
      <p className="max-w-measure text-quiet">
        {counted === 0 ? comingUpWords.none : comingUpWords.counted(counted)}
        {counted > 0 && shareOf(counted, counted) === null ? ` ${progressWords.percentFrom}` : null}
      </p>
      <Causes title={comingUpWords.active} patterns={of("active")} />
      <Causes title={comingUpWords.seen} patterns={of("seen")} />
      {resolved.length > 0 ? (
        <Details summary={`${comingUpWords.resolved} (${resolved.length})`}>
          <PatternList patterns={resolved} hrefOf={readingOf} />
        </Details>
      ) : null}
    </Section>
  );
}

function Causes({ title, patterns }: { title: string; patterns: readonly Pattern[] }) {
  if (patterns.length === 0) return null;
  return (
    <Card>
      <h3 className="font-semibold">{title}</h3>
      <PatternList patterns={patterns} hrefOf={readingOf} />
    </Card>
  );
}
