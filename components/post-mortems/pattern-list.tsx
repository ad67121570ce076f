import { TextLink } from "#components/ui/page.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { Patterns } from "#lib/post-mortems/queries/patterns.ts";
import { shareOf } from "#lib/post-mortems/rules/patterns.ts";
import { countWords, patternWords } from "#lib/post-mortems/words/patterns.ts";

type Pattern = Patterns["patterns"][number];

/** Where the reader finds what an interview said about a cause. */
export type EvidenceHref = (evidence: Pattern["evidence"][number]) => string;

/** Causes, each with how often it was there, in words, and the interviews that say so. */
export function PatternList({ patterns, hrefOf }: { patterns: readonly Pattern[]; hrefOf: EvidenceHref }) {
  return (
    <ul className="space-y-4">
      {patterns.map((pattern) => (
        <li key={pattern.cause}>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <p className="font-serif text-lg">{pattern.name}</p>
            <Strength pattern={pattern} />
          </div>
          <p className="text-sm text-quiet">{howOften(pattern)}</p>
          <ul className="text-sm">
            {pattern.evidence.map((one) => (
              <li key={one.id} className="flex min-h-11 flex-wrap items-center gap-x-2">
                <TextLink href={hrefOf(one)}>{one.employer}</TextLink>
                <span className="text-quiet">
                  <Time {...one.at} />
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What is resolved says so by where it stands. */
function Strength({ pattern: { state, strength } }: { pattern: Pattern }) {
  if (state === "resolved") return null;
  const isActive = state === "active";
  return (
    <Tag icon={isActive ? "practice" : "open"} tone={isActive ? "attention" : "plain"}>
      {patternWords[strength]}
    </Tag>
  );
}

function howOften({ count, of }: Pattern): string {
  const share = shareOf(count, of);
  const times = countWords.inOf(count, of);
  return share === null ? times : `${times}, ${countWords.share(share)}`;
}
