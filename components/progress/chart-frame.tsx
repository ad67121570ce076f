import type { ReactNode } from "react";
import { Details } from "#components/ui/notices.tsx";
import { Card, Section } from "#components/ui/page.tsx";
import { Table } from "#components/ui/table.tsx";
import { progressWords } from "#lib/progress/words.ts";

type ChartFrameProps = {
  /** What the chart is about. */
  title: string;
  /** What it shows, as a sentence. */
  finding: string;
  /** How many cases it shows, of how many. */
  shown: number;
  all: number;
  /** The drawing. */
  children: ReactNode;
  /** The same numbers. */
  table: Parameters<typeof Table>[0];
};

/** A chart with its finding as title, the number of cases, and the same numbers as a table. */
export function ChartFrame({ title, finding, shown, all, children, table }: ChartFrameProps) {
  return (
    <Section title={title}>
      <Card>
        <figure className="space-y-3">
          <figcaption>
            <h3 className="font-semibold">{finding}</h3>
            <p className="text-sm text-quiet">
              {shown < all ? progressWords.latest(shown, all) : progressWords.cases(all)}
            </p>
          </figcaption>
          {children}
        </figure>
        <Details summary={progressWords.numbers}>
          <Table {...table} />
        </Details>
      </Card>
    </Section>
  );
}

/** A chart that is not drawn yet, and why. */
export function LockedChart({ title, why }: { title: string; why: string }) {
  return (
    <Section title={title}>
      <p className="max-w-measure text-quiet">{why}</p>
    </Section>
  );
}
