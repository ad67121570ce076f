import { RowLink, Section, TextLink } from "#components/ui/page.tsx";
import { Time } from "#components/ui/words.tsx";
import type { getInterview } from "#lib/interviews/queries.ts";
import { formatLabels, roundLabel } from "#lib/interviews/words.ts";
import { OutcomeTag } from "./outcome-tag.tsx";

type Interview = NonNullable<Awaited<ReturnType<typeof getInterview>>>;

/** The rounds of the application that this interview belongs to, and the way to log another. */
export function Rounds({ interview }: { interview: Interview }) {
  const { application, candidate, isOwn, rounds } = interview;
  const start = isOwn ? "/interviews/new" : `/candidates/${candidate.id}/interviews/new`;
  const another = <TextLink href={`${start}?application=${application.id}`}>Log another round</TextLink>;
  if (rounds.length === 1) return <p>{another}</p>;
  return (
    <Section title="Rounds" action={another}>
      <ul className="rounded-md border border-line bg-raised">
        {rounds.map((round) => (
          <RowLink
            key={round.id}
            href={`/interviews/${round.id}`}
            title={`${roundLabel(round.round)}, ${formatLabels[round.format].toLowerCase()}`}
            current={round.id === interview.id}
            aside={round.phase === "over" ? <OutcomeTag outcome={round.outcome} isOwn={isOwn} /> : "To come"}
          >
            <Time {...round.when} />
          </RowLink>
        ))}
      </ul>
    </Section>
  );
}
