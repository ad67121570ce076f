import { Card, TextLink } from "#components/ui/page.tsx";
import { Tag } from "#components/ui/words.tsx";
import type { Matter } from "#lib/reports/queries/matter.ts";
import { matterWords, overviewWords } from "#lib/reports/words.ts";

/** What only informs: a count of these is no reason to act. */
const calm: readonly Matter["kind"][] = ["sessions"];

/** The matters of the week, each with a count, the first few, and the way to where it is mended. */
export function Overview({ matters }: { matters: readonly Matter[] }) {
  return (
    <div className="gap-4 space-y-4 lg:columns-2">
      {matters.map((matter) => (
        <MatterCard key={matter.kind} matter={matter} />
      ))}
    </div>
  );
}

function MatterCard({ matter }: { matter: Matter }) {
  const words = matterWords[matter.kind];
  const count = matter.isCut ? overviewWords.atLeast(matter.count) : String(matter.count);
  const isDue = matter.count > 0 && !calm.includes(matter.kind);
  return (
    <section aria-labelledby={`matter-${matter.kind}`} className="break-inside-avoid">
      <Card>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={`matter-${matter.kind}`} className="font-serif text-xl font-semibold">
            {words.title}
          </h2>
          <Tag icon={isDue ? "attention" : "done"} tone={isDue ? "attention" : "done"}>
            {count}
          </Tag>
        </div>
        {matter.count === 0 ? (
          <p className="text-quiet">{words.none}</p>
        ) : (
          <>
            <p className="text-sm text-quiet">{words.hint}</p>
            <Items matter={matter} />
            <p>
              <TextLink href={matter.href}>{words.link}</TextLink>
            </p>
          </>
        )}
      </Card>
    </section>
  );
}

function Items({ matter }: { matter: Matter }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {matter.items.map((item) => (
        <li key={item.key} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <span className="min-w-0 font-semibold wrap-anywhere">
            {item.href ? <TextLink href={item.href}>{item.label}</TextLink> : item.label}
          </span>
          <span className="min-w-0 text-sm text-quiet">{item.detail}</span>
        </li>
      ))}
      {matter.more > 0 ? (
        <li className="py-2 text-sm text-quiet">{overviewWords.more(matter.more)}</li>
      ) : null}
    </ul>
  );
}
