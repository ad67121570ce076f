import { ButtonLink } from "#components/ui/button.tsx";
import { Section } from "#components/ui/page.tsx";
import { Table } from "#components/ui/table.tsx";
import { problemWords } from "#lib/people/rules/import-states.ts";
import { oneImportWords as words } from "#lib/people/words/import.ts";
import type { ShownImport } from "./import-standing.tsx";

/** The rows that cannot be brought in, each with its line, the column and why. */
export function BadRows({ list }: { list: ShownImport }) {
  const { id, bad, next, counts, state } = list;
  if (counts.bad === 0) return null;
  const rows = bad.flatMap(({ line, problems }) =>
    problems.map((problem, at) => {
      const { column, why } = problemWords(problem);
      return { key: `${line}-${at}`, cells: [line, column, why] };
    }),
  );
  return (
    <Section title={words.bad(counts.bad)}>
      <Table
        caption={words.caption}
        columns={[
          { key: "line", label: words.line },
          { key: "column", label: words.column },
          { key: "why", label: words.why },
        ]}
        rows={rows}
      />
      {next === null ? null : (
        <ButtonLink href={`/people/import/${id}?after=${next}`} variant="quiet">
          {words.more}
        </ButtonLink>
      )}
      {counts.texts > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {/* A file, not a page: fetched by the browser itself. */}
          <a
            href={`/people/import/${id}/bad-rows`}
            download
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-3"
          >
            {words.download}
          </a>
          <span className="text-sm text-quiet">{words.downloadHint}</span>
        </p>
      ) : (
        <p className="text-sm text-quiet">
          {state === "taken_back" ? words.takenBackTexts : words.forgotten}
        </p>
      )}
    </Section>
  );
}
