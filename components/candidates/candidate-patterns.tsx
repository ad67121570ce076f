import { PatternList, type EvidenceHref } from "#components/post-mortems/pattern-list.tsx";
import { Details } from "#components/ui/notices.tsx";
import { TextLink } from "#components/ui/page.tsx";
import type { CandidatePage } from "#lib/candidates/queries/candidate.ts";
import { candidatePageWords } from "#lib/candidates/words.ts";

type Pattern = CandidatePage["patterns"]["patterns"][number];

const reviewOf: EvidenceHref = ({ id }) => `/desk/post-mortems/${id}#causes`;

/** What gets in this candidate's way again and again, from the post-mortems that the viewer may see; and where both differ. */
export function CandidatePatterns({ candidate }: { candidate: CandidatePage }) {
  const { patterns } = candidate.patterns;
  const of = (state: Pattern["state"]) => patterns.filter((pattern) => pattern.state === state);
  const resolved = of("resolved");
  return (
    <>
      <Causes title={candidatePageWords.active} patterns={of("active")} />
      <OpenCauses candidate={candidate} />
      <Causes title={candidatePageWords.seen} patterns={of("seen")} />
      {resolved.length > 0 ? (
        <Details summary={candidatePageWords.resolved(resolved.length)}>
          <PatternList patterns={resolved} hrefOf={reviewOf} />
        </Details>
      ) : null}
    </>
  );
}

function Causes({ title, patterns }: { title: string; patterns: readonly Pattern[] }) {
  if (patterns.length === 0) return null;
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{title}</h3>
      <PatternList patterns={patterns} hrefOf={reviewOf} />
    </div>
  );
}

/** Interviews on which both have chosen and differ: both are shown, and neither counts. */
function OpenCauses({ candidate }: { candidate: CandidatePage }) {
  const { open } = candidate.patterns;
  if (open.length === 0) return null;
  const inWords = (causes: readonly string[]) =>
    causes.length > 0 ? causes.join(", ") : candidatePageWords.nothingBeside;
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{candidatePageWords.open}</h3>
      <ul className="space-y-2">
        {open.map((one) => (
          <li key={one.id}>
            <TextLink href={reviewOf(one)}>{one.employer}</TextLink>
            <p className="text-sm">
              {candidate.firstName}: {inWords(one.byCandidate)}
            </p>
            <p className="text-sm">
              {one.counselor}: {inWords(one.byCounselor)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
