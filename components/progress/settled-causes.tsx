import type { ReactNode } from "react";
import { Details } from "#components/ui/notices.tsx";
import { Card, Section, TextLink } from "#components/ui/page.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Time } from "#components/ui/words.tsx";
import type { Progress } from "#lib/progress/queries.ts";
import { settledWords } from "#lib/progress/words.ts";

/** Interview by interview: where both differ, what is the candidate's own view so far, and what is settled. */
export function SettledCauses({ patterns: { open, own, settled } }: Pick<Progress, "patterns">) {
  return (
    <>
      {open.length > 0 ? (
        <Section title={settledWords.openTitle} id="open">
          <p className="max-w-measure text-quiet">{settledWords.openHint}</p>
          <Card>
            <ul className="space-y-4">
              {open.map((one) => (
                <Interview key={one.id} place={one}>
                  <DefinitionList
                    facts={[
                      { label: settledWords.you, value: inWords(one.byCandidate) },
                      { label: one.counselor, value: inWords(one.byCounselor) },
                    ]}
                  />
                </Interview>
              ))}
            </ul>
          </Card>
        </Section>
      ) : null}
      {own.length > 0 ? (
        <Section title={settledWords.ownTitle}>
          <p className="max-w-measure text-quiet">{settledWords.ownHint}</p>
          <Card>
            <ul className="space-y-4">
              {own.map((one) => (
                <Interview key={one.id} place={one}>
                  <p>{one.causes.join(", ")}</p>
                </Interview>
              ))}
            </ul>
          </Card>
        </Section>
      ) : null}
      {settled.length > 0 ? (
        <Section title={settledWords.settledTitle}>
          <Details summary={settledWords.settledCount(settled.length)}>
            <ul className="space-y-4">
              {settled.map((one) => (
                <Interview key={one.id} place={one}>
                  <p>
                    {one.causes.join(", ")} <span className="text-quiet">({settledWords.by[one.by]})</span>
                  </p>
                </Interview>
              ))}
            </ul>
          </Details>
        </Section>
      ) : null}
    </>
  );
}

function inWords(causes: readonly string[]): string {
  return causes.length > 0 ? causes.join(", ") : settledWords.nothingMore;
}

type Place = Progress["patterns"]["open"][number] | Progress["patterns"]["own"][number];

function Interview({
  place: { interviewId, employer, at },
  children,
}: {
  place: Place;
  children: ReactNode;
}) {
  return (
    <li className="space-y-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <TextLink href={`/interviews/${interviewId}/post-mortem#causes`}>{employer}</TextLink>
        <span className="text-sm text-quiet">
          <Time {...at} />
        </span>
      </p>
      {children}
    </li>
  );
}
