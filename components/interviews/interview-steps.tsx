import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/page.tsx";
import { Tag } from "#components/ui/words.tsx";
import type { getInterview } from "#lib/interviews/queries.ts";
import { bookAddress } from "#lib/mocks/rules/addresses.ts";
import {
  postMortemButtons,
  postMortemLabels,
  postMortemLine,
  postMortemStaffLabels,
} from "#lib/interviews/words.ts";

type Interview = NonNullable<Awaited<ReturnType<typeof getInterview>>>;

/** What can be done with this interview now: its post-mortem and its outcome, one of them first. */
export function InterviewSteps({ interview }: { interview: Interview }) {
  const { id, isOwn, postMortem, phase, outcome, waitsForAnswer } = interview;
  if (!isOwn) return <StaffSteps interview={interview} />;
  if (phase === "coming" && postMortem === "none") return <Prepare id={id} />;
  const heardBack = waitsForAnswer ? (
    <ButtonLink href={`/interviews/${id}/outcome`} variant="quiet">
      I've heard back
    </ButtonLink>
  ) : null;
  if (postMortem === "none" && outcome === "withdrawn") return heardBack;
  return (
    <Card marked={postMortem === "none" || postMortem === "started"}>
      <p className="font-semibold">{postMortemLabels[postMortem]}</p>
      {postMortem === "none" ? <p className="text-quiet">{postMortemLine}</p> : null}
      <div className="flex flex-wrap gap-3">
        <ButtonLink
          href={`/interviews/${id}/post-mortem`}
          variant={postMortem === "none" || postMortem === "started" ? "primary" : "quiet"}
        >
          {postMortemButtons[postMortem]}
        </ButtonLink>
        {heardBack}
      </div>
    </Card>
  );
}

function Prepare({ id }: { id: string }) {
  return (
    <Card marked>
      <p className="font-semibold">Practise for it</p>
      <p className="text-quiet">
        Twenty minutes with your counselor: what they may ask, and what you will say.
      </p>
      <ButtonLink
        href={bookAddress("/practice/mocks/new", { kind: "prep", interview: id, postMortem: null })}
      >
        Book a prep session
      </ButtonLink>
    </Card>
  );
}

function StaffSteps({ interview }: { interview: Interview }) {
  const { id, postMortem, phase } = interview;
  if (phase === "coming" && postMortem === "none") return null;
  const isReadable = postMortem === "finished" || postMortem === "reviewed";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Tag icon={isReadable ? "done" : "draft"}>{postMortemStaffLabels[postMortem]}</Tag>
      {isReadable ? (
        <ButtonLink href={`/interviews/${id}/post-mortem`} variant="quiet" size="small">
          Read it
        </ButtonLink>
      ) : null}
    </div>
  );
}
