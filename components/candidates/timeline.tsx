import Link from "next/link";
import { ButtonLink } from "#components/ui/button.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { EmptyState } from "#components/ui/notices.tsx";
import { Tag, Time } from "#components/ui/words.tsx";
import type { CandidatePage } from "#lib/candidates/queries/candidate.ts";
import { candidatePageWords } from "#lib/candidates/words.ts";

type Entry = CandidatePage["timeline"][number];

const icons: Record<Entry["kind"], IconName> = {
  interview: "interviews",
  post_mortem: "reports",
  note: "note",
  answer: "note",
  session: "practice",
  internal: "lock",
};

/** Everything that happened with one candidate, newest first. */
export function Timeline({ candidate, isFirst }: { candidate: CandidatePage; isFirst: boolean }) {
  if (candidate.timeline.length === 0 && isFirst)
    return (
      <EmptyState title={candidatePageWords.emptyTitle}>
        {candidatePageWords.empty(candidate.firstName)}
      </EmptyState>
    );
  const page = `/candidates/${candidate.id}`;
  return (
    <>
      <ol className="border-l border-line">
        {candidate.timeline.map((entry) => (
          <TimelineEntry key={`${entry.kind} ${entry.id}`} entry={entry} />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-3">
        {candidate.older === null ? null : (
          <ButtonLink href={`${page}?before=${candidate.older}`} variant="quiet">
            {candidatePageWords.older}
          </ButtonLink>
        )}
        {isFirst ? null : (
          <ButtonLink href={page} variant="quiet">
            {candidatePageWords.newest}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const isInternal = entry.kind === "internal";
  return (
    <li className="relative pb-5 pl-6">
      <span
        className={`absolute top-0 -left-3 flex size-6 items-center justify-center rounded-full border border-line bg-raised ${isInternal ? "text-internal" : "text-quiet"}`}
      >
        <Icon name={icons[entry.kind]} className="size-3.5" />
      </span>
      <p className="text-sm text-quiet first-letter:uppercase">
        <Time {...entry.at} />
      </p>
      <p className="font-semibold">
        {entry.href ? (
          <Link
            href={entry.href}
            data-key-row
            className="underline decoration-line underline-offset-3 hover:decoration-ink"
          >
            {entry.title}
          </Link>
        ) : (
          entry.title
        )}
      </p>
      {entry.state ? (
        entry.isDue ? (
          <Tag icon="open" tone="accent">
            {entry.state}
          </Tag>
        ) : (
          <p className={`text-sm ${isInternal ? "font-semibold text-internal" : "text-quiet"}`}>
            {entry.state}
          </p>
        )
      ) : null}
      {entry.body ? (
        <p
          dir="auto"
          className={`mt-1 line-clamp-4 max-w-measure font-serif wrap-anywhere whitespace-pre-wrap ${isInternal ? "rounded-md border border-dashed border-internal bg-internal-tint px-3 py-2" : ""}`}
        >
          {entry.body}
        </p>
      ) : null}
    </li>
  );
}
