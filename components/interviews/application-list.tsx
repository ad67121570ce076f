import Link from "next/link";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, TextLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { listApplications } from "#lib/interviews/queries.ts";
import { formatLabels, postMortemButtons, postMortemLabels, roundLabel } from "#lib/interviews/words.ts";
import { OutcomeTag } from "./outcome-tag.tsx";

type Application = Awaited<ReturnType<typeof listApplications>>[number];
type Round = Application["rounds"][number];

/** A candidate's applications, each with its rounds, the newest round on top. */
export function ApplicationList({ applications }: { applications: Application[] }) {
  const first = applications.flatMap(({ rounds }) => rounds).find((round) => round.wantsPostMortem);
  return (
    <ul className="space-y-4">
      {applications.map((application) => (
        <li key={application.id}>
          <Card marked={application.rounds.some((round) => round.phase !== "over")}>
            <div>
              <h2 className="font-serif text-lg font-semibold wrap-anywhere">{application.employer}</h2>
              <p className="text-quiet wrap-anywhere">{application.jobTitle}</p>
            </div>
            <ul className="divide-y divide-line border-t border-line">
              {application.rounds.map((round) => (
                <RoundRow
                  key={round.id}
                  round={round}
                  employer={application.employer}
                  isFirst={round === first}
                />
              ))}
            </ul>
            <TextLink href={`/interviews/new?application=${application.id}`}>Log another round</TextLink>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** `isFirst`: of all that want a post-mortem, the one to start with. */
function RoundRow({ round, employer, isFirst }: { round: Round; employer: string; isFirst: boolean }) {
  const label = `${roundLabel(round.round)}, ${formatLabels[round.format].toLowerCase()}`;
  return (
    <li className="space-y-2 py-3">
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Link href={`/interviews/${round.id}`} className="font-semibold text-accent hover:underline">
            {label}
          </Link>
          <RoundTag round={round} />
        </div>
        <p className="text-sm text-quiet">
          <Time {...round.when} />
          {round.phase === "over" && !round.wantsPostMortem ? ` · ${postMortemLabels[round.postMortem]}` : ""}
        </p>
      </div>
      {round.wantsPostMortem ? (
        <ButtonLink href={`/interviews/${round.id}/post-mortem`} variant={isFirst ? "primary" : "quiet"}>
          <span>
            {postMortemButtons.none}
            <span className="sr-only">
              {" "}
              of {employer}, {label}
            </span>
          </span>
        </ButtonLink>
      ) : null}
    </li>
  );
}

/** Beside the round's name, so that the tags of all rounds stand under one another. */
function RoundTag({ round }: { round: Round }) {
  if (round.phase === "over") return <OutcomeTag outcome={round.outcome} />;
  const isOn = round.phase === "on";
  return (
    <Tag icon={isOn ? "clock" : "calendar"} tone="accent">
      {isOn ? "On now" : "To come"}
    </Tag>
  );
}
